import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Case, Effect, Modifier, Quantity, Sum } from '../src/ast/nodes.ts'
import { ask, bindCalendar, compile, translate } from '../src/index.ts'
import { demonstrationHours, nationalFiles, programOf, regulation } from './law.ts'
import {
  type Length,
  after,
  before,
  closeOf,
  dayMinutes,
  dayOf,
  instantOf,
  minuteOf,
  nextOpen,
  openingOf,
  workingDayFrom,
  works,
} from './obvious-clock.ts'

/** The national calendar alone: what a province says of time needs nothing more of the nation. */
const calendar = nationalFiles.filter(({ path }) => path.includes('nien-lich'))

type Facts = Readonly<Record<string, number>>

/** A deadline read off the tree of its rule, statement by statement, on a clock that is walked minute by minute. */
function readOff({ effects, modifiers }: Case, facts: Facts): number {
  const [effect] = effects
  const ceiling = modifiers.find((one) => one.k === 'ceiling')
  const counted = worked(effect!, modifiers, facts)
  if (ceiling?.k !== 'ceiling') return counted
  return Math.min(counted, after(facts[ceiling.event]!, length(ceiling.duration)))
}

const length = ({ n, unit, monthEnd }: Quantity): Length => ({
  n,
  unit: unit as Length['unit'],
  ...(monthEnd && { monthEnd }),
})

function worked(effect: Effect, modifiers: readonly Modifier[], facts: Facts): number {
  const start = (event: string) => startOf(modifiers, facts[event]!)
  switch (effect.k) {
    case 'within':
      return effect.duration.k === 'quantity' ? after(start(effect.event), length(effect.duration)) : NaN
    case 'sequence':
      return effect.terms.reduce((at, term) => after(at, length(term)), start(effect.event))
    case 'before':
      return before(facts[effect.event]!, length(effect.duration))
    case 'later':
      return Math.max(...effect.sums.map((sum) => sumOf(sum, facts)))
    case 'earlier':
      return Math.min(...effect.sums.map((sum) => sumOf(sum, facts)))
    case 'at':
      return start(effect.event)
    case 'nextOpening':
      return openingOf(workingDayFrom(dayOf(start(effect.event)) + 1))
    case 'sameDay': {
      const at = facts[effect.event]!
      const cutoff = modifiers.find((one) => one.k === 'cutoff')
      if (cutoff?.k === 'cutoff' && cutoff.opening) {
        const inTime = works(dayOf(at)) && !isPast(cutoff, at) && at < closeOf(dayOf(at))
        if (inTime) return closeOf(dayOf(at))
        return openingOf(workingDayFrom(works(dayOf(at)) ? dayOf(at) + 1 : dayOf(at)))
      }
      const from = start(effect.event)
      const day = works(dayOf(from)) && from < closeOf(dayOf(from)) ? dayOf(from) : dayOf(from) + 1
      return closeOf(workingDayFrom(day))
    }
    default:
      return NaN
  }
}

const sumOf = ({ event, plus, minus }: Sum, facts: Facts): number => {
  if (minus) return before(facts[event]!, length(minus))
  return plus ? after(facts[event]!, length(plus)) : facts[event]!
}

const isPast = ({ second, inclusive }: { second: number; inclusive: boolean }, at: number): boolean => {
  const inDay = (at - dayOf(at) * dayMinutes) * 60
  return inclusive ? inDay >= second : inDay > second
}

function startOf(modifiers: readonly Modifier[], at: number): number {
  let start = at
  for (const one of modifiers) {
    if (one.k !== 'cutoff') continue
    if (!works(dayOf(at))) start = openingOf(workingDayFrom(dayOf(at)))
    else if (isPast(one, at)) start = openingOf(workingDayFrom(dayOf(at) + 1))
    else start = Math.max(at, openingOf(dayOf(at)))
  }
  return modifiers.some(({ k }) => k === 'outside') ? nextOpen(start) : start
}

const units = ['phút', 'giờ đồng hồ', 'giờ làm việc', 'ngày làm việc', 'ngày lịch'] as const
const amount = fc
  .tuple(fc.integer({ min: 1, max: 30 }), fc.constantFrom(...units))
  .map(([n, unit]) => `${n} ${unit}`)
const months = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom('cuối tháng', 'đầu tháng sau'))
  .map(([n, day]) => `${n} tháng, thiếu ngày lấy ngày ${day}`)
const term = fc.oneof({ weight: 5, arbitrary: amount }, { weight: 1, arbitrary: months })
const events = ['hết hạn', 'tiếp nhận', 'thời điểm được thỏa thuận'] as const
const sum = fc
  .tuple(fc.constantFrom(...events), fc.option(fc.tuple(fc.constantFrom('+', '-'), amount, months)))
  .map(([event, more]) => {
    if (!more) return event
    const [sign, days, month] = more
    return `${event} ${sign} ${sign === '+' && month.startsWith('1') ? month : days}`
  })
const extreme = (words: string) =>
  fc.array(sum, { minLength: 2, maxLength: 4 }).map((sums) => {
    return `${words} ${sums.slice(0, -1).join(', ')} và ${sums.at(-1)!}`
  })
const event = fc.constantFrom(...events)
const said = (words: string) => event.map((one) => `${words} ${one}`)
const cutoff = (what: string) =>
  fc
    .tuple(fc.constantFrom('sau', 'từ lúc'), fc.constantFrom('15:00', '17:00', '11:30', '07:00', '18:30'))
    .map(([word, time]) => `\n  ${word} ${time} ${what}`)
const counting = fc.oneof(
  fc.tuple(term, event).map(([one, from]) => `trong ${one} kể từ khi ${from}`),
  fc
    .tuple(fc.uniqueArray(fc.constantFrom(...units), { minLength: 2, maxLength: 3 }), event)
    .map(
      ([some, from]) => `trong ${some.map((one, i) => `${i + 2} ${one}`).join(' rồi ')} kể từ khi ${from}`,
    ),
  said('ngay sau khi'),
  said('chậm nhất khi'),
  said('vào đầu giờ ngày làm việc kế tiếp sau khi'),
  said('trong ngày'),
)
const statement = fc.oneof(
  fc
    .tuple(
      counting,
      fc.option(fc.constant('\n  ngoài giờ hành chính tính từ giờ làm việc kế tiếp'), { nil: '' }),
      fc.option(cutoff('tính từ ngày làm việc kế tiếp'), { nil: '' }),
    )
    .map((parts) => parts.join('')),
  fc
    .tuple(said('trong ngày'), cutoff('chuyển sang đầu giờ ngày làm việc kế tiếp'))
    .map((parts) => parts.join('')),
  fc.tuple(amount, event).map(([one, at]) => `ít nhất ${one} trước khi ${at}`),
  extreme('sớm hơn giữa'),
  extreme('muộn hơn giữa'),
)
const body = fc.tuple(statement, fc.option(fc.tuple(term, event), { freq: 3 })).map(([one, ceiling]) => {
  const total = ceiling ? `\n  tổng cộng không quá ${ceiling[0]} kể từ khi ${ceiling[1]}` : ''
  return `quy tắc ngày hẹn lại muộn nhất\n  căn cứ Điều 25\n  ${one}${total}`
})

const from = minuteOf('2025-12-01T00:00')
const moment = fc.oneof(
  fc.integer({ min: from, max: minuteOf('2026-06-01T00:00') }),
  fc
    .tuple(
      fc.integer({ min: dayOf(from), max: dayOf(from) + 180 }),
      fc.constantFrom(450, 720, 810, 900, 1_020),
    )
    .map(([day, minute]) => day * dayMinutes + minute),
)

describe('a deadline of any form', () => {
  test(
    'is what the text of its rule says, read word by word on a clock that is walked',
    { timeout: 60_000 },
    () => {
      const forms = new Set<string>()
      fc.assert(
        fc.property(
          body,
          fc.array(fc.tuple(moment, moment, moment), { minLength: 3, maxLength: 3 }),
          (text, all) => {
            const program = programOf([...calendar, regulation(text)])
            const tree = program.trees.find(({ national }) => !national)!
            const one = tree.rules[0]!.cases[0]!
            forms.add(one.effects[0]!.k)
            const law = bindCalendar(program, demonstrationHours)
            for (const [due, accepted, agreed] of all) {
              const facts = {
                dueAt: instantOf(due),
                acceptedAt: instantOf(accepted),
                agreedAt: instantOf(agreed),
                limit: { n: 1, unit: 'working-day' },
              }
              const found = ask(law, 'extension.latest', facts)
              const expected = instantOf(
                readOff(
                  { ...one, modifiers: [...tree.rules[0]!.modifiers, ...one.modifiers] },
                  { due, accepted, agreed },
                ),
              )
              expect({ text, facts, answer: found.answer }).toEqual({ text, facts, answer: expected })
              expect(found.because.at(-1)!.vi).toMatch(/^Hạn chót: /)
            }
          },
        ),
        { numRuns: 250, seed: 11 },
      )
      expect([...forms].toSorted()).toEqual([
        ...['at', 'before', 'earlier', 'later', 'nextOpening', 'sameDay', 'sequence', 'within'],
      ])
    },
  )

  test(
    'never comes earlier for a later event, nor before the event it is counted from',
    { timeout: 60_000 },
    () => {
      const one = fc.tuple(counting, fc.option(cutoff('tính từ ngày làm việc kế tiếp'), { nil: '' }))
      const opening = fc.tuple(said('trong ngày'), cutoff('chuyển sang đầu giờ ngày làm việc kế tiếp'))
      fc.assert(
        fc.property(
          fc.oneof(one, opening),
          fc.array(moment, { minLength: 12, maxLength: 12 }),
          (parts, all) => {
            const text = `quy tắc ngày hẹn lại muộn nhất\n  căn cứ Điều 25\n  ${parts.join('')}`
            const law = bindCalendar(programOf([...calendar, regulation(text)]), demonstrationHours)
            const due = all
              .toSorted((a, b) => a - b)
              .map((at) => {
                const now = instantOf(at)
                const facts = {
                  dueAt: now,
                  acceptedAt: now,
                  agreedAt: now,
                  limit: { n: 1, unit: 'working-day' },
                }
                const { answer } = ask(law, 'extension.latest', facts)
                expect({ text, now, answer, early: (answer as string) < now }).toMatchObject({ early: false })
                return answer as string
              })
            expect(due).toEqual(due.toSorted())
          },
        ),
        { numRuns: 150, seed: 6 },
      )
    },
  )

  test('in working hours is the sum of its hours, however they are divided', { timeout: 60_000 }, () => {
    const hours = fc.integer({ min: 1, max: 40 })
    fc.assert(
      fc.property(hours, hours, moment, (a, b, at) => {
        const law = (text: string) =>
          bindCalendar(
            programOf([
              ...calendar,
              regulation(`quy tắc cấp tài khoản\n  căn cứ Điều 9\n  ${text} kể từ khi nhận đề nghị`),
            ]),
            demonstrationHours,
          )
        const due = (text: string) =>
          ask(law(text), 'account.issue', { requestReceivedAt: instantOf(at) }).answer
        expect(due(`trong ${a} giờ làm việc rồi ${b} giờ làm việc`)).toBe(due(`trong ${a + b} giờ làm việc`))
      }),
      { numRuns: 40, seed: 7 },
    )
  })

  test('means the same in English and comes back as it was', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(body, (text) => {
        const file = regulation(text)
        const english = translate(file.text, 'en')
        const hash = (source: string) => {
          const { program, diagnostics } = compile([{ path: file.path, text: source }])
          return program?.hash ?? diagnostics.map(({ message }) => message.en)
        }
        expect({ english, hash: hash(english) }).toEqual({ english, hash: hash(file.text) })
        expect(translate(english, 'vi')).toBe(translate(file.text, 'vi'))
      }),
      { numRuns: 150, seed: 8 },
    )
  })
})

import { type Instant, fromMoment, toMoment } from '@motcua/calendar'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellsOf } from '../src/compile/cells.ts'
import {
  BadFacts,
  type BoundProgram,
  askBare,
  bindCalendar,
  columnsOf,
  questions,
  replay,
} from '../src/index.ts'
import { readFacts } from '../src/evaluate/facts.ts'
import { momentAsked, momentOf, prepare } from '../src/evaluate/prepare.ts'
import { intoRegister, noRegister } from '../src/evaluate/register.ts'
import { dimensions } from '../src/vocabulary/facts.ts'
import { goldensIn } from './goldens.ts'
import { demonstrationHours, lawOf, nationalFiles, programOf, provinces, regulation } from './law.ts'

const dated = questions.filter(({ kind }) => kind === 'deadline' || kind === 'day')
const from = toMoment('2019-01-01T00:00:00+07:00' as Instant)
const to = toMoment('2027-12-31T23:59:59+07:00' as Instant)

/** A moment of 2019 to 2027; often on the minute, and often at an edge of a day, a session or a change of law. */
const moments = fc.oneof(
  fc.integer({ min: from, max: to }),
  fc.integer({ min: from / 60, max: Math.floor(to / 60) }).map((minute) => minute * 60),
  fc
    .tuple(fc.integer({ min: 0, max: 3_280 }), fc.constantFrom(0, 27_000, 43_200, 48_600, 61_200, 61_201))
    .map(([day, second]) => from + day * 86_400 + second),
  fc.constantFrom(...['2025-12-15', '2019-09-10', '2021-01-10', '2025-07-01'].map(at)),
)
function at(date: string): number {
  return toMoment(`${date}T00:00:00+07:00` as Instant)
}
const limits = fc.record({
  n: fc.integer({ min: 0, max: 60 }),
  unit: fc.constantFrom('working-hour', 'working-day', 'calendar-day', 'month'),
})

/** Facts of a question: each optional one given or not. */
function factsOf(question: (typeof questions)[number]): fc.Arbitrary<Record<string, unknown>> {
  const cells = cellsOf(question)
  const given = question.facts.flatMap(({ name, type, required }) => {
    if (type === 'instant') {
      const moment = moments.map((one): unknown => fromMoment(one))
      return [[name, required ? moment : fc.option(moment, { nil: undefined })] as const]
    }
    if (type === 'number') {
      const number = fc.integer({ min: 0, max: 40 }).map((one): unknown => one)
      return [[name, required ? number : fc.option(number, { nil: undefined })] as const]
    }
    if (type === 'pauses' || type === 'outages') {
      const reasons = type === 'pauses' ? { reason: fc.constantFrom(...dimensions.pauseReason) } : {}
      const some = fc.array(fc.tuple(moments, fc.integer({ min: 60, max: 900_000 }), fc.record(reasons)), {
        maxLength: 2,
      })
      const told = some.map((list) =>
        list.map(([from, seconds, reason]) => ({
          ...reason,
          from: fromMoment(from),
          to: fromMoment(from + seconds),
        })),
      )
      return [[name, fc.option(told, { nil: undefined })] as const]
    }
    return type === 'limit' ? [[name, limits] as const] : []
  })
  return fc
    .tuple(fc.constantFrom(...cells), fc.record(Object.fromEntries(given)))
    .map(([cell, facts]) => clean({ ...cell, ...facts }))
}

const clean = (facts: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))

const codeOf = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (error) {
    if (error instanceof BadFacts) return `${error.code} ${error.fact}`
    throw error
  }
}

function agrees(bound: BoundProgram, key: string, numRuns: number): void {
  const prepared = prepare(bound, key)
  const row = new Float64Array(prepared.layout.size)
  fc.assert(
    fc.property(factsOf(prepared.layout.info), (facts) => {
      const asked = codeOf(() => askBare(bound, key, facts).answer)
      const ready = codeOf(() => {
        const cell = intoRegister(prepared.layout, facts, row)
        const moment =
          cell === noRegister
            ? momentAsked(prepared, readFacts(prepared.layout.info, facts))
            : momentOf(prepared, row, cell)
        if (Number.isNaN(moment)) return null
        return prepared.layout.info.kind === 'day' ? fromMoment(moment).slice(0, 10) : fromMoment(moment)
      })
      expect(ready).toEqual(asked)
    }),
    { numRuns },
  )
}

describe.each(provinces)('a question made ready of %s', (province) => {
  test.each(dated.map(({ key }) => key))('%s answers what asking answers, faults included', (key) => {
    agrees(lawOf(province), key, 200)
  })
})

describe('a question made ready of a law with', () => {
  test.each(goldensIn('accepts'))('$name answers what asking answers', ({ files }) => {
    const bound = bindCalendar(programOf([...nationalFiles, ...files]), demonstrationHours)
    for (const { key } of dated) if (bound.program.dispatch.questions.has(key)) agrees(bound, key, 60)
  })
})

describe('a question made ready where rules change', () => {
  const intake = (hours: string, lines: string) =>
    `quy tắc kiểm tra hồ sơ nộp trực tuyến\ncăn cứ khoản 1 Điều 9\n${lines}\ntrong ${hours} giờ làm việc kể từ khi nộp\n`
  const windows = [
    intake('08', 'điều khoản này có hiệu lực từ ngày 01/07/2020 đến hết ngày 31/12/2025'),
    intake('04', 'điều khoản này có hiệu lực từ ngày 01/01/2026'),
  ]

  test('on days of their own answers what asking answers', () => {
    const bound = bindCalendar(
      programOf([...nationalFiles, regulation(windows.join(''))]),
      demonstrationHours,
    )
    expect(prepare(bound, 'intake.decision').asked).toBe(false)
    agrees(bound, 'intake.decision', 500)
  })

  test.each(['cũ', 'mới', 'có lợi hơn cho người dân'])(
    'and running matters go by the rule «%s» answers what asking answers',
    (choice) => {
      const clause = `chuyển tiếp việc đang giải quyết theo quy định ${choice} tại Điều 40`
      const rules = [windows[0]!, windows[1]!.replace('\ntrong', `\n${clause}\ntrong`)]
      const bound = bindCalendar(
        programOf([...nationalFiles, regulation(rules.join(''))]),
        demonstrationHours,
      )
      agrees(bound, 'intake.decision', 300)
    },
  )
})

describe('a replay', () => {
  const bound = lawOf('tuyen-quang')
  const [old, young] = ['2025-12-14', '2025-12-15'].map((day) => ({ law: bound, asOf: at(day) })) as [
    { law: typeof bound; asOf: number },
    { law: typeof bound; asOf: number },
  ]

  test.each(questions.map(({ key }) => key))('of %s counts what asking one by one counts', (key) => {
    const question = questions.find((one) => one.key === key)!
    fc.assert(
      fc.property(fc.array(factsOf(question), { minLength: 1, maxLength: 30 }), (dossiers) => {
        const plain = dossiers.map(({ asOf: _, ...facts }) => facts)
        const counted = { same: 0, earlier: 0, later: 0, different: 0, gained: 0, lost: 0, unanswerable: 0 }
        const answerOf = (facts: Record<string, unknown>, asOf: number) =>
          codeOf(() => ({ is: askBare(bound, key, { ...facts, asOf: fromMoment(asOf) }).answer }))
        for (const facts of plain) {
          const [a, b] = [answerOf(facts, old.asOf), answerOf(facts, young.asOf)]
          counted[kindOf(a, b, question.kind === 'deadline' || question.kind === 'day')]++
        }
        const found = replay(old, young, columnsOf(key, plain))
        expect(found).toMatchObject({ ...counted, count: plain.length })
      }),
      { numRuns: 30 },
    )
  })

  function kindOf(a: unknown, b: unknown, dates: boolean) {
    if (typeof a === 'string' || typeof b === 'string') return 'unanswerable'
    const [from, to] = [a, b].map((one) => (one as { is: unknown }).is)
    if (JSON.stringify(from) === JSON.stringify(to)) return 'same'
    if (from === null) return 'gained'
    if (to === null) return 'lost'
    if (!dates) return 'different'
    return (from as string) < (to as string) ? 'later' : 'earlier'
  }

  test('names the dossier that moves furthest, each way', () => {
    const dossiers = [
      '2026-03-06T07:30:00+07:00',
      '2026-03-06T12:30:00+07:00',
      '2026-02-12T17:30:00+07:00',
    ].map((submittedAt) => ({ submittedAt }))
    const dates = (side: { asOf: number }) =>
      dossiers.map((facts) =>
        toMoment(
          askBare(bound, 'intake.decision', { ...facts, asOf: fromMoment(side.asOf) }).answer as Instant,
        ),
      )
    const [before, after] = [dates(old), dates(young)]
    const shifts = before.map((from, i) => after[i]! - from)
    const { latest, earliest } = replay(old, young, columnsOf('intake.decision', dossiers))
    const of = (index: number) =>
      shifts[index] === 0
        ? null
        : { index, before: before[index], after: after[index], seconds: shifts[index] }
    expect(latest).toEqual(Math.max(...shifts) > 0 ? of(shifts.indexOf(Math.max(...shifts))) : null)
    expect(earliest).toEqual(Math.min(...shifts) < 0 ? of(shifts.indexOf(Math.min(...shifts))) : null)
  })
})

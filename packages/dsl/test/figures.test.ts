import type { CivilDate, Instant, Moment } from '@motcua/calendar'
import { toMoment } from '@motcua/calendar'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Test } from '../src/ast/tests.ts'
import { situationsOf } from '../src/check/figures/situations.ts'
import {
  type CountedDossier,
  type Population,
  type Ratio,
  ask,
  bindCalendar,
  belongsTo,
  compile,
  formatName,
  format,
  numbers,
  questions,
  rateOf,
  runExamples,
  translate,
} from '../src/index.ts'
import { pointsInTime } from '../src/vocabulary/figures.ts'
import { goldensIn } from './goldens.ts'
import { demonstrationHours, lawOf, nationalFiles, programOf, provinces } from './law.ts'

const at = (text: string): Moment => toMoment(`${text}+07:00` as Instant)

describe('a rate', () => {
  const onTime: Ratio = {
    numerator: ['early-total', 'on-time-total'],
    denominator: ['resolved-total'],
    times: 100,
    decimals: 1,
    empty: 'no-data',
  }
  const rate = (early: number, onTimeTotal: number, all: number) =>
    rateOf(onTime, { 'early-total': early, 'on-time-total': onTimeTotal, 'resolved-total': all })

  test('LA19-14.5b: 100 early and 44 on time of 160 are 90 percent', () =>
    expect(rate(100, 44, 160)).toBe('90.0'))
  test('LA19-14.5b: of no dossier there are no data', () => expect(rate(0, 0, 0)).toBe(null))
  test('halves are rounded up, however large the counts', () => {
    expect(rate(1, 0, 2_000)).toBe('0.1')
    expect(rate(3_002_399_751_580_331, 0, 9_007_199_254_740_991)).toBe('33.3')
  })
  test('is refused a count that is missing or broken', () => {
    expect(() => rateOf(onTime, { 'resolved-total': 3 })).toThrow(RangeError)
    expect(() => rate(0.5, 0, 3)).toThrow('early-total')
  })

  test('of whole numbers is what long division gives', () => {
    const count = fc.integer({ min: 0, max: 10_000 })
    fc.assert(
      fc.property(
        count,
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 0, max: 4 }),
        (n, d, decimals) => {
          const found = rateOf(
            { ...onTime, numerator: ['late-total'], decimals },
            { 'late-total': n, 'resolved-total': d },
          )
          const exact = (n * 100) / d
          expect(Math.abs(Number(found) - exact)).toBeLessThanOrEqual(0.5 / 10 ** decimals + 1e-9)
          expect(found).toMatch(decimals === 0 ? /^\d+$/ : new RegExp(`^\\d+\\.\\d{${decimals}}$`))
        },
      ),
    )
  })
})

describe('a dossier of a period', () => {
  const period = { from: '2019-08-01' as CivilDate, to: '2019-08-31' as CivilDate }
  const of = (dossier: Partial<CountedDossier>) => {
    const whole: CountedDossier = {
      acceptedAt: at('2019-08-10T09:00:00'),
      online: false,
      standing: null,
      ...dossier,
    }
    const all: Population[] = [
      'received-total',
      'carried-over-total',
      'resolved-total',
      'pending-total',
      'late-total',
    ]
    return all.filter((one) => belongsTo(one, whole, period))
  }

  test('that came and was settled in it is received and settled', () => {
    expect(of({ resultAt: at('2019-08-31T23:59:59'), standing: 'late' })).toEqual([
      'received-total',
      'resolved-total',
      'late-total',
    ])
  })
  test('that came before it and was settled in it is carried over', () => {
    const acceptedAt = at('2019-07-31T23:59:59')
    expect(of({ acceptedAt, resultAt: at('2019-08-01T00:00:00') })).toEqual([
      'carried-over-total',
      'resolved-total',
    ])
    expect(of({ acceptedAt, resultAt: at('2019-07-31T23:59:59'), standing: 'late' })).toEqual([])
  })
  test('that is settled after it is open in it', () => {
    expect(of({ resultAt: at('2019-09-01T00:00:00') })).toEqual(['received-total', 'pending-total'])
  })
  test('AMB-13g: that was withdrawn is counted nowhere', () => {
    expect(of({ resultAt: at('2019-08-20T09:00:00'), withdrawn: true })).toEqual([])
  })
})

describe('a name by its form', () => {
  const form = {
    parts: [{ part: 'full-name', digits: null }, { text: '.' }, { part: 'unit-name', digits: null }],
    letters: 'plain-lower',
    collision: 'number',
  } as const
  const values = { 'full-name': 'Nguyễn Thị Hà', 'unit-name': 'Sở Xây dựng' }

  test('PT20-4.2: is full name, dot, unit, without marks', () => {
    expect(formatName(form, values)).toBe('nguyenthiha.soxaydung')
    expect(formatName(form, { ...values, 'full-name': 'Đỗ Ướt'.normalize('NFD') })).toBe('douot.soxaydung')
  })
  test('AMB-35: that is taken is numbered from two, or refused', () => {
    const taken = new Set(['nguyenthiha.soxaydung', 'nguyenthiha.soxaydung2'])
    expect(formatName(form, values, (name) => taken.has(name))).toBe('nguyenthiha.soxaydung3')
    expect(formatName({ ...form, collision: 'refuse' }, values, (name) => taken.has(name))).toBe(null)
  })
  test('needs every part, and numbers that fit their digits', () => {
    const code = { ...form, parts: [{ part: 'sequence', digits: 4 }] } as const
    expect(formatName(code, { sequence: '7' })).toBe('0007')
    expect(() => formatName(code, { sequence: '12345' })).toThrow(RangeError)
    expect(() => formatName(code, {})).toThrow('sequence')
    const day = { ...form, parts: [{ part: 'acceptance-day', digits: 6 }] } as const
    expect(() => formatName(day, { 'acceptance-day': '01/01/2021' })).toThrow('YYYY-MM-DD')
  })
})

/** A test read off its tree, with days as text and unknown numbers as null; slow and obvious. */
function readOff(test: Test, facts: Record<string, unknown>): boolean | null {
  const settled =
    facts.resultAt !== undefined &&
    (facts.reportAt === undefined || String(facts.resultAt) <= String(facts.reportAt))
  const point = (name: string): string | null => {
    const { of, grain } = pointsInTime[name]!
    const whole = {
      result: settled ? facts.resultAt : null,
      due: facts.dueAt,
      'original-due': facts.originalDueAt ?? facts.dueAt,
      report: facts.reportAt,
    }[of]
    return whole == null ? null : String(whole).slice(0, grain === 'day' ? 10 : 19)
  }
  const compare = (a: string | number, op: string, b: string | number) =>
    ({ '<': a < b, '<=': a <= b, '=': a === b, '>=': a >= b, '>': a > b })[op]!
  switch (test.k) {
    case 'settled':
      return settled === test.yes
    case 'points': {
      const [a, b] = [point(test.left), point(test.right)]
      return a !== null && b !== null && compare(a, test.op, b)
    }
    case 'number': {
      const n = facts[test.fact]
      return n === undefined ? null : compare(Number(n), test.op, test.than.n)
    }
    case 'flag':
      return facts[test.dim] === true
    case 'in':
      return test.values.includes(String(facts[test.dim]))
    case 'not': {
      const inner = readOff(test.of, facts)
      return inner === null ? null : !inner
    }
    default: {
      const sides = test.of.map((one) => readOff(one, facts))
      const settles = test.k === 'or'
      if (sides.includes(settles)) return settles
      return sides.includes(null) ? null : !settles
    }
  }
}

describe.each(provinces)('the figures of %s', (province) => {
  const bound = lawOf(province)
  const { trees } = bound.program
  const graded = trees.flatMap((tree) =>
    tree.rules.flatMap((rule) =>
      rule.cases.flatMap((one) =>
        one.effects.some(({ k }) => k === 'classify' || k === 'score') ? [{ tree, rule, one }] : [],
      ),
    ),
  )

  test('answer in random situations as the text reads', () => {
    let compared = 0
    for (const { tree, rule, one } of graded) {
      if (one.when) continue
      const question = questions.find(({ key }) => key === rule.question)!
      const asOf = `${tree.effective!.on < '2019-02-01' ? '2019-02-01' : tree.effective!.on}T09:00:00+07:00`
      const moment = fc
        .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 7, max: 18 }))
        .map(
          ([day, hour]) =>
            `${asOf.slice(0, 8)}${String(20 + day)}T${String(hour).padStart(2, '0')}:00:00+07:00`,
        )
      const facts = fc.record(
        Object.fromEntries(
          question.facts.flatMap(({ name, type, required }): [string, fc.Arbitrary<unknown>][] => {
            if (name === 'asOf') return []
            if (type === 'instant') return [[name, required ? moment : fc.option(moment, { nil: undefined })]]
            if (type === 'boolean') return [[name, fc.boolean()]]
            if (type === 'number') {
              const whole = numbers[name as keyof typeof numbers] === 'count'
              const number = whole ? fc.nat(3) : fc.integer({ min: 0, max: 1_000 }).map((n) => n / 10)
              return [[name, required ? number : fc.option(number, { nil: undefined })]]
            }
            return [[name, fc.constantFrom('shorter', 'equal', 'longer')]]
          }),
        ),
      )
      fc.assert(
        fc.property(facts, (given) => {
          const arms = one.effects.flatMap((effect) =>
            effect.k === 'classify'
              ? [{ value: effect.word as unknown, test: effect.test }]
              : effect.k === 'score'
                ? [{ value: effect.points as unknown, test: effect.test }]
                : [],
          )
          const held = arms.filter(({ test }) => !test || readOff(test, given) === true)
          const { answer } = ask(bound, question.key, { ...JSON.parse(JSON.stringify(given)), asOf })
          expect(answer).toEqual(held[0]?.value ?? null)
          compared++
        }),
        { numRuns: 60 },
      )
    }
    expect(compared).toBeGreaterThan(500)
  })

  test('are explained in both languages, by the line that answers', () => {
    for (const { rule, one } of graded) {
      if (one.when) continue
      const question = questions.find(({ key }) => key === rule.question)!
      const tests = one.effects.flatMap((effect) => ('test' in effect && effect.test ? [effect.test] : []))
      for (const { moments, cell, numbers: known } of situationsOf(
        question,
        tests,
        '2020-03-02' as CivilDate,
      )) {
        const times = Object.fromEntries(
          Object.entries(moments).map(([name, moment]) => [name, new Date(moment * 1_000).toISOString()]),
        )
        const facts = { ...times, ...cell, ...known, asOf: '2020-03-02T09:00:00+07:00' }
        for (const { vi, en } of ask(bound, question.key, facts).because) {
          expect(vi).toMatch(/^\p{Lu}.*\.$/u)
          expect(en).toMatch(/^\p{Lu}.*\.$/u)
          expect(`${vi}${en}`).not.toMatch(/undefined|null|NaN|\[object/)
        }
      }
    }
  })
})

describe('why a figure is what it is', () => {
  const why = (question: string, facts: Record<string, unknown>) =>
    ask(lawOf('long-an'), question, facts).because[0]!

  test('LA19-14.4c: a standing tells the days it compared', () => {
    const facts = {
      reportAt: '2019-09-30T17:00:00+07:00',
      dueAt: '2019-09-10T17:00:00+07:00',
      originalDueAt: '2019-09-04T17:00:00+07:00',
      resultAt: '2019-09-09T10:00:00+07:00',
    }
    expect(why('dossier.standing', facts)).toMatchObject({
      vi: 'Tình trạng hồ sơ khi chốt số liệu: trễ hạn, vì đã có kết quả và ngày có kết quả (09/09/2019) sau ngày hẹn trả ban đầu (04/09/2019) (điểm c khoản 4 Điều 14, Quyết định 30/2019/QĐ-UBND).',
      en: 'Standing of the dossier at the cut-off: late, because there is a result and result day (9 September 2019) is after original due day (4 September 2019) (point c, clause 4, article 14, Decision 30/2019/QĐ-UBND).',
    })
  })

  test('LA19-14.5b: a rate is its formula', () => {
    expect(why('rate.onTime', { asOf: '2019-08-31T17:00:00+07:00' }).vi).toBe(
      'Tỷ lệ giải quyết đúng hạn: lấy số hồ sơ trước hạn cộng số hồ sơ đúng hạn, chia cho số hồ sơ đã giải quyết, nhân 100, làm tròn đến 1 chữ số thập phân; mẫu số bằng không thì không có số liệu (điểm b khoản 5 Điều 14, Quyết định 30/2019/QĐ-UBND).',
    )
  })

  test('TT01/2018-15: an indicator without its data is not counted, and says which are missing', () => {
    const { vi } = why('score.contacts', { asOf: '2020-03-02T09:00:00+07:00' })
    expect(vi).toContain(
      'không tính, vì thiếu dữ liệu về số lần liên hệ để hoàn thiện hồ sơ (Điều 15, Thông tư 01/2018/TT-VPCP',
    )
  })
})

describe('a counter-example', () => {
  const faulty = goldensIn('refuses').filter(({ expected }) =>
    expected.some((line) => /^ {2}» ví dụ "E09|^ {2}» ví dụ "E040[12]"/.test(line)),
  )

  test('of every kind of fault of figures is there', () => expect(faulty.length).toBeGreaterThan(3))

  test.each(faulty)('of $name can be pasted and read', ({ files, expected }) => {
    const lines = expected.filter((line) => /^ {2}» /.test(line)).map((line) => line.slice(4))
    const hours = 'ví dụ theo giờ hành chính thứ Hai đến thứ Sáu, 07:30-12:00, 13:30-17:00'
    const pasted = files.map((file) => ({ ...file, text: `${file.text}\n${hours}\n${lines.join('\n')}\n` }))
    const codes = (some: typeof files) =>
      compile([...nationalFiles, ...some]).diagnostics.map(({ code }) => code)
    expect(codes(pasted)).toEqual(codes(files))
  })
})

test('a decimal is one word: it reads the same in both languages and is formatted as it stands', () => {
  const [english] = goldensIn('accepts').filter(({ name }) => name.startsWith('figures-are-said-in-english'))
  const [file] = english!.files
  const vi = format(file!.text, 'vi')
  expect(vi).toContain('tổng số điểm >= 3.5 điểm')
  expect(translate(vi, 'en')).toContain('sum of points >= 3.5 points')
  const hash = (text: string) => programOf([...nationalFiles, { path: file!.path, text }]).hash
  expect(hash(vi)).toBe(hash(file!.text))
  const bound = bindCalendar(
    programOf([...nationalFiles, { path: file!.path, text: vi }]),
    demonstrationHours,
  )
  expect(runExamples(bound, [file!.path]).results.map(({ passed }) => passed)).toEqual([true])
})

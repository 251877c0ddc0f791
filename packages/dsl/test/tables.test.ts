import { readFileSync, readdirSync } from 'node:fs'
import { addDays } from '@motcua/calendar'
import type { CivilDate } from '@motcua/calendar'
import { describe, expect, test } from 'vitest'
import { cellsOf } from '../src/compile/cells.ts'
import { sha256, stableJson } from '../src/compile/stable.ts'
import { askTouching } from '../src/evaluate/ask.ts'
import { BadFacts, UnknownQuestion, ask, questions } from '../src/index.ts'
import { lawOf, nationalFiles, programOf, provinces } from './law.ts'
import { readOff } from './read-off.ts'

describe.each(provinces)('the tables of %s', (province) => {
  test('answer every question, in every cell, on every day around a change of law, as the text reads', () => {
    const bound = lawOf(province)
    const { trees } = bound.program
    const cases = trees.flatMap((tree) => tree.rules.flatMap((rule) => rule.cases))
    const edges = trees.flatMap(({ effective, ceases }) => [effective!.on, ...(ceases ? [ceases.on] : [])])
    const days = edges
      .flatMap((on) => [-1, 0, 1].map((n) => addDays(on as CivilDate, n)))
      .filter((on) => on > '2019-01-31')
    let compared = 0
    for (const question of questions) {
      for (const cell of cellsOf(question)) {
        for (const date of days) {
          const facts: Record<string, unknown> = { ...cell, asOf: `${date}T09:00:00+07:00`, limit }
          for (const fact of question.facts)
            if (fact.type === 'number') facts[fact.name] = 1
            else if (fact.type === 'instant') facts[fact.name] = `${date}T09:00:00+07:00`
          const { touched } = askTouching(bound, question.key, facts)
          expect(touched.map((one) => cases[one])).toEqual(readOff(trees, question.key, date, cell))
          compared++
        }
      }
    }
    expect(compared).toBeGreaterThan(1_000)
  })
})

const limit = { n: 3, unit: 'working-day' }

describe('facts', () => {
  const longAn = lawOf('long-an')
  const code = (question: string, facts: Record<string, unknown>) => {
    try {
      return ask(longAn, question, facts).answer
    } catch (error) {
      if (error instanceof BadFacts || error instanceof UnknownQuestion) return error.code
      throw error
    }
  }

  test.each([
    ['a question of no list', 'intake.decisions', {}, 'unknown-question'],
    ['a missing moment', 'intake.decision', {}, 'missing-fact'],
    ['a question without any moment and without asOf', 'lookup.fields', {}, 'missing-fact'],
    ['an instant without an offset', 'intake.decision', { submittedAt: '2026-03-06T16:00:00' }, 'wrong-fact'],
    [
      'a day that does not exist',
      'intake.decision',
      { submittedAt: '2026-02-30T16:00:00+07:00' },
      'wrong-fact',
    ],
    ['an instant that is a number', 'intake.decision', { submittedAt: 1 }, 'wrong-fact'],
    ['a level nobody knows', 'payment.channels', { level: '5', asOf: '2026-01-05' }, 'wrong-fact'],
    [
      'a limit of half a day',
      'processing.due',
      { acceptedAt: '2026-01-05', limit: { n: 0.5, unit: 'working-day' } },
      'wrong-fact',
    ],
    [
      'a limit without its unit',
      'processing.due',
      { acceptedAt: '2026-01-05', limit: { n: 5 } },
      'wrong-fact',
    ],
    [
      'a fact of no question',
      'intake.decision',
      { submittedAt: '2026-03-06', sumbittedAt: '2026-03-06' },
      'unknown-fact',
    ],
    [
      'a moment past every calendar',
      'intake.decision',
      { submittedAt: '2050-03-06T16:00:00+07:00' },
      'outside-calendar',
    ],
  ])('%s is refused', (_, question, facts, expected) => expect(code(question, facts)).toBe(expected))

  test('an instant may be given in any offset', () => {
    expect(code('intake.decision', { submittedAt: '2026-03-06T09:00:00Z' })).toBe('2026-03-09T16:00:00+07:00')
  })

  test('a level may be named as either scheme names it', () => {
    const asOf = '2026-01-05T09:00:00+07:00'
    expect(code('payment.channels', { asOf, level: 'full' })).toEqual(
      code('payment.channels', { asOf, level: '4' }),
    )
    expect(code('payment.channels', { asOf, level: 4 })).toEqual(['counter', 'online', 'postal'])
    expect(code('payment.channels', { asOf, level: '2' })).toEqual(null)
  })
})

describe('the national calendar', () => {
  const { calendar } = programOf(nationalFiles)

  test('covers 2019 to 2028 and is known up to the end of 2026', () => {
    expect(calendar).toMatchObject({ from: '2019-01-01', to: '2028-12-31', knownThrough: '2026-12-31' })
  })

  test('names and sources every day', () => {
    expect(calendar.days.length).toBe(131)
    for (const { name, source } of calendar.days) {
      expect(name.vi && name.en && source).toBeTruthy()
      expect(name.vi).not.toBe(name.en)
    }
  })

  test('holds days of low confidence only past its horizon', () => {
    const low = calendar.days.filter(({ source }) => source!.includes('độ tin cậy thấp'))
    expect(low.length).toBeGreaterThan(0)
    expect(low.every(({ date }) => date > calendar.knownThrough)).toBe(true)
  })
})

describe('the stable form', () => {
  test('hashes as SHA-256 does', () => {
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(sha256('a'.repeat(119))).toBe('31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb')
  })

  test('is plain JSON', () => {
    const { compiled } = lawOf('tuyen-quang').program
    expect(JSON.parse(stableJson(compiled))).toEqual(compiled)
  })
})

test('the language runs in a browser: no Node, no clock, no generated code', () => {
  const home = new URL('../src/', import.meta.url)
  const names = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  for (const name of names) {
    const text = readFileSync(new URL(name, home), 'utf8')
    expect({
      name,
      found: /from 'node:|new Function|\beval\(|process\.|Date\.now|new Date\(\)|Buffer\b/.exec(text)?.[0],
    }).toEqual({ name, found: undefined })
  }
})

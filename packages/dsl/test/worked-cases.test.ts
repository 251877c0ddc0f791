import { describe, expect, test } from 'vitest'
import { ask, askBare } from '../src/index.ts'
import { type Province, lawOf, read } from './law.ts'

interface WorkedCase {
  id: string
  clause: string
  tenant: Province
  question: string
  facts: Record<string, unknown>
  expect: unknown
}

const cases = read('rules/worked-cases.ndjson')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as WorkedCase)

describe('worked cases of the law', () => {
  test.each(cases)(
    '$clause: $id answers $question of $tenant',
    ({ tenant, question, facts, expect: expected }) => {
      const answer = ask(lawOf(tenant), question, facts)
      expect(answer.answer).toEqual(expected)
      expect(askBare(lawOf(tenant), question, facts).answer).toEqual(expected)
      expect(answer.basis.length > 0).toBe(expected !== null)
      expect(answer.because.length).toBeGreaterThan(0)
    },
  )

  test('are all here', () => expect(cases.length).toBe(67))
})

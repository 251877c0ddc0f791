// The worked cases of the four provinces, asked through the command line as another program would ask them.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { root, run } from './run.ts'

interface WorkedCase {
  readonly id: string
  readonly clause: string
  readonly tenant: string
  readonly question: string
  readonly expect: unknown
}

/** How many of the cases the language answers. It only grows: raise it when more are answered. */
const ANSWERED = 67

/** Questions every case of which must be answered. */
const settled = [
  'intake.decision',
  'intake.receiptDay',
  'processing.due',
  'payment.channels',
  'dossier.timeliness',
]

const text = readFileSync(path.join(root, 'rules/worked-cases.ndjson'), 'utf8')
const cases = text
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as WorkedCase)

const { out, code } = await run(['rules', 'eval'], { stdin: text })
const answers = out
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { id: string; answer?: unknown; basis: unknown[]; error?: unknown })

test('every case has its line, in the order of the questions', () => {
  expect(code).toBe(0)
  expect(answers.map(({ id }) => id)).toEqual(cases.map(({ id }) => id))
})

describe('worked cases', () => {
  const asked = cases.map((worked, i) => [`${worked.clause}: ${worked.id}`, worked, answers[i]!] as const)
  const answered = asked.filter(([, worked, found]) => isAnswered(worked, found))

  test.each(answered)('%s', (_, worked, found) => {
    expect(found.answer).toEqual(worked.expect)
    if (worked.expect !== null) expect(found.basis.length).toBeGreaterThan(0)
  })

  test('no case that was answered once is left without an answer', () => {
    expect(answered.length).toBeGreaterThanOrEqual(ANSWERED)
    const left = asked
      .filter(([, worked, found]) => !isAnswered(worked, found))
      .map(([, { question }]) => question)
    expect(left.filter((question) => settled.includes(question))).toEqual([])
  })
})

/** Silence is an answer only where silence is expected. */
const isAnswered = (worked: WorkedCase, { answer, error }: (typeof answers)[number]) =>
  error === undefined && (answer !== null || worked.expect === null)

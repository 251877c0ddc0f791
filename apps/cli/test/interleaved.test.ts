import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root, run } from './run.ts'

const TIMES = 10_000
let project = ''

/** The law of the repository, with one office on a six-day week of short days and the other as it is. */
beforeAll(() => {
  project = mkdtempSync(path.join(tmpdir(), 'motcua-interleaved-'))
  for (const part of ['rules', 'tenants/long-an', 'tenants/phu-tho']) {
    cpSync(path.join(root, part), path.join(project, part), { recursive: true })
  }
  const calendar = path.join(project, 'tenants/phu-tho/calendar.yaml')
  const hours = readFileSync(calendar, 'utf8')
  const shorter = hours.replace('[1, 2, 3, 4, 5]', '[1, 2, 3, 4, 5, 6]').replace("'17:00'", "'16:10'")
  expect(shorter).not.toBe(hours)
  writeFileSync(calendar, shorter)
})

afterAll(() => rmSync(project, { recursive: true }))

test('two provinces with different hours and rules, asked in turn ten thousand times, never mix', async () => {
  const line = (tenant: string, i: number) => {
    const submittedAt = new Date(Date.UTC(2026, 0, 5) + i * 1_861_000).toISOString()
    return JSON.stringify({
      id: `${tenant} ${i}`,
      tenant,
      question: 'intake.decision',
      facts: { submittedAt },
    })
  }
  const ask = async (lines: string[]) =>
    (await run(['rules', 'eval'], { stdin: lines.join('\n'), cwd: project })).out.trim().split('\n')
  const turns = Array.from({ length: TIMES }, (_, i) => i)
  const mixed = await ask(turns.map((i) => line(i % 2 === 0 ? 'long-an' : 'phu-tho', i)))
  const alone = {
    even: await ask(turns.filter((i) => i % 2 === 0).map((i) => line('long-an', i))),
    odd: await ask(turns.filter((i) => i % 2 === 1).map((i) => line('phu-tho', i))),
  }
  expect(mixed).toHaveLength(TIMES)
  expect(mixed.filter((_, i) => i % 2 === 0)).toEqual(alone.even)
  expect(mixed.filter((_, i) => i % 2 === 1)).toEqual(alone.odd)
  // The two differ, or the comparison would prove nothing.
  expect(alone.even.map(answerOf)).not.toEqual(alone.odd.map(answerOf))
  expect(mixed.filter((answer) => answer.includes('"error"'))).toEqual([])
})

const answerOf = (answer: string) => (JSON.parse(answer) as { answer: string }).answer.slice(11, 16)

import { expect, test } from 'vitest'
import { run } from './run.ts'

const friday = { submittedAt: '2026-03-06T16:00:00+07:00' }
const question = (id: unknown, more: object = {}) =>
  JSON.stringify({ id, tenant: 'long-an', question: 'intake.decision', facts: friday, ...more })

async function answers(lines: readonly string[], ...args: string[]) {
  const { code, out, err } = await run(['rules', 'eval', ...args], { stdin: lines.join('\n') })
  expect([code, err]).toEqual([0, ''])
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

test('ND118/2025-17.2c: an answer has its id, its moment, its articles, and whether it is provisional', async () => {
  expect(await answers([question('a')])).toEqual([
    {
      id: 'a',
      answer: '2026-03-09T16:00:00+07:00',
      basis: [{ regulation: '118/2025/NĐ-CP', article: '17', clause: '2', point: 'c' }],
      provisional: false,
    },
  ])
})

test('a line that cannot be answered says why, in its place, and stops nothing', async () => {
  const found = await answers([
    question(1),
    'xin chào',
    '[]',
    question(4, { tenant: undefined }),
    question(5, { tenant: 'nghe-an' }),
    question(6, { tenant: '../tenants/long-an' }),
    question(7, { question: 'intake.decison' }),
    question(8, { facts: { submittedAt: 'thứ Sáu' } }),
    question(9, { facts: {} }),
    question(10, { facts: 5 }),
    question(11, { facts: { submittedAt: '2099-03-06T16:00:00+07:00' } }),
    question({ any: 'json' }),
  ])
  expect(found.map(({ id, error }) => [id, error?.code])).toEqual([
    [1, undefined],
    [null, 'not-json'],
    [null, 'bad-request'],
    [4, 'bad-request'],
    [5, 'unknown-tenant'],
    [6, 'unknown-tenant'],
    [7, 'unknown-question'],
    [8, 'wrong-fact'],
    [9, 'missing-fact'],
    [10, 'bad-request'],
    [11, 'outside-calendar'],
    [{ any: 'json' }, undefined],
  ])
  for (const { error } of found) if (error) expect(error.message).toMatch(/\w/)
})

test('--tenant stands for lines that name none, and a line that names one keeps it', async () => {
  const found = await answers(
    [question(1, { tenant: undefined }), question(2, { tenant: 'phu-tho' })],
    ...['--tenant', 'long-an'],
  )
  expect(found.map(({ basis }) => basis[0].regulation)).toEqual([
    '118/2025/NĐ-CP',
    expect.stringContaining('QĐ-UBND'),
  ])
})

test('facts come in any time zone and answers in Vietnam’s', async () => {
  const [found] = await answers([question(1, { facts: { submittedAt: '2026-03-06T09:00:00.500Z' } })])
  expect(found.answer).toBe('2026-03-09T16:00:00+07:00')
})

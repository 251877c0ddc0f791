import { expect, test } from 'vitest'
import { run } from './run.ts'

test('without a command the help says what there is, and the exit code is 2', async () => {
  const { code, out, err } = await run([])
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain('thiếu tên lệnh')
})

test('the help is an answer: on standard output, in the language asked for', async () => {
  const vietnamese = await run(['help'])
  expect(vietnamese).toMatchObject({ code: 0, err: '' })
  expect(vietnamese.out).toContain('Cách dùng: motcua <lệnh>')
  const english = await run(['--help', '--lang', 'en'])
  expect(english.out).toMatch(/^Usage: motcua <command>/)
  expect(english.out).toContain('rules eval')
})

test.each([
  [['rules', 'chek', '--lang', 'en'], 'there is no command `rules chek`; try `rules check`'],
  [['dance', '--lang=en'], 'there is no command `dance --lang=en`; try `help`'],
  [['rules', 'check', '--lang', 'en'], 'usage: motcua rules check FILE…'],
  [['rules', 'check', 'x', '--colour', '--lang', 'en'], "Unknown option '--colour'"],
  [['rules', 'check', 'x', '--lang', 'fr'], '`--lang` là `vi` hoặc `en`'],
  [['tenant', 'check', 'a', 'b', '--lang', 'en'], 'usage: motcua tenant check DIR'],
  [
    ['rules', 'explain', 'long-an', 'intake.decision', '--facts', '[]', '--lang', 'en'],
    '`--facts` is a JSON object',
  ],
])('wrong usage %j ends with 2 and says how to put it right', async (args, said) => {
  const { code, out, err } = await run(args)
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(said)
})

test('help of one command names its operands', async () => {
  const { code, out } = await run(['rules', 'explain', '--help', '--lang', 'en'])
  expect([code, out.split('\n')[0]]).toEqual([0, 'motcua rules explain TENANT QUESTION --facts JSON'])
})

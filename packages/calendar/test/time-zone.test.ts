import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const program = fileURLToPath(new URL('print-answers.ts', import.meta.url))

test('the time zone of the machine does not matter', () => {
  const answers = (TZ: string) => execFileSync(process.execPath, [program], { env: { TZ }, encoding: 'utf8' })
  const here = answers('Asia/Ho_Chi_Minh')
  expect(here).toContain('2019-07-12T16:00:00+07:00 2019-07-15T16:00:00+07:00')
  expect(answers('America/New_York')).toBe(here)
  expect(answers('UTC')).toBe(here)
})

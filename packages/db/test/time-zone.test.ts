import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'
import { testDatabase } from '../src/testing.ts'

const { appUrl } = await testDatabase()

test.each(['America/New_York', 'Asia/Ho_Chi_Minh', 'Pacific/Kiritimati', 'UTC'])(
  'under TZ=%s a birth date and a due moment come back as they went',
  (TZ) => {
    const script = path.join(import.meta.dirname, 'print-dates.ts')
    const printed = execFileSync(process.execPath, [script, appUrl], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    })
    expect(printed.trim()).toBe('2026-03-13 2026-03-13T00:15:00+07:00')
  },
)

import { expect, test } from 'vitest'
import { readEnv } from './env.ts'

const complete = {
  DATABASE_URL: 'postgres://app:x@127.0.0.1:5432/motcua',
  WORKER_DATABASE_URL: 'postgres://worker:x@127.0.0.1:5432/motcua',
  SMTP_URL: 'smtp://127.0.0.1:3002',
  SMS_URL: 'http://127.0.0.1:3001/sms',
  ZALO_URL: 'http://127.0.0.1:3001/zalo',
  GATEWAY_SECRET: 'a shared secret',
}

test('a portal is found at its host and PORT unless an address is given', () => {
  expect(readEnv({ ...complete, PORT: '4000' }).portalUrl).toBe('http://{host}:4000')
  expect(readEnv({ ...complete, PORTAL_URL: 'https://{host}' }).portalUrl).toBe('https://{host}')
})

test('what is missing is named in one sentence', () => {
  const { SMTP_URL: _, ...incomplete } = complete
  expect(() => readEnv(incomplete)).toThrow(/^the environment is not complete: SMTP_URL: /)
})

test('a clock that starts elsewhere is refused in production', () => {
  const moved = { ...complete, MOTCUA_NOW: '2026-02-13T16:00:00+07:00' }
  expect(readEnv(moved).startAt).toBe('2026-02-13T16:00:00+07:00')
  expect(() => readEnv({ ...moved, NODE_ENV: 'production' })).toThrow('MOTCUA_NOW')
})

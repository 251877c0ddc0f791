import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { instant } from '@motcua/calendar'
import { countWaiting } from '@motcua/db'
import { testDatabase } from '@motcua/db/testing'
import { applyTenant, createTenants, enterAtCounter, getTenantById, type Context } from '@motcua/operations'
import { readProvince } from '@motcua/operations/testing'
import { expect, test } from 'vitest'
import { openMailServer, type TestMailServer } from './mail-server.ts'

const main = join(import.meta.dirname, '../src/main.ts')
const filedAt = instant('2026-03-02T09:00:00+07:00')
const office = 'ubnd-phuong-1-tan-an'

function startWorker(env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [main], {
    env: { ...env, PATH: process.env.PATH, NODE_NO_WARNINGS: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

async function fileAtCounter(context: Context, n: number): Promise<void> {
  await enterAtCounter(context, {
    key: randomUUID(),
    procedureCode: '1.001193',
    caseId: 'thong-thuong',
    agencyId: office,
    applicant: {
      fullName: 'Trần Thị Đan',
      citizenId: '080185000123',
      email: `dan.${n}@example.vn`,
      phone: '0900000039',
    },
    handedIn: ['giay-chung-sinh-truong-hop-khong'],
    returnChannel: 'counter',
  })
}

async function until(holds: () => boolean, seconds: number): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries > seconds * 50) throw new Error(`it did not happen within ${seconds} s`)
    await sleep(20)
  }
}

const messageIds = ({ letters }: TestMailServer): Set<string> =>
  new Set(letters.map((letter) => /^Message-ID: (.+)$/m.exec(letter)![1]!))

test('a worker killed among forty letters loses none, and the next one repeats only what was in its hands', async () => {
  const { db, appUrl, workerUrl } = await testDatabase()
  const tenants = createTenants(db)
  await applyTenant(db, await readProvince('long-an'), { now: filedAt })
  const context: Context = {
    db,
    tenants,
    tenant: await getTenantById(tenants, 'long-an'),
    actor: {
      kind: 'staff',
      accountId: randomUUID(),
      fullName: 'Nguyễn Thanh Hòa',
      roles: ['one-stop-officer'],
      agencyId: office,
      address: '198.51.100.1',
    },
    now: () => filedAt,
    log: () => {},
    portalOf: () => 'http://long-an.localhost',
    requestId: 'test',
  }
  for (let n = 0; n < 40; n++) await fileAtCounter(context, n)

  const mail = await openMailServer({ delayMs: 40 })
  const env = {
    DATABASE_URL: appUrl,
    WORKER_DATABASE_URL: workerUrl,
    SMTP_URL: mail.url,
    SMS_URL: 'http://127.0.0.1:1/sms',
    ZALO_URL: 'http://127.0.0.1:1/zalo',
    GATEWAY_SECRET: 'a shared secret',
  }
  const first = startWorker({ ...env, MOTCUA_NOW: '2026-03-02T09:00:10+07:00' })
  await until(() => mail.letters.length >= 5, 20)
  first.kill('SIGKILL')
  await once(first, 'exit')
  const before = messageIds(mail).size
  expect(before).toBeLessThan(40)

  // What the dead worker held comes due when its two minutes are over.
  const second = startWorker({ ...env, MOTCUA_NOW: '2026-03-02T09:10:00+07:00' })
  await until(() => messageIds(mail).size === 40, 20)
  await sleep(100)
  second.kill('SIGTERM')
  const [code] = (await once(second, 'exit')) as [number | null]
  mail.close()

  expect(code).toBe(0)
  expect(mail.letters.length - 40).toBeLessThanOrEqual(16)
  expect(await db.read('long-an', (tx) => countWaiting(tx))).toBe(0)
})

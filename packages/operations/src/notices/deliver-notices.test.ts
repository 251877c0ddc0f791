import { randomUUID } from 'node:crypto'
import { fromMoment, instant, toMoment, type Instant } from '@motcua/calendar'
import {
  append,
  createAccount,
  fileDossier,
  getDossier,
  noticesOf,
  putFile,
  readsOf,
  type Notice,
} from '@motcua/db'
import { testDatabase, type TestDatabase } from '@motcua/db/testing'
import { evolve, type Applicant, type DossierEvent } from '@motcua/domain'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ErrandLine } from '../errands/take-errands.ts'
import { deliverNotices, type Delivery } from './deliver-notices.ts'
import { accepted, submitted, tenantNamed } from './fixtures.ts'
import type { NotificationRule } from './plan-notices.ts'
import { ruleInForce } from './rule-in-force.ts'
import { Undeliverable, type Letter, type TextMessage, type ZaloMessage } from './senders.ts'

let archive: TestDatabase
let tenant: string
let now: Instant
let down: Set<string>
let hopeless: Set<string>
let sent: { letters: Letter[]; texts: TextMessage[]; zalos: ZaloMessage[] }
let lines: ErrandLine[]

beforeAll(async () => {
  archive = await testDatabase()
})
beforeEach(async () => {
  tenant = await freshTenant()
  now = instant('2026-08-04T09:30:00+07:00')
  down = new Set()
  hopeless = new Set()
  sent = { letters: [], texts: [], zalos: [] }
  lines = []
})

// What a test left undone would come due in the next one.
afterEach(async () => {
  down.clear()
  later(86_400)
  while ((await deliverNotices(delivery(all))) > 0);
})

const all: NotificationRule = { mode: 'all', channels: ['email', 'portal', 'sms'] }
const one: NotificationRule = { mode: 'one', channels: ['email', 'sms', 'zalo'], plus: ['portal'] }

function delivery(rule: NotificationRule | null): Delivery {
  const through =
    <Message>(channel: string, into: Message[]) =>
    async (message: Message): Promise<void> => {
      if (hopeless.has(channel)) throw new Undeliverable('550 no such user')
      if (down.has(channel)) throw new Error('connection refused')
      into.push(message)
    }
  return {
    worker: archive.worker,
    db: archive.db,
    tenants: { find: async (id) => tenantNamed(id) },
    senders: {
      email: through('email', sent.letters),
      sms: through('sms', sent.texts),
      zalo: through('zalo', sent.zalos),
    },
    now: () => now,
    portalUrl: () => 'http://long-an.localhost:3000',
    log: (line) => lines.push(line),
    rule: () => rule,
  }
}

/** A tenant of its own, in which the applicant has an account. */
async function freshTenant(): Promise<string> {
  const id = await archive.fresh()
  const { accountId, fullName, citizenId } = submitted.applicant
  const account = { kind: 'citizen', id: accountId!, fullName, citizenId, passwordHash: '-' } as const
  await archive.db.transact(id, (tx) => createAccount(tx, account, instant('2026-01-01T00:00:00+07:00')))
  return id
}

async function submit(applicant: Applicant = submitted.applicant): Promise<string> {
  const id = randomUUID()
  const event: DossierEvent = { ...submitted, id, submissionNo: `LA-${id.slice(0, 8)}`, applicant }
  await fileDossier(archive.db, tenant, { key: id, dossier: evolve(null, event), event })
  return id
}

async function accept(id: string, code = accepted.code): Promise<void> {
  await archive.db.transact(tenant, async (tx) => {
    await append(tx, await getDossier(tx, id), [{ ...accepted, code }])
  })
}

/** Files a dossier and accepts it; the notice of its submission is delivered and forgotten. */
async function acceptedDossier(applicant?: Applicant): Promise<string> {
  const id = await submit(applicant)
  await deliverNotices(delivery(null))
  sent.letters.length = 0
  await accept(id)
  return id
}

async function noticesAbout(id: string): Promise<Notice[]> {
  const notices = await archive.db.read(tenant, (tx) => noticesOf(tx, id))
  return notices.filter(({ kind }) => kind === 'DossierAccepted')
}
const statuses = async (id: string): Promise<Record<string, string>> =>
  Object.fromEntries((await noticesAbout(id)).map(({ channel, status }) => [channel, status]))

function later(seconds: number): void {
  now = fromMoment(toMoment(now) + seconds)
}

test('TQ19-12.2b: an accepted dossier is told in the account, by letter and by text message', async () => {
  const id = await acceptedDossier()
  expect(await deliverNotices(delivery(all))).toBe(1)

  expect(await statuses(id)).toEqual({ portal: 'sent', email: 'sent', sms: 'sent' })
  expect(sent.letters[0]).toMatchObject({
    to: 'dan@example.vn',
    from: { name: 'Cổng Dịch vụ công tỉnh Long An', address: 'hotro@long-an.example' },
    subject: 'Đã tiếp nhận hồ sơ H39.21.01-260804-0001',
  })
  expect(sent.letters[0]?.text).toContain('Dear Trần Thị Đan')
  expect(sent.texts[0]).toMatchObject({ to: '0900000039', from: 'DVC Long An' })
  expect(await deliverNotices(delivery(all))).toBe(0)
})

test('LA19-9.2.2: with one channel enough, the first that works is used and no other', async () => {
  const id = await acceptedDossier()
  await deliverNotices(delivery(one))
  expect(await statuses(id)).toEqual({ portal: 'sent', email: 'sent' })
  expect([sent.letters.length, sent.texts.length, sent.zalos.length]).toEqual([1, 0, 0])
})

test('LA19-9.2: when the mail server is down the text message goes out instead, and the letter is given up', async () => {
  const id = await acceptedDossier()
  down.add('email')
  await deliverNotices(delivery(one))
  expect(await statuses(id)).toEqual({ portal: 'sent', email: 'failed', sms: 'sent' })

  down.clear()
  later(86_400)
  expect(await deliverNotices(delivery(one))).toBe(0)
  expect(sent.letters).toHaveLength(0)
})

test('HN19-12.1: a receiver that is down loses nothing; what was sent already is not sent again', async () => {
  const id = await acceptedDossier()
  down.add('email')
  await deliverNotices(delivery(all))
  expect(await statuses(id)).toEqual({ portal: 'sent', email: 'waiting', sms: 'sent' })
  expect(lines.at(-1)).toMatchObject({ outcome: 'again', error: 'email: connection refused' })

  for (let attempt = 0; attempt < 5; attempt++) {
    later(3600)
    await deliverNotices(delivery(all))
  }
  down.clear()
  later(3600)
  await deliverNotices(delivery(all))

  expect(await statuses(id)).toEqual({ portal: 'sent', email: 'sent', sms: 'sent' })
  expect([sent.letters.length, sent.texts.length]).toEqual([1, 1])
  expect(lines.at(-1)).toMatchObject({ outcome: 'done', attempts: 7 })
})

test('a failed errand waits longer each time, five seconds at first', async () => {
  await acceptedDossier()
  down.add('email')
  await deliverNotices(delivery(all))
  const waits: number[] = []
  for (let attempt = 1; attempt <= 4; attempt++) {
    let waited = 0
    do {
      later(5)
      waited += 5
    } while ((await deliverNotices(delivery(all))) === 0)
    waits.push(waited)
  }
  expect(waits).toEqual([5, 10, 20, 40])
})

test('ND61 art. 17.2: a letter that no server will ever take is failed, and the rest goes out', async () => {
  const id = await acceptedDossier()
  hopeless.add('email')
  await deliverNotices(delivery(all))
  expect(await statuses(id)).toEqual({ portal: 'sent', email: 'failed', sms: 'sent' })
  expect(lines.at(-1)).toMatchObject({ outcome: 'done' })
})

test('AMB-25: without a telephone the text message is not applicable', async () => {
  const { phone: _, ...applicant } = submitted.applicant
  const id = await acceptedDossier(applicant)
  await deliverNotices(delivery(all))
  expect(await statuses(id)).toEqual({ portal: 'sent', email: 'sent', sms: 'not-applicable' })
})

test('a worker that dies after sending repeats the message under the same key, so that a receiver can tell', async () => {
  await acceptedDossier()
  const dying = delivery(one)
  const crash = new Error('the process was killed')
  const { email } = dying.senders
  let database: 'up' | 'gone' = 'up'
  const db = new Proxy(dying.db, {
    get: (target, name) => {
      if (name !== 'transact') return Reflect.get(target, name, target)
      return (...args: Parameters<typeof target.transact>) =>
        database === 'gone' ? Promise.reject(crash) : target.transact(...args)
    },
  })
  await deliverNotices({
    ...dying,
    db,
    senders: {
      ...dying.senders,
      async email(letter) {
        await email(letter)
        database = 'gone'
      },
    },
  })
  expect(sent.letters).toHaveLength(1)

  expect(await deliverNotices(delivery(one))).toBe(0)
  later(121)
  expect(await deliverNotices(delivery(one))).toBe(1)
  expect(sent.letters).toHaveLength(2)
  expect(sent.letters[0]?.key).toBe(sent.letters[1]?.key)
})

test('two workers at once tell nobody twice', async () => {
  const ids: string[] = []
  for (let n = 0; n < 20; n++) ids.push(await submit())
  while ((await deliverNotices(delivery({ mode: 'any', channels: [] }))) > 0);
  for (const [n, id] of ids.entries()) await accept(id, `H39.21.01-260804-00${n + 10}`)
  const taken = await Promise.all([1, 2, 3, 4].map(() => deliverNotices(delivery(all))))
  expect(taken.reduce((sum, n) => sum + n)).toBe(20)
  expect(new Set(sent.letters.map(({ key }) => key)).size).toBe(20)
  expect(sent.letters).toHaveLength(20)
})

test('an errand of a tenant that cannot be found does not stop the others', async () => {
  const id = await acceptedDossier()
  const missing = await freshTenant()
  const event = { ...submitted, id: randomUUID(), submissionNo: 'X-1' }
  await fileDossier(archive.db, missing, { key: event.id, dossier: evolve(null, event), event })
  const some = delivery(all)
  await deliverNotices({
    ...some,
    tenants: { find: async (of) => (of === tenant ? tenantNamed(of) : undefined) },
  })
  expect((await statuses(id)).email).toBe('sent')
  expect(lines.filter(({ outcome }) => outcome === 'again').map((line) => line.tenant)).toEqual([missing])
})

test('a reading of personal data for a notice leaves its trace', async () => {
  const id = await acceptedDossier()
  await deliverNotices(delivery(all))
  const reads = await archive.db.read(tenant, (tx) => readsOf(tx, 'dossier', id))
  expect(reads[0]).toMatchObject({ actorId: 'notices', why: 'notice of DossierAccepted' })
})

test('PT20-13.2: a result returned by e-mail goes with the letter, by that letter whatever else is told', async () => {
  const id = await acceptedDossier()
  const content = Buffer.from('%PDF-1.7 ket qua')
  const [fileId, at] = [randomUUID(), now]
  const document = {
    paperId: 'result',
    fileId,
    name: 'giấy khai sinh.pdf',
    type: 'application/pdf',
    bytes: content.length,
    sha256: '0'.repeat(64),
  } as const
  const decided = {
    type: 'ResultRecorded',
    at,
    by: 'Nguyễn Thanh Hòa',
    outcome: 'granted',
    document,
    timeliness: 'early',
    timelinessBasis: [],
  } as const
  const returned = { type: 'ResultHandedOver', at, by: 'Nguyễn Thanh Hòa', channel: 'email' } as const
  await archive.db.transact(tenant, async (tx) => {
    const { name, type } = document
    await putFile(tx, { id: fileId, name, type, content, dossierId: id, at })
    await append(tx, await getDossier(tx, id), [decided, returned])
  })
  later(3600)
  const rule: Delivery['rule'] = (of, event) =>
    event.type === 'ResultHandedOver' ? ruleInForce(of, event) : one
  while ((await deliverNotices({ ...delivery(one), rule })) > 0);
  expect(ruleInForce(tenantNamed(tenant), returned)).toEqual({ mode: 'all', channels: ['email'] })
  const [letter] = sent.letters.filter(({ subject }) => subject.startsWith('Đã trả kết quả'))
  expect(letter?.enclosures).toEqual([
    { name: 'giấy khai sinh.pdf', type: 'application/pdf', bytes: content },
  ])
  expect(sent.letters.filter(({ enclosures }) => enclosures)).toHaveLength(1)
})

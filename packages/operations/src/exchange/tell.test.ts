import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fromMoment, instant, toMoment, type Instant } from '@motcua/calendar'
import { statesTold, statesWaiting } from '@motcua/db'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runErrands } from '../errands/run-errands.ts'
import { accept } from '../intake/accept.ts'
import { refuseIntake } from '../intake/refuse-intake.ts'
import type { Delivery } from '../notices/deliver-notices.ts'
import { ruleInForce } from '../notices/rule-in-force.ts'
import { recordResult } from '../returning/record-result.ts'
import { fileDossier, openOffices, pdf, type TestOffice } from '../testing.ts'
import { enterAtCounter } from '../intake/enter-at-counter.ts'
import { signedNonce } from './signature.ts'
import { takeSubmission } from './take-in.ts'

const { open, worker } = await openOffices()
const key = 'the key of one province'
const seconds = 1_772_416_800
let portal: Server
let answers: number[]
let received: { signed: boolean; body: { id: string; sequence: number; status: number } }[]

/** A national portal that checks signatures and answers as told, otherwise 202. */
beforeEach(async () => {
  answers = []
  received = []
  portal = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks)
      const header = (name: string) => request.headers[`x-exchange-${name}`] as string | undefined
      const signature = {
        timestamp: header('timestamp'),
        nonce: header('nonce'),
        signature: header('signature'),
      }
      const signed = signedNonce({ method: 'POST', path: request.url!, body }, signature, { key, seconds })
      received.push({ signed: signed !== undefined, body: JSON.parse(String(body)) })
      response.writeHead(answers.shift() ?? 202).end()
    })
  }).listen(0, '127.0.0.1')
  await once(portal, 'listening')
})
afterEach(() => void portal.close())

function delivery(office: TestOffice, now: () => Instant): Delivery {
  const post = async (): Promise<void> => {}
  const { port } = portal.address() as AddressInfo
  return {
    worker,
    db: office.db,
    tenants: office.tenants,
    senders: { email: post, sms: post, zalo: post },
    now,
    portalUrl: () => 'http://localhost:3000',
    rule: ruleInForce,
    log: () => {},
    nationalPortal: {
      url: `http://127.0.0.1:${port}`,
      keys: new Map([[office.tenant, key]]),
      seconds: () => seconds,
    },
  }
}

/** The worker does everything that falls due from one moment on for some hours. */
async function work(office: TestOffice, from: string, { hours = 0 } = {}): Promise<void> {
  const start = toMoment(instant(from))
  for (let moment = start; moment <= start + hours * 3600; moment += 600)
    while ((await runErrands(delivery(office, () => fromMoment(moment)))) > 0);
}

const code = '1.004873'

/** Marital status, filed at the national portal. */
async function filed(office: TestOffice) {
  const { tenant } = await office.visitor()
  const offered = tenant.procedures.get(code)!
  const agencyId = offered.agencies[0]!.id
  const context = { ...(await office.visitor()), actor: { kind: 'system', name: 'national-portal' } as const }
  const fields = offered.form.pages.flatMap((page) => page.fields)
  const sample: Record<string, string> = { date: '2026-02-20', number: '1', phone: '0900000056' }
  const answers = fields
    .filter(({ prefill, kind }) => !prefill && kind !== 'agency')
    .map(({ id, kind, choices }) => [id, choices?.[0]?.value ?? sample[kind] ?? 'Kết hôn'])
  const applicant = {
    fullName: 'Lý Thị Mai',
    citizenId: '008190000456',
    phone: '0900000056',
    email: 'mai@example.vn',
    address: 'Minh Xuân',
  }
  const { submissionNo } = await takeSubmission(context, {
    id: 'QG-1',
    procedureCode: code,
    caseId: offered.procedure.cases[0]!.id,
    agencyId,
    applicant: { ...applicant },
    answers: { birthDate: '1990-01-01', ...Object.fromEntries(answers) },
    papers: offered.procedure.papers
      .filter(({ required, presentedOnly }) => required && !presentedOnly)
      .map(({ id }) => ({ paperId: id, name: 'a.pdf', content: Buffer.from(pdf).toString('base64') })),
  })
  const officer = await office.staff(agencyId)
  const { listQueue } = await import('../dossier/list-queue.ts')
  const [row] = (await listQueue(officer, { queue: 'new' })).rows
  return { officer, dossierId: row!.id, submissionNo: submissionNo! }
}

test('TQ25-32.2.2: the national portal is told each state, signed, under its own number, by its own numbers', async () => {
  const office = await open('tuyen-quang', { at: '2026-03-02T09:00:00+07:00' })
  const { officer, dossierId, submissionNo } = await filed(office)
  await accept(officer, { dossierId })
  await recordResult(officer, { dossierId, outcome: 'granted' })
  await work(office, '2026-03-02T09:00:00+07:00')
  expect(received.every(({ signed }) => signed)).toBe(true)
  const states = received.map(({ body }) => body).toSorted((a, b) => a.sequence - b.sequence)
  expect(states.map(({ status }) => status).slice(0, 2)).toEqual([1, 2])
  expect(states.at(-1)).toMatchObject({ submissionId: 'QG-1', submissionNo, procedureCode: code, status: 9 })
  expect(states[1]).toMatchObject({
    code: expect.stringMatching(/^H60\./),
    dueAt: '2026-03-05T17:00:00+07:00',
  })
  expect(await office.db.read(office.tenant, (tx) => statesWaiting(tx))).toEqual([])
})

test('a portal that is down for five hours is told everything once it is back, each state once', async () => {
  const office = await open('tuyen-quang', { at: '2026-03-02T09:00:00+07:00' })
  const { officer, dossierId } = await filed(office)
  await accept(officer, { dossierId })
  answers = Array.from({ length: 14 }, () => 503)
  await work(office, '2026-03-02T09:00:00+07:00')
  const waiting = await office.db.read(office.tenant, (tx) => statesWaiting(tx))
  expect(waiting.length).toBeGreaterThan(0)
  expect(waiting[0]).toMatchObject({ lastError: 'the national portal answered 503' })
  await work(office, '2026-03-02T09:10:00+07:00', { hours: 8 })
  const told = await office.db.read(office.tenant, (tx) => statesTold(tx, dossierId))
  expect(told.every(({ sentAt }) => sentAt !== undefined)).toBe(true)
  // Those that were answered 503 came again under the same id; none was left out and none invented.
  const ids = new Set(received.map(({ body }) => body.id))
  expect(ids.size).toBe(told.length)
})

test('in Tuyên Quang a dossier of the counter is told as well; Long An tells none', async () => {
  const counts: Record<string, number> = {}
  for (const province of ['tuyen-quang', 'long-an'] as const) {
    const office = await open(province, { at: '2026-03-02T09:00:00+07:00' })
    const { tenant } = await office.visitor()
    const offered = tenant.procedures.get(code)!
    const agencyId = offered.agencies[0]!.id
    const officer = await office.staff(agencyId)
    const { dossierId } = await enterAtCounter(officer, {
      key: crypto.randomUUID(),
      procedureCode: code,
      caseId: offered.procedure.cases[0]!.id,
      agencyId,
      applicant: { fullName: 'Ma Văn Ba', citizenId: '008190000457' },
      handedIn: offered.procedure.papers.map(({ id }) => id),
      returnChannel: 'counter',
    })
    await refuseIntake(officer, { dossierId, reason: 'Không thuộc thẩm quyền', basis: 'Điều 17' })
    received = []
    await work(office, '2026-03-02T09:00:00+07:00')
    counts[province] = received.length
  }
  expect(counts).toEqual({ 'tuyen-quang': 2, 'long-an': 0 })
})

test('a citizen’s dossier of a province without a key is told nobody', async () => {
  const office = await open('phu-tho', { at: '2026-03-02T09:00:00+07:00' })
  await fileDossier(await office.citizen(), code)
  const { nationalPortal: _, ...without } = delivery(office, () => instant('2026-03-02T09:00:01+07:00'))
  while ((await runErrands(without)) > 0);
  expect(received).toEqual([])
})

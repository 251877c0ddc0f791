import { randomUUID } from 'node:crypto'
import { staffRoles } from '@motcua/domain'
import { openDemonstration } from '@motcua/operations/tenants/open-demonstration'
import { fillDraft, pdf } from '@motcua/operations/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { madeUp } from './made-up.ts'
import { key, openApis, staff, type TestApi } from './office.ts'
import { procedures } from './procedures.ts'

const open = await openApis()
const [a, b] = [await open('long-an'), await open('ha-nam')]

/** A person of province A whom nobody of province B may ever hear of. */
const secret = {
  fullName: 'Đoàn Thị Bí Mật',
  citizenId: '080185777777',
  email: 'bimat@example.vn',
  phone: '0907777777',
  password: 'mot-cua-2026',
}
const traces = new RegExp([secret.fullName, secret.citizenId, secret.email, secret.phone, 'bi-mat'].join('|'))

/** Everybody who may ask in a province: a visitor, a citizen, and one of the staff with every role there is. */
async function peopleOf({ office, portal, desk }: TestApi, agency: string) {
  const everybody = { username: 'moi.viec', fullName: 'Nguyễn Đa Năng', agency, roles: [...staffRoles] }
  const declared = { password: staff.password, citizens: [], staff: [everybody] }
  await openDemonstration(office.db, office.tenant, declared, (await office.visitor()).now())
  const { username } = everybody
  const signedIn = await desk().trpc.identity.signInStaff.mutate({
    tenant: office.tenant,
    username,
    password: staff.password,
  })
  const person = { ...secret, fullName: 'Trần Văn Láng Giềng', citizenId: '080185888888' }
  const { session } = await portal().trpc.identity.register.mutate({
    ...person,
    email: 'lang@example.vn',
    phone: '0908888888',
  })
  return { visitor: undefined, citizen: session, staff: (signedIn as { session: string }).session }
}

const ofA = await peopleOf(a, staff.agency)
const ofB = await peopleOf(b, 'ubnd-phuong-minh-khai-phu-ly')
const { session: owner } = await a.portal().trpc.identity.register.mutate(secret)

/** A dossier of province A with everything an afternoon leaves behind: draft, files, slips, fee, letters. */
async function live(): Promise<{ dossierId: string; draftId: string }> {
  const session = await a.portal(owner).trpc.identity.session.query()
  if (session?.kind !== 'citizen') throw new Error('the owner is not signed in')
  const { accountId } = session
  const context = await a.office.citizen()
  const as = {
    ...context,
    actor: { ...context.actor, accountId, fullName: secret.fullName } as typeof context.actor,
  }
  const draft = await fillDraft(as, '1.001193', { agencyId: staff.agency })
  const citizen = a.portal(owner)
  const { dossierId } = await citizen.trpc.intake.submit.mutate({ draftId: draft.id })
  const desk = a.desk(ofA.staff)
  await desk.trpc.intake.accept.mutate({ dossierId })
  const result = new FormData()
  result.set('dossierId', dossierId)
  result.set('outcome', 'granted')
  result.set('document', new File([pdf], 'bi-mat.pdf'))
  await desk.trpc.returning.recordResultWithDocument.mutate(result)
  const { id: draftId } = await fillDraft(as, '1.001193', { agencyId: staff.agency })
  return { dossierId, draftId }
}

const { dossierId, draftId } = await live()
const stateOfA = async () => [
  await a.portal(owner).trpc.dossier.own.query({ id: dossierId }),
  await a.portal(owner).trpc.drafts.get.query({ id: draftId }),
  await a.desk(ofA.staff).trpc.dossier.get.query({ id: dossierId }),
]
const before = await stateOfA()

/** Every id and code that stands in what province A tells its own people. */
const idsOfA = [
  ...new Set(
    JSON.stringify(before).match(
      /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|H\d\d\.[\d.-]+|\d{6}-\w{4}-\w{4}/g,
    ) ?? [],
  ),
]

let probes = 0

async function ask(
  session: string | undefined,
  host: string,
  { path, type }: { path: string; type: string },
  input: string,
): Promise<{ status: number; text: string; code: unknown }> {
  probes += 1
  const headers = {
    'x-motcua-key': key,
    'x-motcua-host': host,
    'x-motcua-address': `198.51.100.${probes % 250}-${probes}`,
    'content-type': 'application/json',
    ...(session && { authorization: `Bearer ${session}` }),
  }
  const address = `http://api/trpc/${path}`
  const request =
    type === 'query'
      ? new Request(`${address}?input=${encodeURIComponent(input)}`, { headers })
      : new Request(address, { method: 'POST', headers, body: input })
  const response = await b.app.fetch(request)
  const text = await response.text()
  const body = JSON.parse(text) as { error?: { data?: { code?: string; refusal?: unknown } } }
  return { status: response.status, text, code: [body.error?.data?.code, body.error?.data?.refusal] }
}

test('province A has something to be kept from province B', () => {
  expect(JSON.stringify(before)).toMatch(traces)
  expect(idsOfA.length).toBeGreaterThan(8)
})

describe.each(procedures.filter(({ input }) => input))('$path', (procedure) => {
  test('tells province B nothing of province A, not even that it is there', async () => {
    for (const input of sample(madeUp(procedure.input!, idsOfA))) {
      const given = JSON.stringify(input)
      const elsewhere = idsOfA.reduce((text, id) => text.replaceAll(id, other(id)), given)
      for (const [who, session] of Object.entries(ofB)) {
        const host = who === 'staff' ? 'desk.localhost' : `${b.office.tenant}.localhost`
        const answer = await ask(session, host, procedure, given)
        const told = `${procedure.path} as ${who} with ${given}`
        expect(answer.text, told).not.toMatch(traces)
        // Who asks too often is told so, whatever was asked.
        if (answer.status < 400 || answer.status === 429) continue
        const nothing = await ask(session, host, procedure, elsewhere)
        expect([answer.status, answer.code], told).toEqual([nothing.status, nothing.code])
      }
    }
  })
})

const mentionsA = (text: string): boolean => idsOfA.some((id) => text.includes(id))

/** Inputs that name something of province A; none where the operation takes no name. */
function sample(inputs: fc.Arbitrary<unknown>): unknown[] {
  return fc
    .sample(inputs, 60)
    .filter((one) => mentionsA(JSON.stringify(one) ?? ''))
    .slice(0, 4)
}

/** An id or code of the same form that leads nowhere. */
const other = (id: string): string => (id.length === 36 ? randomUUID() : id.replace(/[0-9A-Z]{4}$/, 'ZZZZ'))

test('addresses of files and slips of province A lead nowhere in province B', async () => {
  for (const id of idsOfA) {
    for (const path of [`/files/${id}`, `/slips/${id}/receipt.pdf`, `/slips/${id}/1-receipt.pdf`]) {
      for (const [who, session] of Object.entries(ofB)) {
        const headers = {
          'x-motcua-key': key,
          'x-motcua-host': who === 'staff' ? 'desk.localhost' : `${b.office.tenant}.localhost`,
          ...(session && { authorization: `Bearer ${session}` }),
        }
        const [answer, nothing] = await Promise.all(
          [path, path.replace(id, other(id))].map(async (address) => {
            probes += 1
            const response = await b.app.fetch(new Request(`http://api${address}`, { headers }))
            const { requestId, ...said } = (await response.json()) as { requestId: string }
            return { status: response.status, said }
          }),
        )
        expect(answer, `${path} as ${who}`).toEqual(nothing)
      }
    }
  }
})

test('a session of province A is nobody’s in province B', async () => {
  const session = await ask(
    ofA.citizen,
    `${b.office.tenant}.localhost`,
    { path: 'identity.session', type: 'query' },
    '{}',
  )
  expect(JSON.parse(session.text)).toMatchObject({ result: { data: null } })
})

test('after all this, nothing of province A has changed', async () => {
  expect(await stateOfA()).toEqual(before)
  expect(probes).toBeGreaterThan(1000)
})

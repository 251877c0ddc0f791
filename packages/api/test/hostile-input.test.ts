import { randomUUID } from 'node:crypto'
import { openDemonstration } from '@motcua/operations/tenants/open-demonstration'
import { fileDossier } from '@motcua/operations/testing'
import { staffRoles } from '@motcua/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hostileTexts, madeUp } from './made-up.ts'
import { key, openApis, staff } from './office.ts'
import { procedures } from './procedures.ts'

const open = await openApis()
const api = await open('long-an')
const { office } = api
const now = (await office.visitor()).now()

// One dossier to stumble over, and people of every kind who may ask.
const owner = await office.citizen()
const { dossierId, submissionNo, draftId } = await fileDossier(owner, '1.001193', { agencyId: staff.agency })
const known = [
  dossierId,
  submissionNo,
  draftId,
  staff.agency,
  '1.001193',
  'ttpvhcc',
  '2026-03-02',
  office.tenant,
]

const { session: citizen } = await api.portal().trpc.identity.register.mutate({
  fullName: 'Trần Văn Phá',
  citizenId: '080185000999',
  email: 'pha@example.vn',
  phone: '0901234999',
  password: 'mot-cua-2026',
})
await openDemonstration(
  office.db,
  office.tenant,
  {
    password: staff.password,
    citizens: [],
    staff: [
      { username: 'moi.viec', fullName: 'Nguyễn Đa Năng', agency: staff.agency, roles: [...staffRoles] },
    ],
  },
  now,
)
const { session: everything } = (await api.desk().trpc.identity.signInStaff.mutate({
  tenant: office.tenant,
  username: 'moi.viec',
  password: staff.password,
})) as { session: string }

const people = { visitor: undefined, citizen, staff: everything }
let asked = 0

/** What the API answers when this is sent as it is. Each call comes from an address of its own: none is turned away early. */
async function ask(who: keyof typeof people, { path, type }: { path: string; type: string }, body: string) {
  const session = people[who]
  const headers = {
    'x-motcua-key': key,
    'x-motcua-host': who === 'staff' ? 'desk.localhost' : `${office.tenant}.localhost`,
    'x-motcua-address': `203.0.113.${asked % 250}-${asked}`,
    'content-type': 'application/json',
    ...(session && { authorization: `Bearer ${session}` }),
  }
  asked += 1
  const address = `http://api/trpc/${path}`
  const request =
    type === 'query'
      ? new Request(`${address}?input=${encodeURIComponent(body)}`, { headers })
      : new Request(address, { method: 'POST', headers, body })
  const response = await api.app.fetch(request)
  return { status: response.status, text: await response.text() }
}

/** What an answer must never tell: where the code lies, what the archive says, how it is reached. */
const leaks =
  /node_modules|file:\/\/|\.ts:\d+|PostgresError|syntax error at|relation "|violates |postgres(ql)?:\/\/|password_hash/i

async function stands(...call: Parameters<typeof ask>): Promise<void> {
  const { status, text } = await ask(...call)
  const told = `${call[1].path} as ${call[0]} with ${call[2].slice(0, 300)}`
  expect(
    api.faults.splice(0).map(({ error }) => String((error as Error).stack)),
    told,
  ).toEqual([])
  expect(status, told).toBeLessThan(500)
  expect(text, told).not.toMatch(leaks)
}

const runs = { numRuns: 12, endOnFailure: true }

describe.each(procedures)('$path', (procedure) => {
  test('takes no harm from input of its own form and of none', async () => {
    const formed = procedure.input ? madeUp(procedure.input, known) : fc.constant(undefined)
    const wild = fc.jsonValue({ maxDepth: 3 })
    const who = fc.constantFrom('visitor', 'citizen', 'staff' as const)
    const any = fc.oneof({ weight: 4, arbitrary: formed }, { weight: 1, arbitrary: wild })
    // Whoever signs out or locks an account ends the session this test goes on with.
    const acts = procedure.path === 'identity.signOut' ? fc.constant('visitor' as const) : who
    await fc.assert(
      fc.asyncProperty(acts, any, (as, input) => stands(as, procedure, JSON.stringify(input) ?? '')),
      runs,
    )
  })
})

test('what is no JSON, no path and no method of ours is turned away in words', async () => {
  for (const body of [
    '',
    '{',
    '[[[[',
    '\u0000',
    'null',
    '"x"',
    '{"__proto__":{"admin":true}}',
    '9'.repeat(10_000),
  ])
    for (const type of ['query', 'mutation'])
      for (const path of ['intake.accept', 'nothing.at.all', '__proto__', 'identity', '%2e%2e%2f'])
        await stands('staff', { path, type }, body)
})

test.each(['files', 'slips'])('addresses under /%s lead to what is there or to nothing', async (room) => {
  const texts = [...hostileTexts, ...known, randomUUID()]
  for (const text of texts.filter((one) => one.isWellFormed())) {
    for (const path of [
      text,
      `${text}.pdf`,
      `${dossierId}/${text}.pdf`,
      `published/${text}.pdf?at=${text}`,
    ]) {
      const address = `http://api/${room}/${path.split('/').map(encodeURIComponent).join('/')}`
      for (const session of [undefined, citizen, everything]) {
        const response = await api.app.fetch(
          new Request(address, {
            headers: {
              'x-motcua-key': key,
              'x-motcua-host': session === everything ? 'desk.localhost' : `${office.tenant}.localhost`,
              ...(session && { authorization: `Bearer ${session}` }),
            },
          }),
        )
        expect(response.status, address).toBeLessThan(500)
        expect(await response.text(), address).not.toMatch(leaks)
      }
    }
  }
  expect(api.faults.splice(0)).toEqual([])
})

test('at least 1,000 hostile calls were made', () => {
  expect(asked).toBeGreaterThan(1000)
})

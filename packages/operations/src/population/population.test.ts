import { readFile } from 'node:fs/promises'
import { getAccount, listAudit } from '@motcua/db'
import { Conflict, Forbidden, NotFound } from '@motcua/domain'
import { describe, expect, test } from 'vitest'
import type { Context } from '../operation.ts'
import { openOffices, type Province, type TestOffice } from '../testing.ts'
import { decideOnPopulationUse, endPopulationUse } from './decide-use.ts'
import { httpPopulation } from './http-population.ts'
import { listPopulationUse, ownPopulationUse } from './list-use.ts'
import { PopulationDown, type PopulationDatabase } from './population-database.ts'
import { queryPerson } from './query-person.ts'
import { readPopulationPaper } from './read-paper.ts'
import { registerForPopulation } from './register-use.ts'
import { listPopulationQueries, reviewPopulationQueries } from './review-queries.ts'

const { open, db } = await openOffices()

const paper = { number: '12/CK', signedOn: '2026-02-20', format: 'digitally-signed' }
const agencyPapers = ['form-seven', 'form-eight'].map((form) => ({ ...paper, form }))
const purpose = 'Đối chiếu thông tin công dân khi tiếp nhận hồ sơ hộ tịch'
const xuan = { citizenId: '008190000456', fullName: 'Ma Thị Xuân', birthDate: '1990-02-11' }

/** The database as it answers: Mrs Xuân is known, everybody else is not. */
const population: PopulationDatabase = {
  find: (citizenId) => Promise.resolve(citizenId === xuan.citizenId ? xuan : undefined),
}

async function anOffice(province: Province = 'tuyen-quang') {
  const office = await open(province)
  const { tenant } = await office.visitor()
  const [agencyId, otherId] = [...tenant.agencies.values()]
    .filter(({ hasOneStopSection }) => hasOneStopSection)
    .map(({ id }) => id) as [string, string]
  const officer = await office.staff(agencyId)
  const admin = await office.staff(agencyId, 'unit-admin')
  const centre = await office.staff(otherId, 'account-manager')
  const auditor = await office.staff(otherId, 'auditor')
  return { office, agencyId, otherId, officer, admin, centre, auditor }
}

/** User name of the account a context acts as. */
async function usernameOf(office: TestOffice, context: Context): Promise<string> {
  const { accountId } = context.actor as { accountId: string }
  const account = await db.read(office.tenant, (tx) => getAccount(tx, accountId))
  return account.kind === 'staff' ? account.username : ''
}

async function register({ office, officer, admin }: Awaited<ReturnType<typeof anOffice>>): Promise<string> {
  const officers = [{ ...paper, username: await usernameOf(office, officer) }]
  return (await registerForPopulation(admin, { purpose, papers: agencyPapers, officers })).id
}

async function registered(province?: Province) {
  const all = await anOffice(province)
  const id = await register(all)
  await decideOnPopulationUse(all.centre, { id, decision: 'approve', policeReference: '88/QLHC' })
  return { ...all, id, asking: { ...all.officer, population } }
}

const refusedWith = (code: string) => expect.objectContaining({ refusal: expect.objectContaining({ code }) })

describe('an agency registers for the population database', () => {
  test('TQ25-15.1: it commits, and may ask only when the centre approved and the police registered it', async () => {
    const all = await anOffice()
    const asking = { ...all.officer, population }
    await expect(queryPerson(asking, { citizenId: xuan.citizenId, purpose })).rejects.toEqual(
      refusedWith('population-not-registered'),
    )
    const id = await register(all)
    await expect(queryPerson(asking, { citizenId: xuan.citizenId, purpose })).rejects.toEqual(
      refusedWith('population-not-registered'),
    )
    await expect(decideOnPopulationUse(all.centre, { id, decision: 'approve' })).rejects.toEqual(
      refusedWith('population-police-missing'),
    )
    await decideOnPopulationUse(all.centre, { id, decision: 'approve', policeReference: '88/QLHC' })
    expect(await queryPerson(asking, { citizenId: xuan.citizenId, purpose })).toMatchObject({
      outcome: 'found',
    })
    expect(await ownPopulationUse(all.officer, {})).toEqual({ mayAsk: true })
  })

  test('TQ25-15.2b, TQ25-15.2c: without forms 07 and 08 nothing is registered', async () => {
    const all = await anOffice()
    const officers = [{ ...paper, username: await usernameOf(all.office, all.officer) }]
    for (const papers of [[], agencyPapers.slice(0, 1), agencyPapers.slice(1)]) {
      await expect(registerForPopulation(all.admin, { purpose, papers, officers })).rejects.toEqual(
        refusedWith('population-papers-lacking'),
      )
    }
    expect((await listPopulationUse(all.admin, {})).registrations).toEqual([])
  })

  test('TQ25-15.2a: each officer’s own commitment on form 06 stands beside their name', async () => {
    const { admin } = await registered()
    const { registrations, terms } = await listPopulationUse(admin, {})
    expect(registrations[0]!.officers[0]).toMatchObject({
      fullName: 'Nguyễn Thanh Hòa',
      commitment: { ...paper, form: 'form-six' },
    })
    expect(terms).toMatchObject({
      papers: ['form-seven', 'form-eight'],
      commitment: 'form-six',
      reviewBy: 'police',
    })
  })

  test('TQ25-15.3: a paper that is neither digitally signed nor a true copy is not taken', async () => {
    const all = await anOffice()
    const username = await usernameOf(all.office, all.officer)
    const officers = [{ ...paper, username }]
    const scan = { ...paper, format: 'scan' }
    await expect(
      registerForPopulation(all.admin, {
        purpose,
        papers: [{ ...scan, form: 'form-seven' }, agencyPapers[1]!],
        officers,
      }),
    ).rejects.toEqual(refusedWith('population-paper-format'))
    await expect(
      registerForPopulation(all.admin, { purpose, papers: agencyPapers, officers: [{ ...scan, username }] }),
    ).rejects.toEqual(refusedWith('population-paper-format'))
    await expect(
      registerForPopulation(all.admin, {
        ...{ purpose, papers: agencyPapers },
        officers: [{ ...paper, username, signedOn: '2026-03-03' }],
      }),
    ).rejects.toEqual(refusedWith('population-paper-not-signed'))
  })

  test('TQ25-15.3: a file said to be signed must bear a signature that holds; it is read by those who decide, not by another body', async () => {
    const all = await anOffice()
    const username = await usernameOf(all.office, all.officer)
    const plain = new TextEncoder().encode('%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n')
    const papersOf = (bytes: Uint8Array<ArrayBuffer>) =>
      agencyPapers.map((one) => ({ ...one, upload: { name: 'van-ban.pdf', bytes } }))
    const officers = [{ ...paper, username }]
    await expect(
      registerForPopulation(all.admin, { purpose, papers: papersOf(plain), officers }),
    ).rejects.toEqual(refusedWith('paper-not-signed'))
    const signed = new Uint8Array(
      await readFile(new URL('../signatures/examples/openssl.pdf', import.meta.url)),
    )
    const { id } = await registerForPopulation(all.admin, { purpose, papers: papersOf(signed), officers })
    const [kept] = (await listPopulationUse(all.centre, {})).registrations[0]!.papers
    const { fileId } = kept!.file!
    expect(Buffer.from((await readPopulationPaper(all.centre, { id, fileId })).bytes)).toEqual(
      Buffer.from(signed),
    )
    const elsewhere = await all.office.staff(all.otherId, 'unit-admin')
    await expect(readPopulationPaper(elsewhere, { id, fileId })).rejects.toThrow(NotFound)
  })

  test('TQ25-15.4: only real people of the agency are registered, each once; a shared or another body’s account is not', async () => {
    const all = await anOffice()
    const stranger = await all.office.staff(all.otherId)
    for (const username of [await usernameOf(all.office, stranger), 'motcua.dungchung']) {
      await expect(
        registerForPopulation(all.admin, {
          purpose,
          papers: agencyPapers,
          officers: [{ ...paper, username }],
        }),
      ).rejects.toEqual(refusedWith('population-officer-unknown'))
    }
    await register(all)
    await expect(register(all)).rejects.toThrow(Conflict)
  })

  test('nobody approves what they filed themselves, and an agency ends only its own', async () => {
    const all = await anOffice()
    const both = {
      ...all.admin,
      actor: { ...all.admin.actor, roles: ['unit-admin', 'account-manager'] },
    } as Context
    const id = await register({ ...all, admin: both })
    await expect(
      decideOnPopulationUse(both, { id, decision: 'approve', policeReference: '1' }),
    ).rejects.toEqual(refusedWith('own-request'))
    const elsewhere = await all.office.staff(all.otherId, 'unit-admin')
    await expect(endPopulationUse(elsewhere, { id, reason: 'x' })).rejects.toThrow(NotFound)
    await expect(endPopulationUse(all.auditor, { id, reason: 'x' })).rejects.toThrow(Forbidden)
  })

  test('who is taken off the list asks no more, from that moment on', async () => {
    const { asking, admin, id } = await registered()
    const { accountId } = asking.actor as { accountId: string }
    await endPopulationUse(admin, { id, accountId, reason: 'Chuyển công tác' })
    await expect(queryPerson(asking, { citizenId: xuan.citizenId, purpose })).rejects.toEqual(
      refusedWith('population-not-registered'),
    )
    expect(await ownPopulationUse(asking, {})).toEqual({ mayAsk: false })
  })

  test('where the law asks for no papers an agency still registers and is approved by another', async () => {
    const all = await anOffice('long-an')
    const officers = [{ ...paper, username: await usernameOf(all.office, all.officer) }]
    const { id } = await registerForPopulation(all.admin, { purpose, papers: [], officers })
    await decideOnPopulationUse(all.centre, { id, decision: 'approve' })
    expect(await ownPopulationUse(all.officer, {})).toEqual({ mayAsk: true })
  })
})

describe('a query', () => {
  test('says where what was written down differs from the database', async () => {
    const { asking } = await registered()
    const asked = { citizenId: '008 190 000 456', purpose }
    expect(
      await queryPerson(asking, { ...asked, fullName: 'MA  THỊ XUÂN', birthDate: '1990-02-11' }),
    ).toMatchObject({
      outcome: 'found',
      differs: [],
    })
    expect(
      await queryPerson(asking, { ...asked, fullName: 'Ma Thi Xuan', birthDate: '1991-02-11' }),
    ).toMatchObject({
      outcome: 'differs',
      differs: ['fullName', 'birthDate'],
    })
    expect(await queryPerson(asking, { citizenId: '001099000001', purpose })).toEqual({
      outcome: 'unknown',
      differs: [],
    })
  })

  test('TQ25-29.4c: each is kept with who, when, why and whom, also one that got no answer, and stands in the trail', async () => {
    const { asking, auditor, office } = await registered()
    const down: PopulationDatabase = { find: () => Promise.reject(new PopulationDown('no')) }
    await queryPerson(asking, { citizenId: xuan.citizenId, purpose, procedureCode: '1.001193' })
    await expect(
      queryPerson({ ...asking, population: down }, { citizenId: xuan.citizenId, purpose }),
    ).rejects.toEqual(refusedWith('population-down'))
    const broken: PopulationDatabase = { find: () => Promise.reject(new Error('the process ended')) }
    await expect(
      queryPerson({ ...asking, population: broken }, { citizenId: xuan.citizenId, purpose }),
    ).rejects.toThrow('the process ended')
    const { queries, reviewBy } = await listPopulationQueries(auditor, {})
    expect(reviewBy).toBe('police')
    expect(queries.map(({ outcome }) => outcome).toSorted()).toEqual(['asked', 'down', 'found'])
    expect(queries.find(({ outcome }) => outcome === 'found')).toMatchObject({
      ...{ citizenId: xuan.citizenId, purpose, procedureCode: '1.001193' },
    })
    const trail = await db.read(office.tenant, (tx) =>
      listAudit(tx, { deed: 'population:query' }, { limit: 9 }),
    )
    expect(trail).toHaveLength(3)
    expect(JSON.stringify(trail)).not.toContain(xuan.citizenId)
  })

  test('without a purpose none is asked', async () => {
    const { asking, auditor } = await registered()
    await expect(queryPerson(asking, { citizenId: xuan.citizenId, purpose: ' ' })).rejects.toThrow('purpose')
    expect((await listPopulationQueries(auditor, {})).queries).toEqual([])
  })

  test('TQ25-29.4c: is reviewed once, by another than who asked; what was improper is said why', async () => {
    const { asking, auditor } = await registered()
    await queryPerson(asking, { citizenId: xuan.citizenId, purpose })
    const { id } = (await listPopulationQueries(auditor, {})).queries[0]!
    await expect(reviewPopulationQueries(auditor, { ids: [id], finding: 'improper' })).rejects.toEqual(
      refusedWith('population-remark-missing'),
    )
    const { accountId } = asking.actor as { accountId: string }
    const self = { ...auditor, actor: { ...auditor.actor, accountId } } as Context
    await expect(reviewPopulationQueries(self, { ids: [id], finding: 'proper' })).rejects.toThrow(Conflict)
    await reviewPopulationQueries(auditor, { ids: [id], finding: 'improper', remark: 'Không có hồ sơ' })
    await expect(reviewPopulationQueries(auditor, { ids: [id], finding: 'proper' })).rejects.toThrow(Conflict)
    expect((await listPopulationQueries(auditor, { open: false })).queries[0]!.review).toMatchObject({
      finding: 'improper',
      remark: 'Không có hồ sơ',
    })
    expect((await listPopulationQueries(auditor, {})).queries).toEqual([])
  })
})

describe('the population database over HTTP', () => {
  const client = (answer: () => Response | Promise<Response>) =>
    httpPopulation({
      ...{ url: 'http://population.test/persons', secret: 'a shared secret', seconds: () => 1_790_000_000 },
      fetch: (async () => answer()) as typeof fetch,
    })
  const asked = { by: 'x', purpose, reference: '6f1c2f0e-7a34-4d0e-9d0a-6d2d1a0e7b11' }

  test('is believed only when it answers about the person asked for', async () => {
    expect(await client(() => Response.json(xuan)).find(xuan.citizenId, asked)).toEqual(xuan)
    expect(await client(() => new Response('', { status: 404 })).find(xuan.citizenId, asked)).toBeUndefined()
    for (const wrong of [
      () => Response.json({ ...xuan, citizenId: '001099000001' }),
      () => new Response('oops', { status: 200 }),
      () => new Response('', { status: 500 }),
      () => Promise.reject(new TypeError('no route')),
    ]) {
      await expect(client(wrong).find(xuan.citizenId, asked)).rejects.toThrow(PopulationDown)
    }
  })
})

import { expect, test } from 'vitest'
import { issueSlip, nextSlipNo, registerOf, slipsOf } from '../src/index.ts'
import { testDatabase } from '../src/testing.ts'
import { accept, filed, nine } from './sample.ts'
import { seed } from './seed.ts'

const { db, fresh } = await testDatabase()

test('numbers of slips run without a gap by body, kind and year, whoever asks at once', async () => {
  const tenant = await fresh()
  await seed(db, tenant)
  const ask = (agencyId: string, year = 2026) =>
    db.transact(tenant, (tx) => nextSlipNo(tx, { agencyId, kind: 'apology', year }))
  const numbers = await Promise.all(Array.from({ length: 12 }, () => ask('xa-2')))
  expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  expect([await ask('xa-3'), await ask('xa-2', 2027), await ask('xa-2')]).toEqual([1, 1, 13])
})

test('a number whose deed was undone is given again: the book has no hole', async () => {
  const tenant = await fresh()
  await seed(db, tenant)
  const ask = { agencyId: 'xa-2', kind: 'refusal' as const, year: 2026 }
  const undone = db.transact(tenant, async (tx) => {
    await nextSlipNo(tx, ask)
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect(await db.transact(tenant, (tx) => nextSlipNo(tx, ask))).toBe(1)
})

test('a slip is issued once for an event and keeps its number', async () => {
  const tenant = await fresh()
  await seed(db, tenant)
  const { id } = await filed(db, tenant)
  const slip = { kind: 'completion-request' as const, eventVersion: 1, agencyId: 'xa-1', issuedAt: nine }
  const issued = await db.transact(tenant, (tx) => issueSlip(tx, id, slip))
  expect(issued).toEqual({ ...slip, year: 2026, n: 1 })
  await expect(db.transact(tenant, (tx) => issueSlip(tx, id, slip))).rejects.toThrow()
  expect(await db.read(tenant, (tx) => slipsOf(tx, id))).toEqual([issued])
})

test('the register of a body holds what it took in on these days, in the order of the codes', async () => {
  const tenant = await fresh()
  await seed(db, tenant)
  const codes: string[] = []
  for (let i = 0; i < 3; i++) {
    const { id } = await filed(db, tenant)
    const taken = await db.transact(tenant, (tx) => accept(tx, id))
    if (taken.granted) codes.push(taken.events[0]!.type === 'DossierAccepted' ? taken.events[0]!.code : '')
  }
  const [prefix, day] = codes[0]!.split('-') as [string, string]
  const read = (from: string, to: string, codePrefix = prefix) =>
    db.read(tenant, (tx) => registerOf(tx, { codePrefix, from, to, limit: 100 }))
  const found = (await read(day, day)).map((dossier) => ('code' in dossier ? dossier.code : ''))
  expect(found).toEqual(expect.arrayContaining(codes))
  expect(found).toEqual(found.toSorted())
  expect(await read('200101', '200131')).toEqual([])
  expect(await read(day, day, prefix.slice(0, -1))).toEqual([])
})

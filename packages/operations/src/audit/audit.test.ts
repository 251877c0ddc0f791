import { listAudit, listSeals } from '@motcua/db'
import { expect, test } from 'vitest'
import { openOffices } from '../testing.ts'
import { audit } from './audit.ts'
import { trailSealer } from './seal-trails.ts'
import { getTrail, listTrails } from './trail-report.ts'

const { open, db } = await openOffices()
const actor = { kind: 'system' as const, name: 'test' }

test('a deed is sealed half a minute later at most, and the trail is found intact', async () => {
  const office = await open('long-an')
  const now = (await office.visitor()).now()
  const deed = () =>
    db.transact(office.tenant, (tx) =>
      audit(
        { tx, actor, now },
        { deed: 'grant:give', thing: 'account', thingId: 'a', detail: { role: 'auditor' } },
      ),
    )
  let ticks = 0
  const seal = trailSealer(office, () => ticks)
  const seals = () => db.read(office.tenant, (tx) => listSeals(tx, 9))
  await deed()
  await seal()
  const before = (await seals()).length
  expect(before).toBeGreaterThan(0)
  await deed()
  ticks = 29_999
  await seal()
  expect(await seals()).toHaveLength(before)
  ticks = 30_000
  await seal()
  expect(await seals()).toHaveLength(before + 1)
  const [entry] = await db.read(office.tenant, (tx) => listAudit(tx, { deed: 'grant:give' }, { limit: 1 }))
  expect(entry).toMatchObject({ at: now, actorId: 'test', detail: { role: 'auditor' } })
  expect(await getTrail(db, office.tenant)).toMatchObject({ faults: [], seals: before + 1 })
  expect((await listTrails(db)).map(({ tenant }) => tenant)).toContain(office.tenant)
})

test('a seal written down earlier is held against the trail', async () => {
  const office = await open('ha-nam')
  const now = (await office.visitor()).now()
  await db.transact(office.tenant, (tx) =>
    audit({ tx, actor, now }, { deed: 'tenant:apply', thing: 'tenant', thingId: office.tenant }),
  )
  await trailSealer(office, () => 0)()
  const { lastSeal } = await getTrail(db, office.tenant)
  const { no, hash } = lastSeal!
  expect(await getTrail(db, office.tenant, { no, hash })).toMatchObject({ faults: [] })
  expect(await getTrail(db, office.tenant, { no, hash: 'f'.repeat(64) })).toMatchObject({
    faults: [{ at: 'seal', no, fault: 'altered' }],
  })
  expect(await getTrail(db, office.tenant, { no: no + 1, hash })).toMatchObject({
    faults: [{ at: 'seal', no: no + 1, fault: 'missing' }],
  })
})

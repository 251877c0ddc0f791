import { instant } from '@motcua/calendar'
import { expect, test } from 'vitest'
import { type PastDossier, type Stretch, pastDossiers } from '../src/index.ts'
import { testDatabase } from '../src/testing.ts'
import { accept, filed, finish, five, nine, noon } from './sample.ts'

const { db, fresh } = await testDatabase()

const all = (tenant: string, stretch?: Stretch, batch?: number) =>
  db.read(tenant, async (tx) => {
    const found: PastDossier[] = []
    for await (const some of pastDossiers(tx, stretch, batch)) found.push(...some)
    return found
  })

test('a dossier is told by its moments and terms, and nothing of the person is in it', async () => {
  const tenant = await fresh()
  const dossier = await filed(db, tenant, { fullName: 'Nguyễn Thị Đào' })
  await db.transact(tenant, (tx) => accept(tx, dossier.id))
  await db.transact(tenant, (tx) => finish(tx, dossier.id))
  const [past, ...more] = await all(tenant)
  expect(more).toEqual([])
  expect(past).toEqual({
    id: dossier.id,
    code: expect.stringMatching(/^H35/),
    mode: 'online',
    level: 'full',
    limit: { n: 1, unit: 'working-day' },
    submittedAt: nine,
    acceptedAt: noon,
    dueAt: five,
    resultAt: five,
  })
  expect(JSON.stringify(past)).not.toMatch(/Đào|080190001234|0912345678|Nguyễn/)
})

test('a dossier that was never accepted goes by its submission number and has no moments it did not reach', async () => {
  const tenant = await fresh()
  const dossier = await filed(db, tenant)
  expect(await all(tenant)).toEqual([
    {
      id: dossier.id,
      code: dossier.submissionNo,
      mode: 'online',
      level: 'full',
      limit: { n: 1, unit: 'working-day' },
      submittedAt: nine,
    },
  ])
})

test('batch after batch gives every dossier once, those of the asked stretch and of the asked tenant only', async () => {
  const [tenant, other] = [await fresh(), await fresh()]
  const days = ['2026-08-03', '2026-08-04', '2026-08-05', '2026-08-06', '2026-08-07']
  for (const day of days) await filed(db, tenant, { at: instant(`${day}T09:00:00+07:00`) })
  await filed(db, other)
  const found = await all(tenant, {}, 2)
  expect(found.map(({ submittedAt }) => submittedAt.slice(0, 10)).toSorted()).toEqual(days)
  const stretch = { from: instant('2026-08-04T00:00:00+07:00'), to: instant('2026-08-06T00:00:00+07:00') }
  const some = await all(tenant, stretch, 2)
  expect(some.map(({ submittedAt }) => submittedAt.slice(0, 10)).toSorted()).toEqual(days.slice(1, 3))
})

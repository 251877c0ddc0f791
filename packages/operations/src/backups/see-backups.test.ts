import { randomUUID } from 'node:crypto'
import { instant } from '@motcua/calendar'
import { choreDone, createAccount, lettersAbout, noteBackup, waitingChores } from '@motcua/db'
import { Forbidden } from '@motcua/domain'
import { expect, test } from 'vitest'
import { openOffices } from '../testing.ts'
import { seeBackups } from './see-backups.ts'
import { warnOfBackups } from './warn-backup.ts'

const { open, db } = await openOffices()

test('the administrator of a province sees how its backups stand, and what its law says; others do not', async () => {
  const office = await open('long-an')
  const { tenant } = await office.visitor()
  const [agencyId] = tenant.agencies.keys()
  const admin = await office.staff(agencyId!, 'tenant-admin')
  const before = await seeBackups(admin, {})
  expect(before).toMatchObject({ limitHours: 168, everyHours: 24, health: { state: 'none' }, backups: [] })
  expect(before.basis).toContainEqual(expect.objectContaining({ article: '4', clause: '6' }))
  expect(before.law.map(({ question }) => question)).toContain('retention.basis')
  const common = { id: randomUUID(), reason: 'scheduled' as const, tookMs: 7, by: 'system' }
  await db.transact(office.tenant, (tx) =>
    noteBackup(tx, { ...common, beganAt: admin.now(), outcome: 'failed', error: 'ENOSPC: /var/lib/secret' }),
  )
  const after = await seeBackups(admin, {})
  expect(after.backups).toMatchObject([{ failed: true, removed: false }])
  expect(JSON.stringify(after)).not.toContain('/var/lib')
  await expect(seeBackups(await office.staff(agencyId!, 'leader'), {})).rejects.toThrow(Forbidden)
})

test('AMB-33: administrators are written to two days before the latest backup is too old, then every day', async () => {
  const office = await open('phu-tho', { at: '2026-03-02T09:00:00+07:00' })
  const { tenant } = await office.visitor()
  const [agencyId] = tenant.agencies.keys()
  const person = {
    kind: 'staff' as const,
    id: randomUUID(),
    fullName: 'Phạm Quản Trị',
    username: 'quantri.pt',
  }
  await db.transact(office.tenant, (tx) =>
    createAccount(
      tx,
      {
        ...person,
        email: 'quantri@example.vn',
        roles: ['tenant-admin'],
        agencyId: agencyId!,
        passwordHash: 'unused',
      },
      instant('2026-03-02T09:00:00+07:00'),
    ),
  )
  const [chore] = (await db.read(office.tenant, waitingChores)).filter(
    ({ kind }) => kind === 'warn-of-backups',
  )
  expect(chore).toBeDefined()
  const at = async (moment: string) => {
    const now = instant(moment)
    const counter = { db, tenant, now, portal: 'http://x', chore: chore!, senders: {} as never }
    const next = await warnOfBackups({ ...counter, actor: { kind: 'system', name: 'test' } })
    await db.transact(office.tenant, (tx) => choreDone(tx, chore!.id, { at: now, again: next }))
    const letters = await db.read(office.tenant, (tx) => lettersAbout(tx, `account ${person.id}`))
    return { next, letters: letters.filter(({ message }) => message.startsWith('Backup')) }
  }
  expect(await at('2026-03-02T09:00:00+07:00')).toEqual({ next: '2026-03-07T09:00:00+07:00', letters: [] })
  const warned = await at('2026-03-07T09:00:00+07:00')
  expect(warned.next).toBe('2026-03-08T09:00:00+07:00')
  expect(warned.letters).toMatchObject([{ message: 'BackupSoonTooOld', recipient: 'quantri@example.vn' }])
  const late = await at('2026-03-09T09:00:00+07:00')
  expect(late.letters.map(({ message }) => message)).toContain('BackupTooOld')
})

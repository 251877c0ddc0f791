import { instant } from '@motcua/calendar'
import { Refused } from '@motcua/domain'
import { expect, test } from 'vitest'
import { actorOf } from '../identity/actor.ts'
import { openOffices, readProvince } from '../testing.ts'
import { becomeAdministrator, administratorInvitation } from './become-administrator.ts'
import { applyTenant } from './apply-tenant.ts'
import { readInvitationToken } from './invite-administrator.ts'

const { db, open } = await openOffices()
const now = instant('2026-03-02T09:00:00+07:00')

const person = {
  fullName: 'Đặng Quốc Bảo',
  username: 'Quoc.Bao',
  email: 'bao@ha-nam.example',
  agencyId: 'ttpvhcc',
  password: 'một mật khẩu dài',
}

async function invitedOffice() {
  const office = await open('ha-nam')
  const folder = await readProvince('ha-nam')
  const manifest = { ...folder.manifest, id: office.tenant, hosts: [`${office.tenant}.localhost`] }
  const { invited } = await applyTenant(db, { ...folder, manifest }, { now, invite: true })
  const invite = async () => {
    const again = await applyTenant(db, { ...folder, manifest }, { now, invite: true })
    return again.invited?.token
  }
  return { office, token: invited!.token, invite }
}

const secretOf = (token: string): string => readInvitationToken(token)!.secret

test('a new province invites its first administrator, who chooses a password and stands at the desk', async () => {
  const { office, token, invite } = await invitedOffice()
  const secret = secretOf(token)
  expect(readInvitationToken(token)?.tenant).toBe(office.tenant)
  const seen = await administratorInvitation(await office.visitor(), { secret })
  expect(seen).toMatchObject({
    roles: ['tenant-admin', 'account-manager'],
    agencies: expect.arrayContaining([]),
  })
  expect(seen.agencies.map(({ id }) => id)).toContain('ttpvhcc')
  const { session } = await becomeAdministrator(await office.visitor(), { ...person, secret })
  const actor = await actorOf(db, { session, tenant: office.tenant, kind: 'staff', address: '', now })
  expect(actor).toMatchObject({
    kind: 'staff',
    roles: ['tenant-admin', 'account-manager'],
    agencyId: 'ttpvhcc',
  })
  expect(await invite()).toBeUndefined()
  await expect(
    becomeAdministrator(await office.visitor(), {
      ...person,
      secret,
      username: 'ke-khac',
      email: 'x@y.example',
    }),
  ).rejects.toThrow('invitation-void')
})

test('applying again before anybody came gives a new link, and the old one works no longer', async () => {
  const { office, token, invite } = await invitedOffice()
  const second = (await invite())!
  await expect(
    becomeAdministrator(await office.visitor(), { ...person, secret: secretOf(token) }),
  ).rejects.toThrow(Refused)
  await becomeAdministrator(await office.visitor(), { ...person, secret: secretOf(second) })
})

test('an invitation of one province is none in another', async () => {
  const { token } = await invitedOffice()
  const other = await invitedOffice()
  await expect(
    administratorInvitation(await other.office.visitor(), { secret: secretOf(token) }),
  ).rejects.toThrow('invitation-void')
})

test('a body that is not there, a short password or a strange user name leave the invitation unused', async () => {
  const { office, token } = await invitedOffice()
  const secret = secretOf(token)
  for (const wrong of [{ agencyId: 'nobody' }, { password: 'ngan' }, { username: 'có dấu' }])
    await expect(
      becomeAdministrator(await office.visitor(), { ...person, ...wrong, secret }),
    ).rejects.toThrow()
  await becomeAdministrator(await office.visitor(), { ...person, secret })
})

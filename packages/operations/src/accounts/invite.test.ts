import { deedsOf, findStaff } from '@motcua/db'
import { Refused } from '@motcua/domain'
import { describe, expect, test } from 'vitest'
import { signInStaff } from '../identity/sign-in.ts'
import { openOffices, type TestOffice } from '../testing.ts'
import { acceptInvitation, getInvitation } from './accept-invitation.ts'
import { invite } from './invite.ts'

const { open } = await openOffices()
const refusal = async (work: Promise<unknown>) => {
  const error = await work.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Refused)
  return (error as Refused).refusal.code
}
const ha = {
  username: 'nguyenthiha.soxaydung',
  fullName: 'Nguyễn Thị Hà',
  roles: ['specialist' as const],
  agencyId: 'so-xay-dung',
}
const password = 'con mèo ngủ trưa bên cửa sổ'

async function invited(office: TestOffice) {
  const { now, db } = await office.visitor()
  return db.transact(office.tenant, (tx) => invite(tx, ha, { now: now(), by: { name: 'Lê Thị Hoa' } }))
}

describe('an invitation', () => {
  test('PT20-25.1.2: nobody signs in before the holder chose a password, and then only with that one', async () => {
    const office = await open('phu-tho')
    const visitor = await office.visitor()
    const { token, accountId } = await invited(office)
    const tryWith = (password: string) => signInStaff(visitor, { username: ha.username, password })
    expect(await refusal(tryWith(''))).toBe('wrong-login')
    expect(await refusal(tryWith(token))).toBe('wrong-login')
    expect(await getInvitation(visitor, { token })).toEqual({
      username: ha.username,
      fullName: ha.fullName,
      tenant: 'Phú Thọ',
    })
    expect(await acceptInvitation(visitor, { token, password })).toEqual({ username: ha.username })
    expect(await tryWith(password)).toHaveProperty('session')
    const deeds = await office.db.read(office.tenant, (tx) => deedsOf(tx, accountId))
    expect(deeds.map(({ deed, byName }) => [deed, byName])).toEqual([
      ['password-chosen', 'Nguyễn Thị Hà'],
      ['invited', 'Lê Thị Hoa'],
      ['issued', 'Lê Thị Hoa'],
    ])
  })

  test('is good once, for a week, in its province; a weak password does not use it up', async () => {
    const office = await open('phu-tho')
    const other = await open('ha-nam')
    const visitor = await office.visitor()
    const { token } = await invited(office)
    expect(await refusal(acceptInvitation(await other.visitor(), { token, password }))).toBe(
      'invitation-not-good',
    )
    const moved = token.replace(office.tenant, other.tenant)
    expect(await refusal(acceptInvitation(await other.visitor(), { token: moved, password }))).toBe(
      'invitation-not-good',
    )
    const weak = { token, password: 'nguyenthiha' }
    expect(await refusal(acceptInvitation(visitor, weak))).toBe('password-too-common')
    await expect(acceptInvitation(visitor, { token, password: 'ngắn' })).rejects.toThrow(/too_small/)
    office.at('2026-03-09T08:59:00+07:00')
    expect(await acceptInvitation(visitor, { token, password })).toBeDefined()
    expect(await refusal(acceptInvitation(visitor, { token, password }))).toBe('invitation-not-good')
    const late = await open('phu-tho')
    const second = await invited(late)
    late.at('2026-03-09T09:00:00+07:00')
    expect(await refusal(getInvitation(await late.visitor(), { token: second.token }))).toBe(
      'invitation-not-good',
    )
  })

  test('given again takes the earlier one back, but never opens an account that has a password', async () => {
    const office = await open('phu-tho')
    const visitor = await office.visitor()
    const [first, second] = [await invited(office), await invited(office)]
    expect(second.accountId).toBe(first.accountId)
    expect(await refusal(getInvitation(visitor, { token: first.token }))).toBe('invitation-not-good')
    await acceptInvitation(visitor, { token: second.token, password })
    expect(await refusal(invited(office))).toBe('login-taken')
  })

  test('the archive does not hold it', async () => {
    const office = await open('phu-tho')
    const { token } = await invited(office)
    const account = await office.db.read(office.tenant, (tx) => findStaff(tx, ha.username))
    expect(account).not.toHaveProperty('passwordHash')
    expect(JSON.stringify(account)).not.toContain(token.split('.')[1])
  })

  test('of two who take it up at once one chooses the password', async () => {
    const office = await open('phu-tho')
    const visitor = await office.visitor()
    const { token } = await invited(office)
    const both = await Promise.allSettled([
      acceptInvitation(visitor, { token, password }),
      acceptInvitation(visitor, { token, password: 'ngõ nhỏ phố cũ mưa rào' }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })
})

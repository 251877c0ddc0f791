import { afterAll, describe, expect, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import { createAccount, findFactor, type StaffAccount } from '@motcua/db'
import { Refused, TooManyAttempts } from '@motcua/domain'
import { Secret, TOTP } from 'otpauth'
import { actorOf } from '../identity/actor.ts'
import { openTestProvider } from '../identity/oidc/testing-provider.ts'
import { hashPassword } from '../identity/password.ts'
import { createSealing } from '../identity/sealing.ts'
import { signInStaff } from '../identity/sign-in.ts'
import type { Context } from '../operation.ts'
import { openOffices, type Province } from '../testing.ts'
import { demandPasswordChange } from './account-help.ts'
import { lockAtOnce } from './lock-at-once.ts'
import {
  beginOfficialSignIn,
  finishOfficialSignIn,
  linkOfficialAccount,
  listOfficialSignIns,
} from './official-sign-in.ts'
import {
  beginSecondFactor,
  changeOwnPassword,
  confirmSecondFactor,
  getOwnSecurity,
  removeSecondFactor,
  resetSecondFactor,
} from './own-account.ts'
import { endOwnSessions, listOwnSessions } from './own-sessions.ts'
import { enterNewPassword, enterSecondFactor } from './second-step.ts'
import type { StaffSignIn } from './staff-sign-in.ts'

const { open } = await openOffices()
const provider = await openTestProvider({ name: 'Nguyễn Thị Hà', level: 2 })
afterAll(() => provider.close())
const sealing = createSealing('a key that is nowhere in the archive')
const password = 'con mèo ngủ trưa bên cửa sổ'
const passwordHash = await hashPassword(password)

const refusal = async (work: Promise<unknown>) => {
  const error = await work.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Refused)
  return (error as Refused).refusal.code
}
const sessionOf = (step: StaffSignIn): string => {
  if (!('session' in step)) throw new Error(`not signed in yet: ${step.next}`)
  return step.session
}
const ticketOf = (step: StaffSignIn, next: string): string => {
  if ('session' in step || step.next !== next) throw new Error('signed in already')
  return step.ticket
}

/** An officer with a password, at a desk that seals and is joined to the identity systems. */
async function officer(province: Province = 'tuyen-quang', more: Partial<StaffAccount> = {}) {
  const office = await open(province)
  const desk = async (): Promise<Context> => ({
    ...(await office.visitor()),
    sealing,
    desk: 'http://desk.localhost',
    identityProviders: provider.providers,
  })
  const account: StaffAccount = {
    kind: 'staff',
    id: randomUUID(),
    fullName: 'Nguyễn Thị Hà',
    username: 'ha.so-y-te',
    roles: ['specialist'],
    agencyId: 'so-y-te',
    passwordHash,
    ...more,
  }
  const now = (await desk()).now
  await office.db.transact(office.tenant, (tx) => createAccount(tx, account, now()))
  const signIn = async (typed = password) =>
    signInStaff(await desk(), { username: account.username, password: typed })
  const who = (session: string) =>
    actorOf(office.db, { session, tenant: office.tenant, kind: 'staff', address: '198.51.100.4', now: now() })
  const as = async (session: string): Promise<Context> => ({ ...(await desk()), actor: await who(session) })
  const me = async () => as(sessionOf(await signIn()))
  return { office, desk, account, signIn, who, as, me, now }
}

const codeAt = (secret: string, moment: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(moment) })

async function withFactor() {
  const all = await officer()
  const me = await all.me()
  const { secret, uri } = await beginSecondFactor(me, {})
  const code = codeAt(secret, '2026-03-02T09:00:00+07:00')
  const { codes } = await confirmSecondFactor(me, { code })
  return { ...all, mine: me, secret, uri, code, codes }
}

describe('the second factor', () => {
  test('is asked for after the password, and each of its codes opens once', async () => {
    const { office, desk, signIn, who, secret, uri, code } = await withFactor()
    expect(uri).toMatch(/^otpauth:\/\/totp\/.+secret=/)
    const ticket = ticketOf(await signIn(), 'second-factor')
    expect((await who(ticket)).kind).toBe('visitor')
    // The code that turned it on is used.
    expect(await refusal(enterSecondFactor(await desk(), { ticket, code }))).toBe('wrong-code')
    office.at('2026-03-02T09:01:00+07:00')
    const next = codeAt(secret, '2026-03-02T09:01:00+07:00')
    const session = sessionOf(await enterSecondFactor(await desk(), { ticket, code: next }))
    expect((await who(session)).kind).toBe('staff')
    expect(await refusal(enterSecondFactor(await desk(), { ticket, code: next }))).toBe('invitation-not-good')
    const again = ticketOf(await signIn(), 'second-factor')
    expect(await refusal(enterSecondFactor(await desk(), { ticket: again, code: next }))).toBe('wrong-code')
  })

  test('of an old moment or after ten minutes lets nobody in, and guessing ends after six tries', async () => {
    const { office, desk, signIn, secret } = await withFactor()
    const ticket = ticketOf(await signIn(), 'second-factor')
    const old = codeAt(secret, '2026-03-02T08:58:00+07:00')
    for (const code of [old, '000000', 'abcdef', '', '12345', '1234567'])
      expect(await refusal(enterSecondFactor(await desk(), { ticket, code }))).toBe('wrong-code')
    await expect(enterSecondFactor(await desk(), { ticket, code: '000000' })).rejects.toThrow(TooManyAttempts)
    office.at('2026-03-02T09:16:00+07:00')
    const right = codeAt(secret, '2026-03-02T09:16:00+07:00')
    expect(await refusal(enterSecondFactor(await desk(), { ticket, code: right }))).toBe(
      'invitation-not-good',
    )
  })

  test('that is lost is stood in for by a recovery code, once; a new sign-in needs another', async () => {
    const { desk, signIn, codes, mine } = await withFactor()
    expect(new Set(codes).size).toBe(10)
    const enter = async (code: string) => {
      const ticket = ticketOf(await signIn(), 'second-factor')
      return enterSecondFactor(await desk(), { ticket, code })
    }
    expect(await enter(codes[0]!.toLowerCase())).toHaveProperty('session')
    expect(await refusal(enter(codes[0]!))).toBe('wrong-code')
    expect(await enter(codes[1]!)).toHaveProperty('session')
    expect(await getOwnSecurity(mine, {})).toMatchObject({ secondFactor: true, recoveryCodes: 8 })
  })

  test('is not in the archive in the clear, and opens for no other account', async () => {
    const { office, account, secret } = await withFactor()
    const kept = await office.db.read(office.tenant, (tx) => findFactor(tx, account.id))
    expect(JSON.stringify(kept)).not.toContain(secret)
    const about = `second-factor ${office.tenant} ${account.id}`
    expect(sealing.open(kept!.sealedSecret, about)).toBe(secret)
    expect(() => sealing.open(kept!.sealedSecret, `second-factor ${office.tenant} ${randomUUID()}`)).toThrow()
    expect(() => createSealing('another key').open(kept!.sealedSecret, about)).toThrow()
  })

  test('is turned off with the password, or by a manager who says why', async () => {
    const { office, mine, account, signIn, desk, codes } = await withFactor()
    expect(await refusal(removeSecondFactor(mine, { current: 'sai mật khẩu' }))).toBe('wrong-password')
    await removeSecondFactor(mine, { current: password })
    expect(await signIn()).toHaveProperty('session')
    expect(await getOwnSecurity(mine, {})).toMatchObject({ secondFactor: false, recoveryCodes: 0 })
    const { secret } = await beginSecondFactor(mine, {})
    office.at('2026-03-02T10:00:00+07:00')
    await confirmSecondFactor(
      { ...mine, now: (await desk()).now },
      { code: codeAt(secret, '2026-03-02T10:00:00+07:00') },
    )
    const ticket = ticketOf(await signIn(), 'second-factor')
    expect(await refusal(enterSecondFactor(await desk(), { ticket, code: codes[5]! }))).toBe('wrong-code')
    const manager = await office.staff('ttpvhcc', 'account-manager')
    await resetSecondFactor(manager, { accountId: account.id, reason: 'Mất điện thoại' })
    expect(await signIn()).toHaveProperty('session')
  })

  test('is not begun where the house keeps no key to seal it with', async () => {
    const { me } = await officer()
    expect(await refusal(beginSecondFactor({ ...(await me()), sealing: undefined }, {}))).toBe(
      'second-factor-not-offered',
    )
  })
})

describe('a password', () => {
  test('PT20-25.1.2: where a new one is demanded nothing opens before it is chosen, and the old one is none', async () => {
    const { desk, signIn, who } = await officer('phu-tho', {
      mustChangePassword: true,
      agencyId: 'so-xay-dung',
    })
    const ticket = ticketOf(await signIn(), 'new-password')
    expect((await who(ticket)).kind).toBe('visitor')
    expect(await refusal(enterNewPassword(await desk(), { ticket, password }))).toBe('password-unchanged')
    expect(await refusal(enterNewPassword(await desk(), { ticket, password: 'nguyenthiha1' }))).toBe(
      'password-too-common',
    )
    const chosen = 'ngõ nhỏ phố cũ mưa rào'
    expect(
      (await who(sessionOf(await enterNewPassword(await desk(), { ticket, password: chosen })))).kind,
    ).toBe('staff')
    expect(await refusal(signIn())).toBe('wrong-login')
    expect(await signIn(chosen)).toHaveProperty('session')
  })

  test('others may know is demanded anew, and the sessions it opened end', async () => {
    const { office, account, signIn, who } = await officer()
    const session = sessionOf(await signIn())
    const manager = await office.staff('ttpvhcc', 'account-manager')
    await demandPasswordChange(manager, { accountId: account.id, reason: 'Nghi lộ mật khẩu' })
    expect((await who(session)).kind).toBe('visitor')
    ticketOf(await signIn(), 'new-password')
  })

  test('is changed with the present one, and every other session ends', async () => {
    const { signIn, as, who } = await officer()
    const [mine, other] = [sessionOf(await signIn()), sessionOf(await signIn())]
    const change = { password: 'ngõ nhỏ phố cũ mưa rào', session: mine }
    expect(await refusal(changeOwnPassword(await as(mine), { ...change, current: 'sai rồi nhé' }))).toBe(
      'wrong-password',
    )
    await changeOwnPassword(await as(mine), { ...change, current: password })
    expect((await who(mine)).kind).toBe('staff')
    expect((await who(other)).kind).toBe('visitor')
    expect(await refusal(signIn())).toBe('wrong-login')
  })

  test('is asked for again a limited number of times', async () => {
    const { me } = await officer()
    const mine = await me()
    for (let i = 0; i < 8; i++) await refusal(removeSecondFactor(mine, { current: `sai ${i}` }))
    await expect(removeSecondFactor(mine, { current: password })).rejects.toThrow(TooManyAttempts)
  })
})

describe('sessions', () => {
  test('are listed to their holder with where and when, and ended one by one or all at once', async () => {
    const { signIn, as, who } = await officer()
    const [mine, second, third] = [
      sessionOf(await signIn()),
      sessionOf(await signIn()),
      sessionOf(await signIn()),
    ]
    const context = await as(mine!)
    const listed = await listOwnSessions(context, { session: mine! })
    expect(listed).toHaveLength(3)
    expect(listed.filter(({ current }) => current)).toMatchObject([
      { openedAt: '2026-03-02T09:00:00+07:00', address: '203.0.113.7', proof: 'password' },
    ])
    expect(JSON.stringify(listed)).not.toContain(mine!.split('.')[2])
    const [other] = listed.filter(({ current }) => !current)
    await endOwnSessions(context, { session: mine!, id: other!.id })
    expect(await listOwnSessions(context, { session: mine! })).toHaveLength(2)
    await endOwnSessions(context, { session: mine! })
    expect((await who(mine!)).kind).toBe('staff')
    for (const session of [second!, third!]) expect((await who(session)).kind).toBe('visitor')
  })

  test('of others are not ended', async () => {
    const { office, me, signIn, as } = await officer()
    const session = sessionOf(await signIn())
    const [theirs] = await listOwnSessions(await as(session), { session })
    const stranger = await office.staff('so-y-te', 'specialist')
    await expect(endOwnSessions(stranger, { session, id: theirs!.id })).rejects.toThrow(/not found/)
    expect(await listOwnSessions(await me(), { session })).toHaveLength(2)
  })

  test('of an officer end after a day, however much they are used', async () => {
    const { office, signIn, who } = await officer()
    const session = sessionOf(await signIn())
    for (const hour of ['16', '23']) {
      office.at(`2026-03-02T${hour}:00:00+07:00`)
      expect((await who(session)).kind).toBe('staff')
    }
    office.at('2026-03-03T08:00:00+07:00')
    expect((await who(session)).kind).toBe('staff')
    office.at('2026-03-03T09:01:00+07:00')
    expect((await who(session)).kind).toBe('visitor')
  })
})

describe('the official account', () => {
  const come = async (context: Context, name: string) => {
    provider.person = { name, level: 2 }
    const { url, flow } = await beginOfficialSignIn(context, { system: 'official-account' })
    return { system: 'official-account' as const, flow, back: await provider.agree(url) }
  }

  test('TQ25-14.2: signs an officer in who linked it before; one that is not linked is not known', async () => {
    const { desk, me, who } = await officer()
    expect(await listOfficialSignIns(await desk(), {})).toEqual(['vneid', 'official-account'])
    const visitor = await desk()
    expect(await refusal(finishOfficialSignIn(visitor, await come(visitor, 'Hà')))).toBe(
      'official-account-unknown',
    )
    const mine = await me()
    await linkOfficialAccount(mine, await come(mine, 'Hà'))
    expect(await getOwnSecurity(mine, {})).toMatchObject({ officials: ['official-account'] })
    const session = sessionOf(await finishOfficialSignIn(visitor, await come(visitor, 'Hà')))
    expect(await who(session)).toMatchObject({ kind: 'staff', fullName: 'Nguyễn Thị Hà' })
    expect(await refusal(finishOfficialSignIn(visitor, await come(visitor, 'Lan')))).toBe(
      'official-account-unknown',
    )
  })

  test('is linked to one staff account, and comes back once, with the flow it left with', async () => {
    const { office, desk, me } = await officer()
    const mine = await me()
    const came = await come(mine, 'Hà')
    await linkOfficialAccount(mine, came)
    expect(await refusal(linkOfficialAccount(mine, came))).toBe('sign-in-expired')
    const other = { ...(await desk()), actor: (await office.staff('so-y-te', 'specialist')).actor }
    expect(await refusal(linkOfficialAccount(other, await come(other, 'Hà')))).toBe('official-account-taken')
  })

  test('lets a locked officer in no more than the password does', async () => {
    const { desk, me, office, account } = await officer()
    const mine = await me()
    await linkOfficialAccount(mine, await come(mine, 'Hà'))
    const manager = await office.staff('ttpvhcc', 'account-manager')
    await lockAtOnce(manager, { cause: 'detected-risk', accountId: account.id, reason: 'Bất thường' })
    const visitor = await desk()
    expect(await refusal(finishOfficialSignIn(visitor, await come(visitor, 'Hà')))).toBe('account-locked')
  })
})

import { findAccount, lettersAbout } from '@motcua/db'
import { Refused } from '@motcua/domain'
import { describe, expect, test } from 'vitest'
import { actorOf } from '../identity/actor.ts'
import { register } from '../identity/register.ts'
import { signIn } from '../identity/sign-in.ts'
import type { Context } from '../operation.ts'
import { openOffices, type Province, type TestOffice } from '../testing.ts'
import { changeHolderPassword } from './change-holder-password.ts'
import { deleteAccount } from './delete-account.ts'
import { endHolderSessions } from './end-holder-sessions.ts'
import { getOwnAccount } from './get-own-account.ts'
import { askRecovery, checkRecovery, finishRecovery } from './recover-account.ts'
import { restAccount } from './rest-account.ts'
import { saveOwnAccount } from './save-own-account.ts'

const { open } = await openOffices()

const person = {
  fullName: 'Trần Thị Đan',
  citizenId: '080185000123',
  email: 'dan@example.vn',
  phone: '0901234567',
  password: 'sông Vàm Cỏ chảy chậm',
}

const signed = async (office: TestOffice, context: Context, session: string): Promise<Context> => ({
  ...context,
  actor: await actorOf(office.db, {
    session,
    tenant: office.tenant,
    kind: 'citizen',
    address: '203.0.113.7',
    now: context.now(),
  }),
})

/** A person who has just registered, and what they do things with. */
async function registered(province: Province, at?: string) {
  const office = await open(province, at === undefined ? {} : { at })
  const visitor = await office.visitor()
  const { session } = await register(visitor, person)
  const holder = await signed(office, visitor, session)
  const { accountId } = holder.actor as { accountId: string }
  const letters = () => office.db.read(office.tenant, (tx) => lettersAbout(tx, `account ${accountId}`))
  return { office, visitor, session, holder, accountId, letters }
}

const refusalOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Refused)
  return (error as Refused).refusal.code
}

const secretIn = (body: string): string => /\/recovery\/([\w-]{43})/.exec(body)![1]!

describe('a new account', () => {
  test.each(['ha-nam', 'phu-tho'] as const)(
    'HN19-6.1b, PT20-7.1b: is told of by e-mail or text message, one of them (%s)',
    async (province) => {
      const { letters } = await registered(province)
      expect(await letters()).toMatchObject([{ message: 'AccountOpened', channel: 'email' }])
    },
  )

  test('is told of by every way known where the law names none', async () => {
    const { letters } = await registered('long-an')
    expect((await letters()).map(({ channel }) => channel).toSorted()).toEqual(['email', 'sms'])
  })

  test('takes no password that is tried first', async () => {
    const office = await open('long-an')
    const common = { ...person, password: 'password123' }
    expect(await refusalOf(register(await office.visitor(), common))).toBe('password-too-common')
  })
})

describe('a forgotten password', () => {
  test('is replaced by a link that works once, for half an hour, and ends every session', async () => {
    const { office, visitor, session, letters } = await registered('long-an')
    await askRecovery(visitor, { login: person.citizenId })
    const letter = (await letters()).find(
      ({ message, channel }) => message === 'AccountRecovery' && channel === 'email',
    )
    const secret = secretIn(letter!.body)
    expect(await checkRecovery(visitor, { secret })).toEqual({ good: true })
    await finishRecovery(visitor, { secret, password: 'chợ Tân An đông từ sớm' })
    expect((await signed(office, visitor, session)).actor.kind).toBe('visitor')
    expect(await signIn(visitor, { login: person.email, password: 'chợ Tân An đông từ sớm' })).toBeDefined()
    expect(await refusalOf(signIn(visitor, { login: person.email, password: person.password }))).toBe(
      'wrong-login',
    )
    const again = finishRecovery(visitor, { secret, password: 'một mật khẩu khác hẳn' })
    expect(await refusalOf(again)).toBe('proof-expired')
  })

  test('has no link left after half an hour, and only the newest one works', async () => {
    const { office, visitor, letters } = await registered('ha-nam', '2026-03-02T09:00:00+07:00')
    await askRecovery(visitor, { login: person.email })
    await askRecovery(visitor, { login: person.email })
    const [first, second] = (await letters())
      .filter(({ message }) => message === 'AccountRecovery')
      .map(({ body }) => secretIn(body))
    const good = await Promise.all([first!, second!].map((secret) => checkRecovery(visitor, { secret })))
    expect(good.filter((one) => one.good)).toHaveLength(1)
    office.at('2026-03-02T09:30:01+07:00')
    const late = await Promise.all([first!, second!].map((secret) => checkRecovery(visitor, { secret })))
    expect(late.some((one) => one.good)).toBe(false)
  })

  test('is answered alike whether there is an account or not, and three times an hour', async () => {
    const { visitor } = await registered('long-an')
    expect(await askRecovery(visitor, { login: 'nobody@example.vn' })).toBeUndefined()
    for (let times = 0; times < 3; times++) await askRecovery(visitor, { login: person.email })
    await expect(askRecovery(visitor, { login: person.email })).rejects.toThrow(/too many/i)
  })
})

describe('one’s own account', () => {
  test('PT20-7.1d: is corrected by its holder, and the old addresses are told', async () => {
    const { holder, letters } = await registered('phu-tho')
    const change = {
      fullName: 'Trần Thị Đan Thanh',
      email: 'moi@example.vn',
      phone: '0909 999 999',
      birthDate: '1985-03-27',
      address: 'Việt Trì',
    }
    expect(await refusalOf(saveOwnAccount(holder, change))).toBe('wrong-password')
    await saveOwnAccount(holder, { ...change, password: person.password })
    expect(await getOwnAccount(holder, undefined)).toMatchObject({
      fullName: 'Trần Thị Đan Thanh',
      email: 'moi@example.vn',
      phone: '0909999999',
      address: 'Việt Trì',
    })
    expect(await letters()).toContainEqual(
      expect.objectContaining({ message: 'AccountChanged', recipient: 'dan@example.vn' }),
    )
  })

  test('PT20-7.1d: is rested or given up by its holder only where the law lets them', async () => {
    const { holder } = await registered('phu-tho')
    const proof = { password: person.password }
    expect(await refusalOf(restAccount(holder, proof))).toBe('self-service-not-regulated')
    expect(await refusalOf(deleteAccount(holder, proof))).toBe('self-service-not-regulated')
    expect((await getOwnAccount(holder, undefined)).may).toEqual({
      edit: true,
      suspend: false,
      delete: false,
    })
  })

  test('TQ25-30.1b: is rested, lets nobody in, and is taken up again by its holder', async () => {
    const { office, visitor, session } = await registered('tuyen-quang', '2025-12-01T09:00:00+07:00')
    office.at('2025-12-15T09:00:00+07:00')
    await restAccount(await signed(office, visitor, session), { password: person.password })
    expect((await signed(office, visitor, session)).actor.kind).toBe('visitor')
    const login = { login: person.email, password: person.password }
    expect(await refusalOf(signIn(visitor, login))).toBe('account-suspended')
    await signIn(visitor, { ...login, resume: true })
    expect(await signIn(visitor, login)).toBeDefined()
  })

  test('TQ25-30.1b: is given up: nothing by which its holder is known stays, and nobody signs in', async () => {
    const { office, visitor, session } = await registered('tuyen-quang', '2025-12-01T09:00:00+07:00')
    office.at('2025-12-15T09:00:00+07:00')
    await deleteAccount(await signed(office, visitor, session), { password: person.password })
    for (const [key, value] of [
      ['email', person.email],
      ['citizenId', person.citizenId],
    ] as const)
      expect(await office.db.read(office.tenant, (tx) => findAccount(tx, key, value))).toBeUndefined()
    expect(await refusalOf(signIn(visitor, { login: person.email, password: person.password }))).toBe(
      'wrong-login',
    )
  })

  test('signs other browsers out, one or all, and never those of somebody else', async () => {
    const { office, visitor, holder, session } = await registered('long-an')
    const other = await signIn(visitor, { login: person.email, password: person.password })
    const { sessions } = await getOwnAccount(holder, undefined)
    expect(sessions).toHaveLength(2)
    expect(sessions[0]).toMatchObject({ proof: 'password', address: '203.0.113.7' })

    const stranger = await office.citizen()
    await endHolderSessions(stranger, { id: sessions[0]!.id })
    await endHolderSessions(stranger, {})
    expect((await getOwnAccount(holder, undefined)).sessions).toHaveLength(2)

    await changeHolderPassword(holder, {
      password: person.password,
      newPassword: 'cầu Bến Lức dài lắm',
      session,
    })
    expect((await signed(office, visitor, other.session)).actor.kind).toBe('visitor')
    expect((await signed(office, visitor, session)).actor.kind).toBe('citizen')
    await endHolderSessions(holder, {})
    expect((await signed(office, visitor, session)).actor.kind).toBe('visitor')
  })
})

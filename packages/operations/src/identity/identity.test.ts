import { listAudit } from '@motcua/db'
import { Refused, TooManyAttempts } from '@motcua/domain'
import { describe, expect, test } from 'vitest'
import type { Context } from '../operation.ts'
import { openDemonstration } from '../tenants/open-demonstration.ts'
import { openOffices, type TestOffice } from '../testing.ts'
import { actorOf } from './actor.ts'
import { getSession } from './get-session.ts'
import { register } from './register.ts'
import { signIn, signInStaff } from './sign-in.ts'
import { signOut } from './sign-out.ts'

const { open } = await openOffices()
const refusalOf = async (work: Promise<unknown>) => {
  const error = await work.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Refused)
  return (error as Refused).refusal
}

const person = {
  fullName: ' Trần Thị  Đan ',
  citizenId: '080 185 000 123',
  email: 'Dan@example.vn',
  phone: '0901 234 567',
  birthDate: '1985-03-27',
  password: 'mật khẩu của Đan',
}

const whoIs = async (office: TestOffice, session: string, kind: 'citizen' | 'staff' = 'citizen') => {
  const { db, now } = await office.visitor()
  return actorOf(db, { session, tenant: office.tenant, kind, address: '203.0.113.7', now: now() })
}

describe('registering', () => {
  test('a person who registers is signed in, with what they told tidied', async () => {
    const office = await open('long-an')
    const visitor = await office.visitor()
    const { session } = await register(visitor, person)
    const actor = await whoIs(office, session)
    expect(actor).toMatchObject({ kind: 'citizen', fullName: 'Trần Thị Đan' })
    expect(await getSession({ ...visitor, actor })).toEqual({
      kind: 'citizen',
      accountId: expect.any(String),
      fullName: 'Trần Thị Đan',
      citizenId: '080185000123',
      email: 'dan@example.vn',
      phone: '0901234567',
      birthDate: '1985-03-27',
    })
  })

  test('what is wrong is told field by field', async () => {
    const office = await open('long-an')
    const wrong = { ...person, citizenId: '123', email: 'dan', phone: '12', password: 'ngắn' }
    const error = await register(await office.visitor(), wrong).catch((thrown: unknown) => thrown)
    const issues = (error as { issues: { path: string[] }[] }).issues
    expect(issues.map(({ path }) => path.join('.'))).toEqual(['citizenId', 'email', 'phone', 'password'])
    const born = register(await office.visitor(), { ...person, birthDate: '2027-01-01' })
    await expect(born).rejects.toThrow(/date-in-future/)
  })

  test('an address or number another account has is refused, in this province only', async () => {
    const [office, other] = [await open('long-an'), await open('ha-nam')]
    await register(await office.visitor(), person)
    const twin = { ...person, citizenId: '080185000999', phone: '0901234999' }
    expect(await refusalOf(register(await office.visitor(), twin))).toEqual({
      code: 'login-taken',
      data: { field: 'email' },
    })
    expect(await register(await other.visitor(), person)).toHaveProperty('session')
  })

  test('TQ25-5.2: no local account is opened in Tuyên Quang now; the refusal names the article', async () => {
    const office = await open('tuyen-quang')
    const { code, data } = await refusalOf(register(await office.visitor(), person))
    expect(code).toBe('registration-not-offered')
    expect(data).toMatchObject({
      basis: expect.arrayContaining([expect.objectContaining({ article: '5', clause: '2' })]),
    })
  })
})

describe('signing in', () => {
  async function registered() {
    const office = await open('long-an')
    await register(await office.visitor(), person)
    return office
  }

  test('by e-mail address, telephone number or citizen number, however it is spaced', async () => {
    const office = await registered()
    for (const login of ['DAN@example.vn', '0901.234.567', '080 185 000 123']) {
      const { session } = await signIn(await office.visitor(), { login, password: person.password })
      expect((await whoIs(office, session)).kind).toBe('citizen')
    }
  })

  test('an unknown login and a wrong password are one answer', async () => {
    const office = await registered()
    const visitor = await office.visitor()
    const wrong = await refusalOf(signIn(visitor, { login: 'dan@example.vn', password: 'sai' }))
    expect(await refusalOf(signIn(visitor, { login: 'ai@example.vn', password: 'sai' }))).toEqual(wrong)
    expect(wrong).toEqual({ code: 'wrong-login' })
  })

  test('every sign-in stands in the trail, good or failed, and never what was typed for a login nobody has', async () => {
    const office = await registered()
    const visitor = await office.visitor()
    await signIn(visitor, { login: 'dan@example.vn', password: person.password })
    for (const login of ['dan@example.vn', 'ai@example.vn'])
      await refusalOf(signIn(visitor, { login, password: 'sai' }))
    const entries = await visitor.db.read(office.tenant, (tx) => listAudit(tx, {}, { limit: 9 }))
    expect(entries.slice(0, 3).map(({ deed, thing }) => `${deed} ${thing}`)).toEqual([
      'account:sign-in-failed login',
      'account:sign-in-failed account',
      'account:sign-in account',
    ])
    expect(JSON.stringify(entries)).not.toContain('ai@example.vn')
  })

  test('who guesses at one login must wait, from wherever; a right password before that sets the count back', async () => {
    const office = await registered()
    const from = (address: string): Promise<Context> => office.visitor(address)
    const guess = async (address: string) =>
      signIn(await from(address), { login: 'dan@example.vn', password: 'sai' }).catch(
        (error: unknown) => error,
      )
    for (let i = 0; i < 7; i++) expect(await guess(`203.0.113.${i}`)).toBeInstanceOf(Refused)
    await signIn(await from('203.0.113.90'), { login: 'dan@example.vn', password: person.password })
    for (let i = 0; i < 8; i++) expect(await guess(`203.0.113.${i}`)).toBeInstanceOf(Refused)
    expect(await guess('203.0.113.99')).toBeInstanceOf(TooManyAttempts)
    office.at('2026-03-02T09:16:00+07:00')
    expect(await guess('203.0.113.99')).toBeInstanceOf(Refused)
  })
})

describe('sessions', () => {
  test('a session ends when its person signs out', async () => {
    const office = await open('long-an')
    const visitor = await office.visitor()
    const { session } = await register(visitor, person)
    await signOut(visitor, { session })
    expect(await whoIs(office, session)).toEqual({ kind: 'visitor', address: '203.0.113.7' })
  })

  test('of a citizen ends after thirty days, however much it is used', async () => {
    const office = await open('long-an')
    const { session } = await register(await office.visitor(), person)
    for (const day of ['03-10', '03-17', '03-24', '03-31']) {
      office.at(`2026-${day}T09:00:00+07:00`)
      expect((await whoIs(office, session)).kind).toBe('citizen')
    }
    office.at('2026-04-02T09:00:00+07:00')
    expect((await whoIs(office, session)).kind).toBe('visitor')
  })

  test('a session of one province is none in another, even under its name', async () => {
    const [office, other] = [await open('long-an'), await open('ha-nam')]
    const { session } = await register(await office.visitor(), person)
    expect((await whoIs(other, session)).kind).toBe('visitor')
    expect((await whoIs(other, session.replace(office.tenant, other.tenant))).kind).toBe('visitor')
    expect((await whoIs(office, 'nonsense')).kind).toBe('visitor')
  })

  test('citizens’ and officers’ sessions are different: neither opens the other’s door', async () => {
    const office = await open('long-an')
    const password = 'mot-cua-2026'
    const staff = [
      {
        fullName: 'Lê Minh Tâm',
        username: 'canbo.tan-an',
        agency: 'ttpvhcc',
        roles: ['one-stop-officer' as const],
      },
    ]
    const { db, now } = await office.visitor()
    await openDemonstration(db, office.tenant, { password, citizens: [], staff }, now())
    const { session } = (await signInStaff(await office.visitor(), {
      username: 'CANBO.tan-an',
      password,
    })) as { session: string }
    const officer = await whoIs(office, session, 'staff')
    expect(officer).toMatchObject({ kind: 'staff', roles: ['one-stop-officer'], agencyId: 'ttpvhcc' })
    expect((await whoIs(office, session, 'citizen')).kind).toBe('visitor')
    expect((await whoIs(office, session.replace('.staff.', '.citizen.'), 'citizen')).kind).toBe('visitor')
    expect(await getSession({ ...(await office.visitor()), actor: officer })).toMatchObject({
      kind: 'staff',
      agency: { id: 'ttpvhcc' },
      tenant: { id: office.tenant },
    })
    expect(await refusalOf(signIn(await office.visitor(), { login: 'canbo.tan-an', password }))).toEqual({
      code: 'wrong-login',
    })
  })
})

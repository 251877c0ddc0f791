import { findAccount, identitiesOf } from '@motcua/db'
import { Refused } from '@motcua/domain'
import { afterAll, describe, expect, test } from 'vitest'
import { openDraft } from '../drafts/open-draft.ts'
import { listOwn } from '../dossier/list-own.ts'
import type { Context } from '../operation.ts'
import { openOffices, type TestOffice } from '../testing.ts'
import { actorOf } from './actor.ts'
import { beginNationalSignIn } from './begin-national-sign-in.ts'
import { finishNationalSignIn } from './finish-national-sign-in.ts'
import { getLink, linkAccount } from './link-account.ts'
import { openTestProvider } from './oidc/testing-provider.ts'
import { register } from './register.ts'
import { signIn } from './sign-in.ts'

const { open } = await openOffices()
const dan = { name: 'Trần Thị Đan', citizen_id: '080185000123', level: 2 as const }
const vneid = await openTestProvider(dan)
afterAll(() => vneid.close())

const registered = {
  fullName: 'Trần Thị Đan',
  citizenId: '080185000123',
  email: 'dan@example.vn',
  phone: '0901234567',
  password: 'mật khẩu của Đan',
}

const at = async (office: TestOffice): Promise<Context> => ({
  ...(await office.visitor()),
  identityProviders: vneid.providers,
})

/** To the identity system and back, as the person at the keyboard. */
async function comeBack(context: Context, person: (typeof vneid)['person'] = dan, next?: string) {
  vneid.person = person
  const { url, flow } = await beginNationalSignIn(context, next === undefined ? {} : { next })
  return { flow, back: await vneid.agree(url) }
}

const whoIs = async (office: TestOffice, session: string) =>
  actorOf(office.db, {
    session,
    tenant: office.tenant,
    kind: 'citizen',
    address: '203.0.113.7',
    now: (await office.visitor()).now(),
  })

const refusalOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Refused)
  return (error as Refused).refusal.code
}

describe('the national electronic identity', () => {
  test('TQ25-5.2: who comes from it is signed in, with an account of that identity and no password', async () => {
    const office = await open('tuyen-quang')
    const context = await at(office)
    const person = { ...dan, birthdate: '1985-03-27', phone_number: '+84901234567', email: 'Dan@Example.vn' }
    const entered = await finishNationalSignIn(context, await comeBack(context, person, '/dossiers'))
    expect(entered).toEqual({ session: expect.any(String), next: '/dossiers' })
    const actor = await whoIs(office, (entered as { session: string }).session)
    expect(actor).toMatchObject({ kind: 'citizen', fullName: 'Trần Thị Đan', proof: 'eid-2' })
    const account = await office.db.read(office.tenant, (tx) => findAccount(tx, 'citizenId', dan.citizen_id))
    expect(account).toMatchObject({
      birthDate: '1985-03-27',
      phone: '0901234567',
      email: 'dan@example.vn',
    })
    expect(account!.passwordHash).toBeUndefined()
    expect(await refusalOf(signIn(context, { login: dan.citizen_id, password: '' }))).toBe('wrong-login')
  })

  test('the same person is the same account, at the level they have by now', async () => {
    const office = await open('tuyen-quang')
    const context = await at(office)
    const first = await finishNationalSignIn(context, await comeBack(context, { ...dan, level: 1 }))
    const again = await finishNationalSignIn(context, await comeBack(context))
    const [before, after] = await Promise.all(
      [first, again].map((entered) => whoIs(office, (entered as { session: string }).session)),
    )
    expect(before).toMatchObject({ proof: 'eid-1' })
    expect(after).toMatchObject({ proof: 'eid-2', accountId: (before as { accountId: string }).accountId })
  })

  test('PT20-7.3: is offered where other accounts may be joined, and only where the province is joined to it', async () => {
    const office = await open('phu-tho')
    expect((await beginNationalSignIn(await at(office), {})).url).toMatch(/code_challenge_method=S256/)
    expect(await refusalOf(beginNationalSignIn(await office.visitor(), {}))).toBe('sign-in-not-offered')
  })

  test('an answer is believed once, from the browser that asked, within ten minutes', async () => {
    const office = await open('tuyen-quang', { at: '2026-03-02T09:00:00+07:00' })
    const context = await at(office)
    const { flow, back } = await comeBack(context)
    await finishNationalSignIn(context, { flow, back })
    expect(await refusalOf(finishNationalSignIn(context, { flow, back }))).toBe('sign-in-expired')

    const mine = await comeBack(context)
    const other = await comeBack(context)
    expect(await refusalOf(finishNationalSignIn(context, { flow: 'guessed', back: mine.back }))).toBe(
      'sign-in-expired',
    )
    expect(await refusalOf(finishNationalSignIn(context, { flow: mine.flow, back: other.back }))).toBe(
      'identity-not-proven',
    )

    const late = await comeBack(context)
    office.at('2026-03-02T09:10:01+07:00')
    expect(await refusalOf(finishNationalSignIn(context, late))).toBe('sign-in-expired')
  })

  test('a code that another sign-in was given proves nobody, though its state is right', async () => {
    const office = await open('tuyen-quang')
    const context = await at(office)
    const [mine, other] = [await comeBack(context), await comeBack(context)]
    const forged = new URL(mine.back)
    forged.searchParams.set('code', new URL(other.back).searchParams.get('code')!)
    expect(await refusalOf(finishNationalSignIn(context, { flow: mine.flow, back: forged.href }))).toBe(
      'identity-not-proven',
    )
  })

  test('a flow of one province opens nothing in another', async () => {
    const [here, there] = [await open('tuyen-quang'), await open('phu-tho')]
    const begun = await comeBack(await at(here))
    expect(await refusalOf(finishNationalSignIn(await at(there), begun))).toBe('sign-in-expired')
  })

  test('who refuses, and who has no citizen number, is told so', async () => {
    const office = await open('tuyen-quang')
    const context = await at(office)
    const { flow, back } = await comeBack(context)
    const refused = new URL(back)
    refused.searchParams.delete('code')
    refused.searchParams.set('error', 'access_denied')
    expect(await refusalOf(finishNationalSignIn(context, { flow, back: refused.href }))).toBe(
      'identity-refused',
    )
    const nobody = await comeBack(context, { name: 'Không Số', level: 2 })
    expect(await refusalOf(finishNationalSignIn(context, nobody))).toBe('identity-not-proven')
  })

  test('a page of another site is no page to go on to', async () => {
    const context = await at(await open('tuyen-quang'))
    for (const next of ['//elsewhere.example', 'https://elsewhere.example', '/\\elsewhere.example'])
      await expect(beginNationalSignIn(context, { next })).rejects.toThrow()
  })
})

describe('AMB-35: an account with the same citizen number', () => {
  test('is linked only when its holder agrees, and never by itself', async () => {
    const office = await open('phu-tho')
    const context = await at(office)
    await register(context, registered)
    const asked = await finishNationalSignIn(context, await comeBack(context, dan, '/papers'))
    const { consent } = asked as { consent: string }
    expect(asked).toEqual({ consent: expect.any(String), next: '/papers' })
    expect(await getLink(context, { consent })).toEqual({
      fullName: 'Trần Thị Đan',
      email: 'da…@example.vn',
      sameName: true,
      hasPassword: true,
    })
    const account = await office.db.read(office.tenant, (tx) => findAccount(tx, 'citizenId', dan.citizen_id))
    expect(await office.db.read(office.tenant, (tx) => identitiesOf(tx, account!.id))).toEqual([])

    const { session } = await linkAccount(context, { consent, password: registered.password })
    expect(await whoIs(office, session)).toMatchObject({ accountId: account!.id, proof: 'eid-2' })
    expect(await signIn(context, { login: registered.email, password: registered.password })).toBeDefined()
    expect(await refusalOf(linkAccount(context, { consent }))).toBe('sign-in-expired')
  })

  test('loses the password and the sessions of whoever opened it, where the holder does not know it', async () => {
    const office = await open('phu-tho')
    const context = await at(office)
    const squatter = await register(context, { ...registered, email: 'squatter@example.vn' })
    const asked = await finishNationalSignIn(
      context,
      await comeBack(context, { ...dan, email: 'dan@example.vn' }),
    )
    const { session } = await linkAccount(context, { consent: (asked as { consent: string }).consent })
    expect(await whoIs(office, session)).toMatchObject({ kind: 'citizen' })
    expect(await whoIs(office, squatter.session)).toMatchObject({ kind: 'visitor' })
    const login = { login: 'squatter@example.vn', password: registered.password }
    expect(await refusalOf(signIn(context, login))).toBe('wrong-login')
  })

  test('is not linked to another name, to an identity of level 1, or for a wrong password', async () => {
    const office = await open('phu-tho')
    const context = await at(office)
    await register(context, registered)
    const ask = async (person: (typeof vneid)['person']) =>
      ((await finishNationalSignIn(context, await comeBack(context, person))) as { consent: string }).consent
    const other = await ask({ ...dan, name: 'Lê Văn Tám' })
    expect(await refusalOf(linkAccount(context, { consent: other }))).toBe('identity-differs')
    const low = await ask({ ...dan, level: 1 })
    expect(await refusalOf(linkAccount(context, { consent: low }))).toBe('identity-level-too-low')
    const guess = { consent: await ask(dan), password: 'đoán mò' }
    expect(await refusalOf(linkAccount(context, guess))).toBe('wrong-login')
  })
})

test('TQ25-5.2: an account of the province from before is for reading only', async () => {
  const office = await open('tuyen-quang', { at: '2025-12-01T09:00:00+07:00' })
  const context = await at(office)
  const { session } = await register(context, registered)
  office.at('2026-03-02T09:00:00+07:00')
  const old = {
    ...context,
    actor: await whoIs(
      office,
      (await signIn(context, { login: registered.email, password: registered.password })).session,
    ),
  }
  expect(session).toBeDefined()
  expect(await listOwn(old, undefined)).toEqual([])
  expect(await refusalOf(openDraft(old, { procedureCode: 'any' }))).toBe('view-only-account')
})

import { findAccount, lettersAbout } from '@motcua/db'
import { Forbidden, Refused } from '@motcua/domain'
import { expect, test } from 'vitest'
import { signIn } from '../identity/sign-in.ts'
import { openOffices } from '../testing.ts'
import { openAtCounter } from './open-at-counter.ts'
import { finishRecovery } from './recover-account.ts'

const { open } = await openOffices()
const person = {
  fullName: 'Lê Văn Tám',
  citizenId: '035 060 000 777',
  email: '',
  phone: '0912 000 777',
  birthDate: '1960-05-01',
  address: '',
}

test('HN19-6.1b: who is helped at the counter is sent a link by message, and chooses the password alone', async () => {
  const office = await open('ha-nam')
  const officer = await office.staff('ttpvhcc')
  const { accountId } = await openAtCounter(officer, person)
  const account = await office.db.read(office.tenant, (tx) => findAccount(tx, 'citizenId', '035060000777'))
  expect(account?.passwordHash).toBeUndefined()
  const [letter] = await office.db.read(office.tenant, (tx) => lettersAbout(tx, `account ${accountId}`))
  expect(letter).toMatchObject({ channel: 'sms', recipient: '0912000777' })
  const secret = /\/recovery\/([\w-]{43})/.exec(letter!.body)![1]!
  const visitor = await office.visitor()
  await finishRecovery(visitor, { secret, password: 'chùa Bà Đanh vắng khách' })
  expect(await signIn(visitor, { login: '035060000777', password: 'chùa Bà Đanh vắng khách' })).toBeDefined()
})

test('TQ25-5.2: where the law opens no accounts, the officer is told with whom to help (TQ25-5.3)', async () => {
  const office = await open('tuyen-quang')
  const officer = await office.staff([...(await office.visitor()).tenant.agencies.keys()][0]!)
  const error = (await openAtCounter(officer, person).catch((thrown: unknown) => thrown)) as Refused
  expect(error.refusal).toMatchObject({
    code: 'registration-not-offered',
    data: { assistedWith: expect.arrayContaining(['counter', 'police-same-level']) },
  })
})

test('a person with neither address nor number is asked for one, and nobody but the section opens accounts', async () => {
  const office = await open('ha-nam')
  const officer = await office.staff('ttpvhcc')
  await expect(openAtCounter(officer, { ...person, phone: '' })).rejects.toThrow(/required/)
  await expect(openAtCounter(await office.staff('ttpvhcc', 'accountant'), person)).rejects.toThrow(Forbidden)
})

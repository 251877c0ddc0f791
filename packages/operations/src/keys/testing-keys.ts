// For tests: a key of a body or of an applicant, registered, limited and activated as a key manager does it.
import type { KeyScope } from '@motcua/domain'
import type { Context } from '../operation.ts'
import type { TestOffice } from '../testing.ts'
import { activateKey, setKeyTerms } from './manage-key.ts'
import { registerKey } from './register-key.ts'

export interface TestKey {
  readonly manager: Context
  readonly keyId: string
  readonly secret: string
}

export interface TestKeyOptions {
  readonly scopes?: KeyScope[]
  readonly calls?: number
  readonly seconds?: number
  readonly addresses?: string[]
  readonly lastDay?: string
  readonly owner?: { kind: 'agency'; agencyId: string } | { kind: 'applicant'; login: string }
}

export async function registered(
  office: TestOffice,
  { scopes = ['catalogue', 'look-up', 'dossiers'], owner }: TestKeyOptions = {},
): Promise<{ manager: Context; keyId: string }> {
  const [agencyId] = (await office.visitor()).tenant.agencies.keys()
  const manager = await office.staff(agencyId!, 'key-manager')
  const { keyId } = await registerKey(manager, {
    name: 'Phần mềm quản lý đất đai',
    owner: owner ?? { kind: 'agency', agencyId: agencyId! },
    contactName: 'Lê Thị Mơ',
    contactEmail: 'mo@example.vn',
    scopes,
  })
  return { manager, keyId }
}

export async function keyOf(office: TestOffice, options: TestKeyOptions = {}): Promise<TestKey> {
  const { scopes = ['catalogue', 'look-up', 'dossiers'], calls = 100, seconds = 60 } = options
  const { manager, keyId } = await registered(office, options)
  const { addresses = [], lastDay } = options
  await setKeyTerms(manager, { keyId, scopes, calls, seconds, addresses, ...(lastDay && { lastDay }) })
  const { secret } = await activateKey(manager, { keyId })
  return { manager, keyId, secret }
}

import { randomUUID } from 'node:crypto'
import { linkIdentity, putAddressProof, putSignInFlow, setHolderStanding, type Tx } from '../src/index.ts'
import { nine, noon } from './sample.ts'

/** At least one row of every table about citizens and their identities. */
export async function seedCitizens(tx: Tx, accountId: string): Promise<void> {
  const flow = { provider: 'vneid', state: 's', nonce: 'n', verifier: 'v', callback: 'http://a.example/back' }
  await putSignInFlow(tx, randomUUID(), { ...flow, expiresAt: noon }, nine)
  await linkIdentity(tx, { provider: 'vneid', subject: randomUUID(), accountId, level: 2 }, nine)
  await setHolderStanding(tx, accountId, { standing: 'suspended', since: nine })
  await putAddressProof(tx, { secret: randomUUID(), accountId, purpose: 'recovery', expiresAt: noon }, nine)
}

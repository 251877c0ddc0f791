import { randomUUID } from 'node:crypto'
import type { AccountRequest } from '@motcua/domain'
import {
  confirmFactor,
  linkOfficial,
  noteDeed,
  putAccountRequest,
  putFactor,
  putToken,
  type Tx,
} from '../src/index.ts'
import { nine, noon, why } from './sample.ts'

/** A row of each table about accounts of staff. */
export async function seedAccounts(tx: Tx, accountId: string): Promise<void> {
  await noteDeed(tx, accountId, { at: nine, deed: 'issued', byName: 'Lê Thị Hoa' })
  await putAccountRequest(tx, requestOf('xa-1'))
  const secret = randomUUID()
  await putToken(tx, { secret, accountId, purpose: 'activation', at: nine, expiresAt: noon })
  await putFactor(tx, accountId, 'sealed')
  await confirmFactor(tx, accountId, [randomUUID(), randomUUID()], nine)
  await linkOfficial(tx, accountId, { issuer: 'https://sso.example', subject: randomUUID() }, nine)
}

export function requestOf(agencyId: string): AccountRequest {
  return {
    id: randomUUID(),
    agencyId,
    wanted: { task: 'revoke', accounts: [], reason: 'Nghỉ hưu', at: noon },
    channel: 'desk',
    filedAt: nine,
    filedBy: { accountId: randomUUID(), fullName: 'Lê Thị Hoa' },
    papers: [],
    needed: why('account.documents', ['form-four']),
    stage: 'incomplete',
  }
}

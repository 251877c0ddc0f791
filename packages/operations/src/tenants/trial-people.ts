import { randomInt, randomUUID } from 'node:crypto'
import {
  createAccount,
  getTenantStateForUpdate,
  setAccountState,
  type Account,
  type Database,
} from '@motcua/db'
import { Refused } from '@motcua/domain'
import type { Instant } from '@motcua/calendar'
import { closeSession, openSession, readSessionToken } from '../identity/session.ts'

/** Two people who try a trial: sessions of an applicant and of an officer at a counter. */
export interface TrialPeople {
  readonly applicant: string
  readonly officer: string
  /** Their sessions end and nobody signs in to their accounts again. */
  leave(now: Instant): Promise<void>
}

/** The name under which a trial is tried, so that nobody takes its dossiers for somebody's. */
export const trialName = 'Kiểm tra vận hành'

/**
 * Opens accounts by which a trial is tried: without a password, so that they are entered by these sessions alone, and
 * with an address at which nobody reads (RFC 2606).
 * @throws Refused for a province that is no trial
 */
export async function openTrialPeople(
  db: Database,
  { twin, agencyId, now }: { twin: string; agencyId: string; now: Instant },
): Promise<TrialPeople> {
  const no = String(randomInt(1e6)).padStart(6, '0')
  const unread = { email: `kiem-tra-${no}@motcua.invalid`, fullName: trialName }
  const applicant: Account = { kind: 'citizen', id: randomUUID(), ...unread, citizenId: `001085${no}` }
  const officer: Account = {
    kind: 'staff',
    id: randomUUID(),
    ...unread,
    username: `kiem-tra-${no}`,
    agencyId,
    roles: ['one-stop-officer'],
  }
  const people = [applicant, officer]
  await db.transact(twin, async (tx) => {
    if ((await getTenantStateForUpdate(tx)).twinOf === undefined)
      throw new Refused({ code: 'tenant-is-no-twin' })
    for (const account of people) await createAccount(tx, account, now)
  })
  // As by the national e-ID: some provinces know their applicants by nothing less.
  const facts = { proof: 'eid-2' } as const
  const [ofApplicant, ofOfficer] = await Promise.all(
    people.map((account) => openSession(db, { tenant: twin, account, now, facts })),
  )
  return {
    applicant: ofApplicant!,
    officer: ofOfficer!,
    async leave(at) {
      for (const session of [ofApplicant!, ofOfficer!]) await closeSession(db, readSessionToken(session)!, at)
      await db.transact(twin, async (tx) => {
        for (const { id } of people) await setAccountState(tx, id, 'locked')
      })
    },
  }
}

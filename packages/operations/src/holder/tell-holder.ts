import type { Instant } from '@motcua/calendar'
import { shortMoment, wordMoment } from '../notices/wording.ts'
import type { CitizenAccount, LetterChannel, Tx } from '@motcua/db'
import { writeLetter } from '../letters/write-letter.ts'
import type { NotificationRule } from '../notices/plan-notices.ts'
import { determine } from '../rules/determine.ts'
import type { Tenant } from '../tenants/tenant.ts'

interface Desk {
  readonly tx: Tx
  readonly tenant: Tenant
  readonly now: Instant
  readonly portal: string
}

/** Letters to the holder of an account about the account itself. */
export type HolderLetter =
  | 'AccountOpened'
  | 'AccountAtCounter'
  | 'AccountRecovery'
  | 'AccountChanged'
  | 'AccountSuspended'
  | 'AccountResumed'
  | 'AccountDeleted'

/**
 * Tells a holder of something about their account, by the ways the law names for accounts: one of e-mail and text
 * message is enough where it says so (HN19-6.1b, PT20-7.1b), every one they can be reached by where it does not.
 */
export async function tellHolder(
  desk: Desk,
  holder: Pick<CitizenAccount, 'id' | 'fullName' | 'email' | 'phone'>,
  message: HolderLetter,
  { words = {}, secret = false }: { words?: Readonly<Record<string, string>>; secret?: boolean } = {},
): Promise<string[]> {
  const { id, fullName, email, phone } = holder
  const ways = waysOf(desk, holder)
  return writeLetter(desk, {
    to: { fullName, email, phone },
    message,
    about: `account ${id}`,
    words: { at: shortMoment(desk.now), ...words },
    english: { at: wordMoment(desk.now, 'en') },
    channels: ways,
    secret,
  })
}

function waysOf(
  { tenant, now }: Desk,
  { email, phone }: Pick<CitizenAccount, 'email' | 'phone'>,
): LetterChannel[] {
  const { answer } = determine<NotificationRule | null>(tenant, 'notify.account', { asOf: now })
  const named = answer ? answer.channels : ['email', 'sms']
  const reachable: LetterChannel[] = []
  if (email && named.includes('email')) reachable.push('email')
  if (phone && named.includes('sms')) reachable.push('sms')
  const oneIsEnough = answer?.mode === 'any' || answer?.mode === 'one'
  return oneIsEnough ? reachable.slice(0, 1) : reachable
}

import type { Instant } from '@motcua/calendar'
import { noteLetter, putChore, type LetterChannel, type Tx } from '@motcua/db'
import type { ChoreKind } from '../chores/handlers.ts'
import { fillLetter, fillLine, fillText, type Fillings } from '../notices/fill-template.ts'
import type { Tenant } from '../tenants/tenant.ts'

/** Who is written to, by every way the office knows. */
export interface Addressee {
  readonly fullName: string
  readonly email?: string | undefined
  readonly phone?: string | undefined
}

export interface LetterToWrite {
  readonly to: Addressee
  /** Name of its wording among the province's messages: `AccountOpened`. */
  readonly message: string
  /** What it is about, for those who look for it later: `account 5f…`. */
  readonly about: string
  /** What the words in braces of its wording stand for, besides the ones every letter knows. */
  readonly words?: Fillings
  /** Those that read otherwise in English. */
  readonly english?: Fillings
  /** Ways to send it; e-mail and text message unless told. Those the addressee has no address for are left out. */
  readonly channels?: readonly LetterChannel[]
  /** It carries a secret: what it says is forgotten once it is sent. */
  readonly secret?: boolean
}

/** Where a letter is written: a room, or a chore's counter with an open door. */
interface Desk {
  readonly tx: Tx
  readonly tenant: Tenant
  readonly now: Instant
  readonly portal: string
}

/**
 * Writes a letter that belongs to no dossier and leaves it to the worker to send. Vietnamese first, English below it;
 * a text message is Vietnamese only. It is sent at least once, or not at all where this transaction fails.
 * Every wording knows `{name} {province} {portal} {host} {hotline} {portalTitle}`.
 * @returns ids of the letters, one for each way; none where the addressee cannot be reached.
 */
export async function writeLetter(desk: Desk, letter: LetterToWrite): Promise<string[]> {
  const { to, message, about, channels = ['email', 'sms'], secret = false } = letter
  const worded = word(desk, letter)
  const ids = []
  for (const channel of channels) {
    const recipient = channel === 'email' ? to.email : to.phone
    if (!recipient) continue
    const body = channel === 'sms' ? worded.text : worded.body
    if (!body) continue
    const { subject } = worded
    const id = await noteLetter(desk.tx, { message, about, channel, recipient, subject, body, at: desk.now })
    const kind: ChoreKind = secret ? 'send-secret-letter' : 'send-letter'
    await putChore(desk.tx, { kind, subject: id, dueAt: desk.now })
    ids.push(id)
  }
  return ids
}

function word({ tenant, portal }: Desk, { to, message, words = {}, english = {} }: LetterToWrite) {
  const { manifest, messages } = tenant
  const wording = messages.vi[message]
  if (!wording) throw new Error(`the province has no wording for ${message}`)
  const known = (locale: 'vi' | 'en'): Fillings => ({
    name: to.fullName,
    province: manifest.name,
    portalTitle: manifest.portalTitle[locale],
    portal,
    host: manifest.hosts[0],
    hotline: manifest.hotline,
    ...words,
    ...(locale === 'en' && english),
  })
  const vi = known('vi')
  const inEnglish = messages.en[message]
  const below = inEnglish
    ? `\n\n———\n\n${fillLine(inEnglish.subject, known('en'))}\n\n${fillLetter(inEnglish.body, known('en'))}`
    : ''
  return {
    subject: fillLine(wording.subject, vi),
    body: fillLetter(wording.body, vi) + below,
    text: wording.sms ? fillText(wording.sms, vi) : '',
  }
}

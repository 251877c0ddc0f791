import type { Instant } from '@motcua/calendar'
import { noteNotice, noticeFailed, noticeSent, type Database, type Errand, type Notice } from '@motcua/db'
import type { Channel } from '@motcua/domain'
import type { Tenant } from '../tenants/tenant.ts'
import type { PlannedNotice } from './plan-notices.ts'
import { Undeliverable, type Senders } from './senders.ts'
import type { Enclosure } from '../slips/slip-for-letter.ts'
import type { WordedNotice } from './word-notice.ts'
import { withoutMarks } from './wording.ts'

/** Carries the notices of one errand; each is noted before it is sent and again once it is with its receiver. */
export interface Postman {
  /** @returns whether the receiver has it; false when it never will. @throws when it may work later. */
  tell(planned: PlannedNotice): Promise<boolean>
  wasTold(channel: Channel): boolean
  /** Notes that the applicant cannot be reached this way. */
  leaveOut(channel: Channel): Promise<void>
  /** Notes that a channel is no longer tried, because another one worked. */
  giveUp(channel: Channel): Promise<void>
}

export interface Round {
  readonly db: Database
  readonly senders: Senders
  readonly now: () => Instant
  readonly tenant: Tenant
  readonly errand: Errand
  readonly words: WordedNotice
  /** What earlier attempts at this errand noted. */
  readonly notices: readonly Notice[]
  /** The slip that goes with a letter, if one does; made only for a letter that is sent. */
  readonly enclosed: () => Promise<Enclosure | undefined>
}

export function createPostman(round: Round): Postman {
  const { db, senders, now, tenant, errand, words, notices, enclosed } = round
  const noted = new Map(notices.map((notice) => [notice.channel, notice]))

  const note = async (channel: Channel, recipient?: string): Promise<Notice> => {
    const notice =
      noted.get(channel) ??
      (await db.transact(errand.tenant, (tx) =>
        noteNotice(tx, {
          dossierId: errand.dossierId,
          eventVersion: errand.eventVersion,
          kind: errand.kind,
          channel,
          ...(recipient !== undefined && { recipient }),
          subject: words.subject,
          body: bodyFor(channel, words),
          status: recipient === undefined ? 'not-applicable' : 'waiting',
          at: now(),
        }),
      ))
    noted.set(channel, notice)
    return notice
  }

  return {
    async tell({ channel, recipient }) {
      const notice = await note(channel, recipient)
      if (notice.status !== 'waiting') return notice.status === 'sent'
      try {
        await send(senders, tenant, notice, enclosed)
      } catch (error) {
        const final = error instanceof Undeliverable
        const reason = error instanceof Error ? error.message : String(error)
        await db.transact(errand.tenant, (tx) => noticeFailed(tx, notice.id, reason, final))
        if (final) return false
        throw new Error(`${channel}: ${reason}`, { cause: error })
      }
      await db.transact(errand.tenant, (tx) => noticeSent(tx, notice.id, now()))
      return true
    },
    wasTold: (channel) => noted.get(channel)?.status === 'sent',
    async leaveOut(channel) {
      await note(channel)
    },
    async giveUp(channel) {
      const notice = noted.get(channel)
      if (notice?.status !== 'waiting') return
      const reason = 'told through another channel'
      await db.transact(errand.tenant, (tx) => noticeFailed(tx, notice.id, reason, true))
    },
  }
}

const longestZalo = 2000

function bodyFor(channel: Channel, words: WordedNotice): string {
  if (channel === 'sms' || channel === 'phone') return words.text
  return channel === 'zalo' ? words.body.slice(0, longestZalo) : words.body
}

async function send(
  senders: Senders,
  { manifest }: Tenant,
  notice: Notice,
  enclosed: Round['enclosed'],
): Promise<void> {
  const to = notice.recipient ?? ''
  const { id: key, subject, body } = notice
  switch (notice.channel) {
    case 'portal':
      // Noting it is telling it: the account shows what is noted.
      return
    case 'email': {
      const enclosure = await enclosed()
      return senders.email({
        to,
        from: { name: manifest.portalTitle.vi, address: manifest.email },
        subject,
        text: body,
        ...(enclosure && { enclosures: [enclosure] }),
        key,
      })
    }
    case 'sms':
    case 'phone':
      return senders.sms({ to, from: withoutMarks(`DVC ${manifest.name}`), text: body, key })
    case 'zalo':
      return senders.zalo({ to, from: manifest.portalTitle.vi, title: subject, text: body, key })
    default:
      throw new Undeliverable(`nothing is sent through ${notice.channel}`)
  }
}

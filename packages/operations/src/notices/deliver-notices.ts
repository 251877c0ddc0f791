import {
  eventsOf,
  logRead,
  markDone,
  noticesOf,
  slipsOf,
  type Errand,
  type IssuedSlip,
  type Notice,
} from '@motcua/db'
import { evolve, type Dossier, type DossierEvent } from '@motcua/domain'
import { messageOf, takeErrands, type ErrandOffice } from '../errands/take-errands.ts'
import type { NationalPortal } from '../exchange/tell.ts'
import type { PaymentGateways } from '../fees/gateway.ts'
import type { Enclosure } from '../slips/slip-for-letter.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { planNotices, type NotificationRule, type PlannedNotice } from './plan-notices.ts'
import { createPostman, type Postman } from './postman.ts'
import { returnedDocument } from './returned-document.ts'
import type { Senders } from './senders.ts'
import { wordNotice, type WordedNotice } from './word-notice.ts'

export interface Delivery extends ErrandOffice {
  /** The way to the national portal, where some province is joined to it. */
  readonly nationalPortal?: NationalPortal | undefined
  readonly tenants: { find(id: string): Promise<Tenant | undefined> }
  readonly senders: Senders
  /** Where fees are paid online, province by province. */
  readonly gateways?: PaymentGateways | undefined
  /** Address of a province's portal, without a slash at its end. */
  readonly portalUrl: (tenant: Tenant) => string
  /** What the regulation in force at the time of the event asks (`ruleInForce`). */
  readonly rule: (tenant: Tenant, event: DossierEvent) => NotificationRule | null
  /** The slip a letter encloses (`slipForLetter`); without it letters go alone. */
  readonly slip?: (
    tenant: Tenant,
    portalUrl: string,
    source: { readonly events: readonly DossierEvent[]; readonly issued: readonly IssuedSlip[] },
  ) => Promise<Enclosure | undefined>
}

/**
 * Takes the errands that are due and tells each applicant what happened, as their regulation asks. An errand is done
 * when everyone was told; until then it comes back, later each time, and who was told already is not told again.
 * @returns how many errands were taken.
 */
export function deliverNotices(delivery: Delivery, options: { limit?: number } = {}): Promise<number> {
  return takeErrands(delivery, (errand) => tell(delivery, errand), options)
}

/** Tells an applicant what happened and marks the errand done. @throws when a notice that has to go out did not. */
export async function tell(delivery: Delivery, errand: Errand): Promise<void> {
  const { db, tenants, now, portalUrl } = delivery
  const tenant = await tenants.find(errand.tenant)
  if (!tenant) throw new Error('the tenant has no edition in force')
  const { dossier, event, notices, source } = await read(delivery, errand)

  const words = wordBilingually(event, dossier, { tenant, portalUrl: portalUrl(tenant) })
  if (words) await send(delivery, errand, { tenant, dossier, event, notices, words, source })
  await db.transact(errand.tenant, (tx) => markDone(tx, errand.id, now()))
}

interface Told {
  readonly tenant: Tenant
  readonly dossier: Dossier
  readonly event: DossierEvent
  readonly notices: readonly Notice[]
  readonly words: WordedNotice
  /** What a slip is written from. */
  readonly source: { readonly events: readonly DossierEvent[]; readonly issued: readonly IssuedSlip[] }
}

async function send(
  { db, senders, now, rule, slip, portalUrl }: Delivery,
  errand: Errand,
  { tenant, dossier, event, notices, words, source }: Told,
): Promise<void> {
  const plan = planNotices(dossier.applicant, rule(tenant, event))
  const post = createPostman({
    db,
    senders,
    now,
    tenant,
    errand,
    words,
    notices,
    enclosed: async () =>
      (await returnedDocument(db, errand.tenant, event, dossier)) ??
      slip?.(tenant, portalUrl(tenant), source),
  })
  for (const channel of plan.notApplicable) await post.leaveOut(channel)
  const told = await Promise.allSettled([...plan.each.map(post.tell), tellFirst(plan.firstOf, post)])
  const failures = told.flatMap((result) => (result.status === 'rejected' ? [messageOf(result.reason)] : []))
  if (failures.length > 0) throw new Error(failures.join('; '))
}

/** Tells through the first channel that works; the ones that failed before it are given up. */
async function tellFirst(choices: readonly PlannedNotice[], post: Postman): Promise<void> {
  if (choices.some(({ channel }) => post.wasTold(channel))) return
  const failures: string[] = []
  for (const choice of choices) {
    try {
      if (!(await post.tell(choice))) continue
      for (const { channel } of choices.slice(0, choices.indexOf(choice))) await post.giveUp(channel)
      return
    } catch (error) {
      failures.push(messageOf(error))
    }
  }
  if (failures.length > 0) throw new Error(failures.join('; '))
}

/** What the errand is about, read behind the tenant's door and leaving its trace there. */
async function read({ db, now }: Delivery, errand: Errand) {
  return db.transact(errand.tenant, async (tx) => {
    const events = (await eventsOf(tx, errand.dossierId)).slice(0, errand.eventVersion)
    const event = events.at(-1)
    if (events.length !== errand.eventVersion || !event) {
      throw new Error(`the dossier has no event ${errand.eventVersion}`)
    }
    // As it stood when this happened: a letter about a submission knows no code that came later.
    const dossier = events.reduce<Dossier | null>(evolve, null)!
    const notices = (await noticesOf(tx, errand.dossierId)).filter(
      ({ eventVersion, kind }) => eventVersion === errand.eventVersion && kind === errand.kind,
    )
    await logRead(tx, {
      actor: { kind: 'system', name: 'notices' },
      thing: 'dossier',
      thingId: errand.dossierId,
      why: `notice of ${errand.kind}`,
      at: now(),
    })
    const issued = await slipsOf(tx, errand.dossierId)
    return { dossier, event, notices, source: { events, issued } }
  })
}

/** Vietnamese first and English below it, in one letter; a text message is Vietnamese only. */
function wordBilingually(
  event: DossierEvent,
  dossier: Dossier,
  about: { tenant: Tenant; portalUrl: string },
): WordedNotice | undefined {
  const vi = wordNotice(event, dossier, { ...about, locale: 'vi' })
  const en = wordNotice(event, dossier, { ...about, locale: 'en' })
  if (!vi || !en) return vi
  return { ...vi, body: `${vi.body}\n\n———\n\n${en.subject}\n\n${en.body}` }
}

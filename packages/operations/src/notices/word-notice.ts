import type { Dossier, DossierEvent, DossierEventType, EventOf, Locale } from '@motcua/domain'
import { lookupUrl } from '../dossier/lookup-url.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { aboutDemand, aboutFeePaid, aboutRefund } from './about-fees.ts'
import { aboutApology, aboutPause, aboutResumption } from './about-lateness.ts'
import { fillLetter, fillLine, fillText, type Fillings } from './fill-template.ts'
import {
  shortMoment,
  wordBasis,
  wordChannel,
  wordDate,
  wordEffect,
  wordMoment,
  wordOutcome,
} from './wording.ts'

/** A notice in words: a letter, and the same in at most 160 plain characters. */
export interface WordedNotice {
  readonly subject: string
  readonly body: string
  readonly text: string
}

type Words = Pick<Tenant, 'manifest' | 'agencies' | 'messages'>

/**
 * Words what happened to a dossier in the words of its province; undefined where the province has no words for it.
 * `portalUrl` is the address of the province's portal, without a slash at its end.
 */
export function wordNotice(
  event: DossierEvent,
  dossier: Dossier,
  { tenant, portalUrl, locale }: { tenant: Words; portalUrl: string; locale: Locale },
): WordedNotice | undefined {
  const message = tenant.messages[locale][event.type]
  if (!message) return undefined
  const fillings = {
    ...aboutDossier(dossier, { tenant, portalUrl, locale }),
    ...aboutEvent(event, locale),
  }
  return {
    subject: fillLine(message.subject, fillings),
    body: fillLetter(message.body, fillings),
    text: fillText(message.sms ?? message.subject, fillings),
  }
}

function aboutDossier(
  dossier: Dossier,
  { tenant: { manifest, agencies }, portalUrl, locale }: { tenant: Words; portalUrl: string; locale: Locale },
): Fillings {
  const code = 'code' in dossier ? dossier.code : undefined
  return {
    applicant: dossier.applicant.fullName,
    procedure: dossier.procedure.name,
    submissionNo: dossier.submissionNo,
    code,
    number: code ?? dossier.submissionNo,
    agency: agencies.get(dossier.agencyId)?.name ?? manifest.name,
    province: manifest.name,
    portal: manifest.portalTitle[locale],
    host: new URL(portalUrl).host,
    lookupUrl: lookupUrl(portalUrl, code ?? dossier.submissionNo, locale),
    hotline: manifest.hotline,
    returnChannel: wordChannel(dossier.returnChannel, locale),
  }
}

type Filler<Event> = (event: Event, locale: Locale) => Fillings

function aboutEvent(event: DossierEvent, locale: Locale): Fillings {
  const fill = fillers[event.type] as Filler<DossierEvent> | undefined
  return fill?.(event, locale) ?? {}
}

/** What a letter may say of an event besides what it may say of the dossier. */
const fillers: { readonly [Type in DossierEventType]?: Filler<EventOf<Type>> } = {
  DossierSubmitted: received,
  CompletionSupplied: received,
  CompletionRequested: asked,
  SupplementRequested: (event, locale) => ({
    ...asked(event),
    ...(event.window?.dueAt && {
      windowUntil: wordMoment(event.window.dueAt, locale),
      windowUntilShort: shortMoment(event.window.dueAt),
    }),
    effect: event.effect.answer ? wordEffect(event.effect.answer, locale) : undefined,
  }),
  SupplementSupplied: (event, locale) => due(event.processingClock.dueAt, locale),
  DossierAmended: ({ intakeClock }, locale) => (intakeClock ? due(intakeClock.dueAt, locale) : {}),
  VisitPlanned: ({ startsAt, place, purpose }, locale) => ({
    visitAt: wordMoment(startsAt, locale),
    visitAtShort: shortMoment(startsAt),
    place,
    purpose,
  }),
  DossierWithdrawn: ended,
  DossierClosed: ended,
  IntakeRefused: ({ reason, basis }) => ({ reason, basis }),
  DossierRedirected: ({ reason, basis, intakeClock }, locale) => ({
    reason,
    basis,
    ...due(intakeClock.dueAt, locale),
  }),
  DossierAccepted: (event, locale) => ({
    code: event.code,
    acceptedAt: wordMoment(event.at, locale),
    ...due(event.processingClock.dueAt, locale),
  }),
  FeeDemanded: aboutDemand,
  FeePaid: aboutFeePaid,
  FeeRefunded: aboutRefund,
  ClockPaused: aboutPause,
  ClockResumed: aboutResumption,
  ApologyIssued: aboutApology,
  ResultHandedOver: (event, locale) => ({
    returnedAt: wordMoment(event.at, locale),
    returnedBy: wordChannel(event.channel, locale),
    recipient: event.to,
    proof: event.proof,
  }),
  ResultCorrected: ({ reason }) => ({ reason }),
  ResultRecorded: (event, locale) => ({
    outcome: wordOutcome(event.outcome, locale),
    resultAt: wordMoment(event.at, locale),
    note: event.note,
  }),
}

function received(
  event: EventOf<'DossierSubmitted'> | EventOf<'CompletionSupplied'>,
  locale: Locale,
): Fillings {
  return {
    submittedAt: wordMoment(event.at, locale),
    receiptDay: event.receiptDay?.answer ? wordDate(event.receiptDay.answer, locale) : undefined,
    ...due(event.intakeClock.dueAt, locale),
  }
}

function ended(
  { at, reason, basis }: EventOf<'DossierWithdrawn'> | EventOf<'DossierClosed'>,
  locale: Locale,
): Fillings {
  return {
    endedAt: wordMoment(at, locale),
    reason,
    basis: basis.map((one) => wordBasis(one, locale)).join('; '),
  }
}

function asked({ items, note }: EventOf<'CompletionRequested'> | EventOf<'SupplementRequested'>): Fillings {
  return { items: items.map(itemWords).join('\n'), itemCount: String(items.length), note }
}

function due(at: Parameters<typeof shortMoment>[0] | null, locale: Locale): Fillings {
  return at === null ? {} : { dueAt: wordMoment(at, locale), dueAtShort: shortMoment(at) }
}

function itemWords(item: { label: string; reason: string; basis?: string }, index: number): string {
  return `${index + 1}. ${item.label}: ${item.reason}${item.basis ? ` (${item.basis})` : ''}`
}

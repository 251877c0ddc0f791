import type { Instant } from '@motcua/calendar'
import { grant, refuse, type Decision, type Refusal } from '../decision.ts'
import type { Determination, ReasonSentence } from '../determination.ts'
import { openPause, stops } from '../clocks/pause.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { reappointments, type Apology, type ApologySigner, type Fault } from './apology.ts'
import type { LatenessEvent } from './events.ts'

/** Xin lỗi và hẹn lại: the office cannot keep its promise, says why, and re-appoints the result as far as it may. */
export interface IssueApology {
  readonly at: Instant
  readonly by: string
  readonly fault: Fault
  readonly split: boolean
  readonly reason: string
  /** The new moment of the result. Without one nothing is re-appointed. */
  readonly newDueAt?: Instant
  /** Whether who does it belongs to the one-stop section. */
  readonly atOneStop: boolean
}

/** What the law in force at this moment says (AMB-17: an act is judged by the rule of its day). */
export interface ApologyTerms {
  readonly agencyId: string
  readonly signer: Determination<ApologySigner | null>
  /** The last moment for it; null where the law sets none. */
  readonly noticeBy: Determination<Instant | null>
  /** What becomes of an apology after the due moment; silent, it is still owed and marked late (AMB-12). */
  readonly afterDue: Determination<'marked-late' | 'forbidden' | null>
  readonly extension: ExtensionTerms
  readonly published: Determination<boolean | null>
}

/** How far a result may be re-appointed. */
export interface ExtensionTerms {
  /** How often in the dossier's life; null where no rule gives the power. */
  readonly times: Determination<number | null>
  /** The furthest new moment; null where no rule bounds it. */
  readonly latest: Determination<Instant | null>
  /** Whether it may still be done after the due moment; silent, it may not (AMB-12). */
  readonly afterDue: Determination<boolean | null>
  /** Whether the date in the System follows the slip; silent, it does. */
  readonly adjustsDue: Determination<boolean | null>
  /** The body that moves the date in the System; null where the law leaves it open (TQ25-25.2b). */
  readonly movedBy: Determination<string | null>
  /** How the new date came about, in words: they open its reason. */
  readonly said?: readonly ReasonSentence[]
}

/**
 * Issues the apology and re-appointment slip. Late, it is still owed and is marked so. The date moves once, in time,
 * and no further than the law lets it (AMB-11, AMB-12, TQ25-25.2a).
 */
export function issueApology(
  dossier: Dossier,
  command: IssueApology,
  terms: ApologyTerms,
): Decision<LatenessEvent> {
  if (dossier.phase !== 'processing')
    return refuse({ code: 'dossier-not-accepted', data: { phase: dossier.phase } })
  const lasting = openPause(dossier.pauses)
  if (lasting && stops(lasting.effect.answer))
    return refuse({ code: 'clock-paused', data: { from: lasting.from, reason: lasting.reason } })
  const { dueAt } = dossier.processingClock
  if (dueAt === null) return refuse({ code: 'nothing-promised' })
  if (!command.reason.trim()) return refuse({ code: 'reason-missing' })
  const timely = isTimely(command.at, dueAt, terms)
  if (!timely && terms.afterDue.answer === 'forbidden')
    return refuse({ code: 'apology-too-late', data: { noticeBy: lastMoment(dueAt, terms) } })

  const { newDueAt, atOneStop, ...said } = command
  const { agencyId, signer, noticeBy, published, extension } = terms
  const slip: Apology = { ...said, agencyId, signer, dueAt, noticeBy, timely, published }
  if (newDueAt === undefined) return grant({ type: 'ApologyIssued', ...slip })
  if (newDueAt <= dueAt) return refuse({ code: 'extension-not-later', data: { dueAt } })
  const no = extensionRefusal(reappointments(dossier.apologies), { timely, newDueAt, dueAt }, terms)
  if (no) return refuse(no)
  if (extension.movedBy.answer === 'counter' && !atOneStop)
    return refuse({ code: 'date-moved-by-one-stop', data: { basis: extension.movedBy.basis } })
  const { strip: _, ...rule } = extension.latest.answer === null ? extension.times : extension.latest
  const because = [...(extension.said ?? []), ...rule.because]
  const why: Determination<Instant> = { ...rule, answer: newDueAt, because }
  const { startedAt } = dossier.processingClock
  return grant({
    type: 'ApologyIssued',
    ...slip,
    ...(extension.adjustsDue.answer === false
      ? { expectedAt: newDueAt }
      : { processingClock: { startedAt, dueAt: newDueAt, why } }),
  })
}

/** Whether an apology comes before the moment the law sets or, where it sets none, before the promise is broken. */
export function isTimely(at: Instant, dueAt: Instant, terms: Pick<ApologyTerms, 'noticeBy'>): boolean {
  return at <= lastMoment(dueAt, terms)
}

const lastMoment = (dueAt: Instant, { noticeBy }: Pick<ApologyTerms, 'noticeBy'>): Instant =>
  noticeBy.answer ?? dueAt

/** Why the result may not be re-appointed to this moment; undefined where it may. Without a moment, whether at all. */
export function extensionRefusal(
  used: number,
  asked: { readonly timely: boolean; readonly dueAt: Instant; readonly newDueAt?: Instant },
  { noticeBy, extension }: Pick<ApologyTerms, 'noticeBy' | 'extension'>,
): Refusal | undefined {
  const { times, latest, afterDue } = extension
  if (times.answer === null && latest.answer === null) return { code: 'extension-not-regulated' }
  if (times.answer !== null && used >= times.answer)
    return { code: 'extensions-exhausted', data: { used, most: times.answer } }
  if (!asked.timely && afterDue.answer !== true)
    return { code: 'extension-too-late', data: { noticeBy: lastMoment(asked.dueAt, { noticeBy }) } }
  if (asked.newDueAt !== undefined && latest.answer !== null && asked.newDueAt > latest.answer)
    return { code: 'extension-too-long', data: { asked: asked.newDueAt, latest: latest.answer } }
  return undefined
}

import type { AskingView, CompletionItem, StaffDossierView } from '@motcua/api/client'
import type { ShownError } from '@motcua/ui/field-errors'
import { answerText } from '@motcua/ui/answers'
import type { Locale } from './locale.ts'
import { paperState } from './paper-state.ts'
import { shortName } from './short-name.ts'
import type { Words } from './words/index.ts'

export const mostReason = 500
export const mostBasis = 200
export const mostNote = 2000

/** One thing an applicant may be asked for. */
export interface Candidate {
  /** Name of the thing on the form: `paper-<id>` or `field-<id>`. */
  key: string
  kind: CompletionItem['kind']
  ref: string
  /** What the applicant reads: always the Vietnamese name. */
  label: string
  /** What the officer reads. */
  shown: string
  /** The answer that was given, for a field. */
  declared?: string
  /** True for a required paper that is not there: ticked from the start. */
  isMissing: boolean
}

/** What an officer typed: nothing of it is lost when something is wrong. */
export interface TypedRequest {
  ticked: string[]
  reasons: Record<string, string>
  bases: Record<string, string>
  note: string
  /** Why the head lets the office ask again. */
  headReason?: string
}

/** Everything of a dossier that can be asked for again: papers first, then answers. */
export function candidates(
  dossier: StaffDossierView,
  locale: Locale,
): { papers: Candidate[]; fields: Candidate[] } {
  const papers = dossier.checklist.map((line): Candidate => ({
    key: `paper-${line.paper.id}`,
    kind: 'paper',
    ref: line.paper.id,
    label: line.paper.name,
    shown: line.paper.name,
    isMissing: paperState(line) === 'missing',
  }))
  const fields = dossier.form.pages.flatMap((page) =>
    page.fields.map((field): Candidate => ({
      key: `field-${field.id}`,
      kind: 'field',
      ref: field.id,
      label: field.label.vi,
      shown: field.label[locale],
      declared: answerText(field, dossier.answers[field.id] ?? '', locale, [dossier.agency]),
      isMissing: false,
    })),
  )
  return { papers, fields }
}

/** The request an officer begins with: required papers that are not there are ticked, with that as the reason. */
export function firstRequest(all: readonly Candidate[], reason: string): TypedRequest {
  const ticked = all.filter(({ isMissing }) => isMissing).map(({ key }) => key)
  return {
    ticked,
    reasons: Object.fromEntries(ticked.map((key) => [key, reason])),
    bases: {},
    note: '',
  }
}

/** What is ticked and could have been asked before: the head has to say why it was not (AMB-10). */
export function needsHeadReason(asking: AskingView | undefined, ticked: readonly string[]): boolean {
  if (!asking) return false
  if (asking.supplement?.isLate) return true
  const { requests, limit, further, open } = asking
  if (limit.answer === null || requests < limit.answer || further === 'allowed') return false
  return ticked.some((key) => !open.includes(key.replace('-', ':')))
}

/** What is wrong with a request: nothing ticked, a reason or its law missing, a text too long. */
export function requestErrors(all: readonly Candidate[], typed: TypedRequest, say: Words): ShownError[] {
  const asked = all.filter(({ key }) => typed.ticked.includes(key))
  if (asked.length === 0) return [{ href: `#${all[0]?.key ?? 'note'}`, text: say.completion.itemsMissing }]
  const errors = asked.flatMap(({ key, shown }) => [
    ...(typed.reasons[key]
      ? []
      : [{ href: `#reason-${key}`, text: say.completion.reasonMissing(shortName(shown)) }]),
    ...(typed.bases[key]
      ? []
      : [{ href: `#basis-${key}`, text: say.completion.basisMissing(shortName(shown)) }]),
    ...tooLong(`#reason-${key}`, say.completion.reason, typed.reasons[key], mostReason, say),
    ...tooLong(`#basis-${key}`, say.completion.basis, typed.bases[key], mostBasis, say),
  ])
  return [...errors, ...tooLong('#note', say.completion.note, typed.note, mostNote, say)]
}

/** The request as the applicant receives it. */
export function itemsAsked(all: readonly Candidate[], typed: TypedRequest): Required<CompletionItem>[] {
  return all
    .filter(({ key }) => typed.ticked.includes(key))
    .map(({ key, kind, ref, label }) => ({
      kind,
      ref,
      label,
      reason: typed.reasons[key] ?? '',
      basis: typed.bases[key] ?? '',
    }))
}

/** An error where a text has more characters than may be kept. */
export function tooLong(
  href: string,
  label: string,
  value: string | undefined,
  most: number,
  say: Words,
): ShownError[] {
  return (value?.length ?? 0) > most ? [{ href, text: say.limits.tooLong(label, most) }] : []
}

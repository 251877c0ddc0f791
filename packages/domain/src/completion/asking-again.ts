import { refuse, type Refusal } from '../decision.ts'
import type { Determination } from '../determination.ts'
import type { CompletionItem, Filed } from '../dossier/dossier.ts'
import { keyOf } from './changes.ts'

/** What the law in force says about asking the applicant more than once. */
export interface AskingTerms {
  /** How often the office may ask; null where the law sets no number. */
  readonly limit: Determination<number | null>
  /** What a request beyond that needs. Where the law is silent, the head's reason (AMB-10). */
  readonly further: Determination<FurtherRequest | null>
}

export type FurtherRequest = 'head-reason' | 'forbidden' | 'allowed'

/**
 * What the office finds wrong now and could have said before: named in no earlier request, and not brought by what
 * the applicant supplied since. The number limits the office, not the applicant (AMB-10).
 */
export function couldHaveBeenAsked(
  { asked = [], renewed = [] }: Pick<Filed, 'asked' | 'renewed'>,
  items: readonly CompletionItem[],
): readonly CompletionItem[] {
  const known = new Set([...asked, ...renewed])
  return items.filter((item) => !known.has(keyOf(item)))
}

/** Why the office may not ask this now; undefined where it may. A head who gives a reason lets it ask once more. */
export function refusalToAsk(
  dossier: Filed,
  {
    items,
    headReason,
  }: { readonly items: readonly CompletionItem[]; readonly headReason?: string | undefined },
  { limit, further }: AskingTerms,
): { readonly granted: false; readonly refusal: Refusal } | undefined {
  if (items.length === 0) return refuse({ code: 'items-missing' })
  if (items.some((item) => item.reason.trim() === '')) return refuse({ code: 'reason-missing' })
  const requests = dossier.requests ?? 0
  if (limit.answer === null || requests < limit.answer || further.answer === 'allowed') return undefined
  const late = couldHaveBeenAsked(dossier, items)
  if (late.length === 0) return undefined
  if (further.answer !== 'forbidden' && headReason?.trim()) return undefined
  return refuse({
    code: 'completion-limit-reached',
    data: {
      requests,
      limit: limit.answer,
      further: further.answer ?? 'head-reason',
      items: late.map(({ label }) => label),
      basis: limit.basis,
    },
  })
}

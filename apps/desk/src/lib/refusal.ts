import type { ShownError } from '@motcua/ui/field-errors'
import { tooLong } from './completion-request.ts'
import type { Words } from './words/index.ts'

export const mostReason = 2000
export const mostBasis = 300

/** What is wrong with a refusal: the reason or the law it rests on is missing, or a text is too long. */
export function refusalErrors(typed: { reason: string; basis: string }, say: Words): ShownError[] {
  return [
    ...(typed.reason ? [] : [{ href: '#reason', text: say.refuse.reasonMissing }]),
    ...tooLong('#reason', say.refuse.reason, typed.reason, mostReason, say),
    ...(typed.basis ? [] : [{ href: '#basis', text: say.refuse.basisMissing }]),
    ...tooLong('#basis', say.refuse.basis, typed.basis, mostBasis, say),
  ]
}

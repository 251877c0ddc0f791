import type { Result } from '@motcua/api/client'
import type { ShownError } from '@motcua/ui/field-errors'
import { tooLong } from './completion-request.ts'
import type { Words } from './words/index.ts'

export const outcomes = ['granted', 'rejected'] as const satisfies Result['outcome'][]
export const mostNote = 2000

export interface TypedResult {
  outcome: Result['outcome'] | ''
  note: string
}

/** What is wrong with a result: no outcome, a rejection without its reason, a note too long. */
export function resultErrors({ outcome, note }: TypedResult, say: Words): ShownError[] {
  return [
    ...(outcome ? [] : [{ href: '#outcome', text: say.record.outcomeMissing }]),
    ...(outcome === 'rejected' && !note ? [{ href: '#note', text: say.record.noteMissing }] : []),
    ...tooLong('#note', say.record.note, note, mostNote, say),
  ]
}

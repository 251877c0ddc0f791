import type { CivilDate } from '@motcua/calendar'
import type { Paper } from '../procedure/procedure.ts'
import type { Attachment } from './attachment.ts'
import { applies } from './applies.ts'
import type { Answers } from './form.ts'

/**
 * Ids of required papers that were neither uploaded nor handed over. Papers that are only shown at the counter and
 * given back are never missing, nor are those that do not apply to what was answered.
 */
export function missingPapers(
  papers: readonly Paper[],
  given: {
    readonly papers: readonly Attachment[]
    readonly handedIn?: readonly string[]
    readonly answers: Answers
  },
  today: CivilDate,
): string[] {
  const ids = new Set([...given.papers.map((attachment) => attachment.paperId), ...(given.handedIn ?? [])])
  return papers
    .filter((p) => p.required && !p.presentedOnly && !ids.has(p.id) && applies(p, given.answers, today))
    .map((p) => p.id)
}

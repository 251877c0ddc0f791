import type { Paper } from '../procedure/procedure.ts'
import type { Attachment } from './attachment.ts'

/**
 * Ids of required papers that were neither uploaded nor handed over. Papers that are only shown at the counter and
 * given back are never missing.
 */
export function missingPapers(
  papers: readonly Paper[],
  given: { readonly papers: readonly Attachment[]; readonly handedIn?: readonly string[] },
): string[] {
  const ids = new Set([...given.papers.map((attachment) => attachment.paperId), ...(given.handedIn ?? [])])
  return papers.filter((p) => p.required && !p.presentedOnly && !ids.has(p.id)).map((p) => p.id)
}

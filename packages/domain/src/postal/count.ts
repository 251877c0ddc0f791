import type { Paper } from '../procedure/procedure.ts'

/** How many originals and copies of one paper were counted out, the applicant looking on (HN19-11.1b). */
export interface CountedPaper {
  readonly paperId: string
  readonly originals: number
  readonly copies: number
}

/** One line of the count: what the published list asks for beside what lies on the table. */
export interface CountLine extends CountedPaper {
  readonly paper: Paper
  readonly state: 'complete' | 'short' | 'absent' | 'not-needed'
}

/**
 * Counts papers against the published list. A paper the list does not name is no paper of this dossier and is left
 * out; one that is only shown and given back is not counted.
 */
export function countAgainst(papers: readonly Paper[], counted: readonly CountedPaper[]): CountLine[] {
  return papers
    .filter(({ presentedOnly }) => !presentedOnly)
    .map((paper) => {
      const found = counted.find(({ paperId }) => paperId === paper.id)
      const { originals = 0, copies = 0 } = found ?? {}
      return { paper, paperId: paper.id, originals, copies, state: stateOf(paper, originals, copies) }
    })
}

/** The required papers that are not there: the post guides the applicant to add them (HN19-11.1d). */
export function lackingPapers(lines: readonly CountLine[]): CountLine[] {
  return lines.filter(({ paper, state }) => paper.required && (state === 'absent' || state === 'short'))
}

function stateOf(paper: Paper, originals: number, copies: number): CountLine['state'] {
  if (originals + copies === 0) return paper.required ? 'absent' : 'not-needed'
  // One original more stands for a copy less; the list asks for at least one sheet of what it names.
  const asked = Math.max(paper.originals + paper.copies, 1)
  const enough = originals >= paper.originals && originals + copies >= asked
  return enough ? 'complete' : 'short'
}

import type { StaffDossierView } from '@motcua/api/client'

type CheckedPaper = StaffDossierView['checklist'][number]

/** How a paper of the procedure stands in a dossier. */
export type PaperState = 'given' | 'onPaper' | 'missing' | 'notGiven' | 'toBeShown'

export function paperState({ paper, given, handedIn }: CheckedPaper): PaperState {
  if (given.length > 0) return 'given'
  if (handedIn) return 'onPaper'
  if (paper.presentedOnly) return 'toBeShown'
  return paper.required ? 'missing' : 'notGiven'
}

/** Papers that must be handed in, and those of them that are there in one form or the other. */
export function countRequired(checklist: readonly CheckedPaper[]): { required: number; given: number } {
  const required = checklist.filter(({ paper }) => paper.required && !paper.presentedOnly)
  return {
    required: required.length,
    given: required.filter((line) => paperState(line) !== 'missing').length,
  }
}

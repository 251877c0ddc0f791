import type { Attachment } from '../intake/attachment.ts'
import type { Answers } from '../intake/form.ts'

/** What an applicant gave: the answers, the files and the papers handed in on paper. */
export interface Content {
  readonly answers: Answers
  readonly papers: readonly Attachment[]
  /** Ids of papers. */
  readonly handedIn?: readonly string[]
}

/** One thing that is not as it was: an answer, the files of a paper, or a paper handed in. */
export type Change =
  | { readonly kind: 'field'; readonly ref: string; readonly before?: string; readonly after?: string }
  | {
      readonly kind: 'paper'
      readonly ref: string
      readonly added: readonly Attachment[]
      readonly removed: readonly Attachment[]
      /** True where it was handed in on paper as well. */
      readonly handedIn?: true
    }

/** What is asked for or changed, by one name: the same paper or field is the same key everywhere. */
export const keyOf = ({ kind, ref }: { readonly kind: 'paper' | 'field'; readonly ref: string }): string =>
  `${kind}:${ref}`

/** Everything in which two contents differ: answers first, then papers. */
export function changesBetween(before: Content, after: Content): Change[] {
  return [...changedAnswers(before.answers, after.answers), ...changedPapers(before, after)]
}

function changedAnswers(before: Answers, after: Answers): Change[] {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return ids
    .filter((id) => before[id] !== after[id])
    .map((ref) => ({
      kind: 'field',
      ref,
      ...(before[ref] !== undefined && { before: before[ref] }),
      ...(after[ref] !== undefined && { after: after[ref] }),
    }))
}

function changedPapers(before: Content, after: Content): Change[] {
  const ids = [...before.papers, ...after.papers].map(({ paperId }) => paperId)
  const handed = (after.handedIn ?? []).filter((id) => !before.handedIn?.includes(id))
  return [...new Set([...ids, ...handed])].flatMap((ref) => {
    const added = without(after.papers, before.papers, ref)
    const removed = without(before.papers, after.papers, ref)
    const handedIn = handed.includes(ref)
    if (added.length + removed.length === 0 && !handedIn) return []
    return [{ kind: 'paper' as const, ref, added, removed, ...(handedIn && { handedIn }) }]
  })
}

function without(all: readonly Attachment[], others: readonly Attachment[], paperId: string): Attachment[] {
  const known = new Set(others.map(({ fileId }) => fileId))
  return all.filter((file) => file.paperId === paperId && !known.has(file.fileId))
}

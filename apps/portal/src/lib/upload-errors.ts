import type { Locale, Paper } from '@motcua/domain'
import { fileFaultText } from '@motcua/ui/file-fault'
import { words } from '@motcua/ui/words'
import { say } from './words/index.ts'

interface UploadFault {
  readonly paperId: string
  readonly name: string
  readonly bytes: number
  readonly fault: string
}

/** The errors of an upload page, paper by paper. */
export function paperErrors(
  rejected: {
    faults: readonly UploadFault[]
    missing: readonly string[]
    noneChosen?: string | undefined
  } | null,
  papers: readonly Pick<Paper, 'id' | 'name'>[],
  maxBytes: number,
  locale: Locale,
): Map<string, string[]> {
  const errors = new Map<string, string[]>()
  if (!rejected) return errors
  for (const { id, name } of papers) {
    const lines = rejected.faults
      .filter(({ paperId }) => paperId === id)
      .map(({ fault, name: file, bytes }) =>
        fault === 'too-many'
          ? say(locale).filing.papers.tooMany
          : fileFaultText({ fault, name: file, bytes, limit: maxBytes }, locale),
      )
    if (rejected.missing.includes(id)) lines.push(words(locale).files.errors.missing(shorten(name)))
    if (rejected.noneChosen === id) lines.push(say(locale).filing.papers.noneChosen)
    if (lines.length > 0) errors.set(id, lines)
  }
  return errors
}

/** A paper's name may fill a paragraph; an error names its beginning. */
function shorten(name: string): string {
  if (name.length <= 90) return name
  return `${name.slice(0, name.lastIndexOf(' ', 88))}…`
}

import type { Locale, Paper } from '@motcua/domain'
import { formatBytes } from '@motcua/ui/format'
import { words } from '@motcua/ui/words'
import { say } from './words/index.ts'

interface UploadFault {
  readonly paperId: string
  readonly name: string
  readonly bytes: number
  readonly fault: 'empty' | 'too-large' | 'not-allowed-type' | 'too-many' | 'refused'
}

/** What a person is told about a file that was not taken: which, why, and what to do. */
function uploadFaultText({ fault, name, bytes }: UploadFault, maxBytes: number, locale: Locale): string {
  const text = words(locale)
  switch (fault) {
    case 'empty':
      return text.files.errors.empty(name)
    case 'too-large':
      return text.files.errors['too-large'](name, formatBytes(bytes, locale), formatBytes(maxBytes, locale))
    case 'not-allowed-type':
      return text.files.errors['wrong-type'](name)
    case 'too-many':
      return say(locale).filing.papers.tooMany
    case 'refused':
      return text.refusals['file-not-accepted']
    default:
      return fault satisfies never
  }
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
      .map((fault) => uploadFaultText(fault, maxBytes, locale))
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

import type { Procedure } from '@motcua/domain'
import { fold, plainWords } from './fold.ts'

/** The words of a catalogue, prepared once per edition so that a search is a walk over a few hundred strings. */
export interface SearchIndex {
  readonly entries: readonly Entry[]
  readonly abbreviations: ReadonlyMap<string, readonly string[]>
}

interface Entry {
  readonly code: string
  readonly exact: string
  readonly title: string
  readonly body: string
}

/** Prepares a catalogue for searching. Abbreviations: short form to what it stands for. */
export function buildSearchIndex(
  procedures: Iterable<Procedure>,
  abbreviations: Readonly<Record<string, readonly string[]>>,
): SearchIndex {
  const entries = [...procedures].map((procedure) => {
    const title = `${procedure.name} ${procedure.shortName}`
    const papers = procedure.papers.map((paper) => paper.name).join(' ')
    const results = procedure.results.map((result) => result.name).join(' ')
    return {
      code: procedure.code,
      exact: padded(plainWords(`${title} ${procedure.field}`)),
      title: padded(fold(title)),
      body: padded(
        fold(
          `${procedure.code} ${title} ${procedure.field} ${procedure.decidingAuthority} ${results} ${papers}`,
        ),
      ),
    }
  })
  const folded = Object.entries(abbreviations).map(([short, long]) => [fold(short), long.map(fold)] as const)
  return { entries, abbreviations: new Map(folded) }
}

/**
 * Codes of the procedures that hold every word searched for, best first: the phrase as typed, the phrase without
 * diacritics in the title, all words in the title, all words anywhere. An empty search finds everything.
 */
export function search(index: SearchIndex, query: string): string[] {
  const typed = plainWords(query)
  const words = fold(query).split(' ').filter(Boolean)
  if (words.length === 0) return index.entries.map(({ code }) => code)
  // Each word may stand for itself or for what it abbreviates.
  const wanted = words.map((word) => [word, ...(index.abbreviations.get(word) ?? [])])
  const scored = index.entries.flatMap((entry, position) => {
    const score = scoreOf(entry, typed, words, wanted)
    return score > 0 ? [{ code: entry.code, score, position }] : []
  })
  return scored.toSorted((a, b) => b.score - a.score || a.position - b.position).map(({ code }) => code)
}

function scoreOf(
  entry: Entry,
  typed: string,
  words: readonly string[],
  wanted: readonly (readonly string[])[],
): number {
  if (fold(entry.code) === words.join(' ')) return 100
  const hasAll = (text: string): boolean =>
    wanted.every((forms) => forms.some((form) => text.includes(` ${form}`)))
  if (!hasAll(entry.body)) return 0
  if (entry.exact.includes(` ${typed} `)) return 50
  if (entry.exact.includes(` ${typed}`)) return 40
  if (entry.title.includes(` ${words.join(' ')}`)) return 30
  return hasAll(entry.title) ? 20 : 10
}

/** Blanks around the text let one `includes` find the beginning of any word. */
function padded(text: string): string {
  return ` ${text} `
}

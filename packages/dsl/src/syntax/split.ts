import { type Lexeme, isLeading } from './lexemes.ts'

/** The lexemes of one statement. `lead` is false for text that stands before any statement or begins unknown. */
export interface Cut {
  readonly lexemes: readonly Lexeme[]
  readonly lead: boolean
}

/**
 * Cuts a file into statements. A statement begins at a line whose first phrase can begin one; any other line goes on
 * with the statement before it. A line that begins with a word of no phrase is cut off too, so that a misspelt keyword
 * spoils only its own line.
 */
export function split(all: readonly Lexeme[]): Cut[] {
  const cuts: { lexemes: Lexeme[]; lead: boolean }[] = []
  for (const one of all) {
    const lead = one.first && isLeading(one)
    const stray = one.first && (one.type === 'UNKNOWN' || one.type === 'ERROR')
    if (lead || stray || cuts.length === 0) cuts.push({ lexemes: [], lead })
    cuts.at(-1)!.lexemes.push(one)
  }
  return cuts
}

import type { Language } from '../source/diagnostic.ts'
import { type Lexeme, lexemes } from './lexemes.ts'

/** The language a file says it is written in; without a line that says so, Vietnamese. */
export function languageOf(all: readonly Lexeme[]): Language {
  const at = all.findIndex(({ type }) => type === 'LANGUAGE')
  return at >= 0 && all[at + 1]?.value === 'en' ? 'en' : 'vi'
}

/** The same of a text that has not been taken apart. */
export const languageOfText = (text: string): Language => languageOf(lexemes(text))

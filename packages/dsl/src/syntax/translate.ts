import type { Language } from '../source/diagnostic.ts'
import type { PhraseType } from '../vocabulary/phrase.ts'
import { type Lexeme, lexemes } from './lexemes.ts'
import { wordsFor } from './phrase-table.ts'

/**
 * The same file in the other language: every phrase is put in the words of that language, in place; names, numbers,
 * quotations, comments and layout stay. Both languages keep one word order, so the meaning stays too.
 */
export function translate(text: string, to: Language): string {
  let out = ''
  let at = 0
  const all = lexemes(text)
  for (const [i, one] of all.entries()) {
    if (!one.lang) continue
    // The language line names the language the file is written in.
    const value = one.type === 'LANG' && all[i - 1]?.type === 'LANGUAGE' ? to : one.value
    out +=
      text.slice(at, one.from) + (english(one, all[i - 1], to) ?? wordsFor(one.type as PhraseType, value, to))
    at = one.to
  }
  return out + text.slice(at)
}

/** English forms that hang on the word before: `is no`, and the points of a score, which are many. */
function english(one: Lexeme, before: Lexeme | undefined, to: Language): string | undefined {
  if (to !== 'en') return undefined
  if (one.type === 'NOT' && before?.type === 'IS') return 'no'
  const counted = before?.type === 'NUMBER' || before?.type === 'DECIMAL' || before?.type === 'REF'
  return one.type === 'POINT' && counted ? 'points' : undefined
}

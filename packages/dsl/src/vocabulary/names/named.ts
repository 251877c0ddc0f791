import { type Phrase, phrase } from '../phrase.ts'

/** Names of a closed list: the value, how Vietnamese writes it, how English does. */
export const named = (table: readonly (readonly [value: string, vi: string, en: string])[]): Phrase[] =>
  table.map(([value, vi, en]) => phrase('NAME', value, vi, en))

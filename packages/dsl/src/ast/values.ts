import type { Language } from '../source/diagnostic.ts'
import type { Lexeme } from '../syntax/lexemes.ts'
import type { Cst, CstPart } from '../syntax/parse.ts'
import { wordsFor } from '../syntax/phrase-table.ts'
import { type Dimension, dimensions } from '../vocabulary/facts.ts'
import type { Counted } from './nodes.ts'
import { type Room, leaf, notOfList, numberOf } from './reader.ts'

/** `một lần` or `02 (hai) lần` as a number. */
export function timesOf(room: Room, cst: Cst): number {
  return leaf(cst.d[0]).type === 'ONCE' ? 1 : numberOf(room, cst.d)
}

/** What is counted: times of doing something, or things. */
export const countedOf = (cst: Cst): Counted => {
  const { type, value } = leaf(cst.d.at(-1))
  return type === 'ONCE' || value === '' ? 'times' : (value as Counted)
}

/** A word of a closed list, or the number of a level; which list it must be of is known by the question. */
export const wordOf = ({ type, text, value }: Lexeme): string =>
  type === 'NUMBER' ? String(Number(text)) : value

/** The names of a list. */
export const wordsOf = (parts: readonly CstPart[]): string[] => parts.map((one) => wordOf(leaf(one)))

/** A value of a dimension: a name of its list, or the number of a level. */
export function valueOf(room: Room, dim: Dimension, part: Lexeme): string {
  const value = wordOf(part)
  if (!(dimensions[dim] as readonly unknown[]).includes(value)) {
    notOfList(room, part, {
      vi: `giá trị của «${dimensionWords(dim, 'vi')}»`,
      en: `a value of \`${dimensionWords(dim, 'en')}\``,
    })
  }
  return value
}

const dimensionWords = (dim: Dimension, lang: Language): string =>
  wordsFor(typeof dimensions[dim][0] === 'boolean' ? 'FLAG' : 'DIMENSION', dim, lang)

import type { LegalBasis } from '../compile/compiled.ts'
import type { Bilingual } from '../source/diagnostic.ts'
import { sayBases } from './say.ts'

/** One sentence of a reason, with the article it rests on where it rests on one. */
export interface ReasonSentence extends Bilingual {
  readonly basis?: LegalBasis
}

type Cites = readonly LegalBasis[]

/** The article a sentence rests on: the first of its places of the law. */
export const basisOf = ([basis]: Cites): Pick<ReasonSentence, 'basis'> => (basis ? { basis } : {})

/** Nothing said. */
export const none: Bilingual = { vi: '', en: '' }

/** What stands in brackets at the end of a sentence. */
export const wrap = ({ vi, en }: Bilingual): Bilingual => ({ vi: ` (${vi})`, en: ` (${en})` })

/** The places of the law in brackets; nothing where there is none. */
export const wrapCites = (cites: Cites): Bilingual => (cites.length === 0 ? none : wrap(sayBases(cites)))

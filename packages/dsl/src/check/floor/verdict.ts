import type { Compared } from '../sweep/compare.ts'
import type { GivenFacts } from '../example-line.ts'

/** How a case of a province stands to the case of a national act that answers the same question in the same cells. */
export type Verdict =
  /** The same effect. */
  | { readonly is: 'same' }
  /** Kept, and proven. */
  | { readonly is: 'kept'; readonly compared?: Compared }
  /** Less than the nation demands. */
  | { readonly is: 'laxer'; readonly shown: Shown; readonly compared?: Compared }
  /** Neither more nor less: now one, now the other. */
  | {
      readonly is: 'incomparable'
      readonly shown: Shown
      readonly other: Shown
      readonly compared?: Compared
    }
  /** Something else where only the same will do. */
  | { readonly is: 'contradicts'; readonly shown: Shown }
  /** Left to the nation by a reference, or to be found in a text whose value is not known. */
  | { readonly is: 'delegated' | 'unwritten' }
  /** There is no procedure here that decides it; said, never passed over. */
  | { readonly is: 'undecided' }

/** A counter-example: facts, and what the two answer. */
export interface Shown {
  readonly facts: GivenFacts
  readonly own: unknown
  readonly national: unknown
}

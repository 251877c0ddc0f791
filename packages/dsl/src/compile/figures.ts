import type { Cite, Effect, Placed } from '../ast/nodes.ts'
import { type BareTest, bareTest } from '../ast/tests.ts'
import type { Form } from '../figures/form.ts'
import type { Ratio } from '../figures/rate.ts'
import type { State } from '../vocabulary/figures.ts'
import type { LegalBasis, Operation } from './compiled.ts'

/** One answer of a class or a score and the test it is given under; without a test it is always given. */
export interface Grade {
  readonly value: string | number
  readonly test: BareTest | null
  readonly cites: readonly LegalBasis[]
}

/** A move from one state to another as the tables hold it. */
interface CompiledMove {
  readonly from: State
  readonly to: State
  readonly by: string | null
  readonly atOnce: boolean
  readonly test: BareTest | null
}

/** What statements of figures do. */
export type FigureOperation =
  | {
      readonly op: 'grade'
      readonly grades: readonly Grade[]
      /** Where a number is not known nothing is given: the place that says so. Null where every number is needed. */
      readonly missing: readonly LegalBasis[] | null
    }
  | { readonly op: 'adds'; readonly questions: readonly string[] }
  | ({ readonly op: 'ratio' } & Ratio)
  | {
      readonly op: 'scale'
      readonly grades: readonly { readonly grade: string; readonly points: number }[]
    }
  | { readonly op: 'moves'; readonly moves: readonly CompiledMove[] }
  | ({ readonly op: 'form' } & Form)

type Basis = (cites: readonly Cite[]) => LegalBasis[]

/** A class told by tests. Days of result and due date alone keep the short form that many dossiers are told by. */
export function classOf(
  effects: readonly Placed<Effect>[],
  missing: readonly Cite[] | undefined,
  basis: Basis,
): Operation {
  const arms = effects.flatMap((one) => (one.k === 'classify' ? [one] : []))
  const plain = arms.flatMap(({ word, test, cites }) =>
    test.k === 'points' && test.left in plainDays && test.right in plainDays
      ? [{ word, op: test.op, left: test.left, right: test.right, cites: basis(cites) }]
      : [],
  )
  const first = plain[0]
  if (first && plain.length === arms.length && plain.every(({ left }) => left === first.left)) {
    return {
      op: 'compare',
      left: plainDays[first.left]!,
      right: plainDays[first.right]!,
      arms: plain.map(({ word, op, cites }) => ({ word, op, cites })),
    }
  }
  const grades = arms.map(({ word, test, cites }) => ({
    value: word,
    test: bareTest(test),
    cites: basis(cites),
  }))
  return { op: 'grade', grades, missing: missing ? basis(missing) : null }
}

const plainDays: Readonly<Record<string, 'dueAt' | 'resultAt'>> = {
  'due-at': 'dueAt',
  'result-at': 'resultAt',
}

/** The operation of a case whose first effect is one of figures. */
export function figureOperation(
  effects: readonly Placed<Effect>[],
  missing: readonly Cite[] | undefined,
  basis: Basis,
): Operation {
  const effect = effects[0]!
  switch (effect.k) {
    case 'score': {
      const grades = effects.flatMap((one): Grade[] =>
        one.k === 'score'
          ? [{ value: one.points, test: one.test ? bareTest(one.test) : null, cites: basis(one.cites) }]
          : [],
      )
      return { op: 'grade', grades, missing: missing ? basis(missing) : null }
    }
    case 'adds':
      return { op: 'adds', questions: effect.questions }
    case 'ratio': {
      const { numerator, denominator, times, decimals, empty } = effect
      return { op: 'ratio', numerator, denominator, times, decimals: decimals!, empty: empty! }
    }
    case 'scale':
      return { op: 'scale', grades: effect.grades }
    case 'form':
      return {
        op: 'form',
        parts: effect.parts.map((one) =>
          'text' in one ? one : { part: one.part, digits: one.digits ?? null },
        ),
        letters: effect.letters,
        collision: effect.collision,
      }
    default:
      return { op: 'moves', moves: effects.flatMap((one) => (one.k === 'move' ? [compileMove(one)] : [])) }
  }
}

function compileMove({ from, to, by, atOnce, test }: Extract<Effect, { k: 'move' }>): CompiledMove {
  return { from, to, by: by ?? null, atOnce, test: test ? bareTest(test) : null }
}

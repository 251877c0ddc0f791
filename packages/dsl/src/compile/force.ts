import type { Affect, Regulation, Rule, Transition } from '../ast/nodes.ts'
import type { CompiledEffect, CompiledTransition } from './compiled.ts'
import { basisOf } from './effects.ts'

/** What a rule says of its own force: the days it holds, what running matters follow, the places its text refers to. */
export function compileForce(
  number: string,
  { holds, transition, references }: Rule,
): Pick<CompiledEffect, 'holds' | 'transition' | 'references'> {
  return {
    ...(holds
      ? {
          holds: {
            from: holds.from ?? null,
            through: holds.through ?? null,
            cites: holds.cites.map((cite) => basisOf(number, cite)),
          },
        }
      : {}),
    ...(transition ? compileTransition(number, transition) : {}),
    ...(references.some(({ readAs }) => readAs) ? { references: misprints(number, references) } : {}),
  }
}

/** References that are read otherwise than they are printed; the others change no answer. */
const misprints = (number: string, references: Rule['references']) =>
  references.flatMap(({ to, readAs }) =>
    readAs ? [{ to: basisOf(number, to), readAs: basisOf(number, readAs) }] : [],
  )

/** A clause that says what running matters follow; none where the text is silent, so that each rule binds as usual. */
export function compileTransition(
  number: string,
  { choice, cites }: Transition,
): { transition?: CompiledTransition } {
  if (choice === 'silent') return {}
  return { transition: { choice, cites: cites.map((cite) => basisOf(number, cite)) } }
}

/** Whether a regulation does something to the text of a number. */
export const affects = (one: Regulation, how: Affect, number: string): boolean =>
  one.affects.some((affected) => affected.how === how && affected.number === number)

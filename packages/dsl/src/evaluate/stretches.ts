import type { Moment } from '@motcua/calendar'
import type { CompiledEffect, LegalBasis } from '../compile/compiled.ts'
import { type QuestionInfo, questionOf } from '../vocabulary/questions.ts'
import type { BoundProgram } from './bind.ts'
import type { Facts, Given } from './facts.ts'
import { find } from './find.ts'

/** What a stretch of time does to a clock that runs into it. */
type StretchEffect = 'continue' | 'exclude' | 'reset'

/** A pause of the dossier or an outage of the System, with the rule that says what it does to the clock. */
export interface Stretch {
  readonly kind: 'pause' | 'outage'
  /** Missing of an outage. */
  readonly reason?: string
  readonly from: Moment
  /** Missing where it lasts still. */
  readonly to?: Moment
  readonly effect: StretchEffect
  /** Where no rule says anything the clock runs on, and there is nothing to cite. */
  readonly cites: readonly LegalBasis[]
  /** Entries of the register of interpretations that rule rests on. */
  readonly readings: readonly string[]
  /** Where a deadline goes that falls into an outage, where a rule says so. */
  readonly shift?: CompiledEffect
}

/**
 * The pauses and outages of a dossier in the order they begin. Each is judged by the rule in force on the day it
 * begins (AMB-09), which is that of `processing.onPause` for its reason; `outage.shift` moves a deadline that falls
 * into an outage. What no rule stops runs on: no clock stands still without an article (AMB-36).
 */
export function stretchesOf(bound: BoundProgram, { pauses, outages }: Facts): Stretch[] {
  const paused = (pauses ?? []).map((one): Stretch => ({ kind: 'pause', ...one, ...judged(bound, one) }))
  const out = (outages ?? []).map((one): Stretch => {
    const shift = ruleAt(bound, 'outage.shift', one.from, {})
    return {
      kind: 'outage',
      ...given(one),
      ...judged(bound, { ...one, reason: 'outage' }),
      ...(shift && { shift }),
    }
  })
  return [...paused, ...out].toSorted((a, b) => a.from - b.from)
}

const given = ({ from, to }: Given): Given => ({ from, ...(to === undefined ? {} : { to }) })

function judged(
  bound: BoundProgram,
  { from, reason }: Given & { readonly reason: string },
): Pick<Stretch, 'effect' | 'cites' | 'readings'> {
  const effect = ruleAt(bound, 'processing.onPause', from, { pauseReason: reason })
  if (effect?.does.op !== 'word') return { effect: 'continue', cites: [], readings: [] }
  return { effect: effect.does.word as StretchEffect, cites: effect.cites, readings: effect.readings }
}

function ruleAt(
  { program }: BoundProgram,
  key: string,
  asOf: Moment,
  cell: Facts['cell'],
): CompiledEffect | undefined {
  const question: QuestionInfo = questionOf.get(key)!
  return find(program, question, { asOf, moments: {}, cell, limit: undefined, numbers: {}, beganAt: asOf })
    .effect
}

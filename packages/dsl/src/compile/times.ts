import type { Effect, Modifier, Quantity, Share, Sum } from '../ast/nodes.ts'
import { events } from '../vocabulary/facts.ts'
import { questionOf } from '../vocabulary/questions.ts'
import type { CompiledEffect, Cutoff, LegalBasis, Moved, Operation, Part, Term } from './compiled.ts'

type TimeEffect = Extract<
  Effect,
  {
    k:
      | 'within'
      | 'published'
      | 'before'
      | 'sequence'
      | 'later'
      | 'earlier'
      | 'at'
      | 'sameDay'
      | 'nextOpening'
      | 'agreed'
      | 'amount'
  }
>

/** The statements of time of a checked rule as the tables hold them. */
export function timeOperation(effect: TimeEffect, question: string): Operation {
  switch (effect.k) {
    case 'within':
      if (effect.duration.k === 'share')
        return { op: 'addShare', ...happening(effect.event), share: partOf(effect.duration) }
      return { op: 'add', ...happening(effect.event), ...termOf(effect.duration) }
    case 'published':
      return { op: 'published', ...happening(effect.event) }
    case 'before':
      return { op: 'before', ...happening(effect.event), ...termOf(effect.duration) }
    case 'sequence':
      return { op: 'sequence', ...happening(effect.event), terms: effect.terms.map(termOf) }
    case 'later':
    case 'earlier':
      return { op: effect.k, sums: effect.sums.map(movedOf) }
    case 'at':
      return { op: 'at', ...happening(effect.event), how: effect.how }
    case 'sameDay':
    case 'nextOpening':
      return { op: effect.k, ...happening(effect.event) }
    case 'amount':
      return { op: 'amount', ...termOf(effect.duration) }
    case 'agreed': {
      if (questionOf.get(question)!.kind === 'deadline')
        return { op: 'at', ...happening('agreed'), how: 'agreed' }
      const { n, unit } = effect.most ? termOf(effect.most) : { n: null, unit: null }
      return { op: 'agreed', n, unit }
    }
  }
  effect satisfies never
}

/** Every reminder of a case, before the due time and again and again after an event. */
export function remindersOf(effects: readonly Effect[]): Operation {
  const before = effects.flatMap((one) => (one.k === 'remindBefore' ? [termOf(one.duration)] : []))
  const again = effects.find((one) => one.k === 'remindEvery')
  if (again?.k !== 'remindEvery') return { op: 'reminders', before, every: null }
  const { event, until, duration } = again
  const untilFact = happening(until).fact
  return {
    op: 'reminders',
    before,
    every: { ...termOf(duration), ...happening(event), until, untilFact },
  }
}

/** A cut-off as the tables hold it. */
export function cutoffOf(one: Extract<Modifier, { k: 'cutoff' }>, cites: readonly LegalBasis[]): Cutoff {
  const { second, inclusive, opening } = one
  return { second, cites, ...(inclusive && { inclusive }), ...(opening && { opening }) }
}

/** The absolute end of a deadline as the tables hold it. */
export function ceilingOf({
  event,
  duration,
}: Extract<Modifier, { k: 'ceiling' }>): Omit<NonNullable<CompiledEffect['ceiling']>, 'cites'> {
  return { ...happening(event), term: termOf(duration) }
}

/** A share as the tables hold it; what is not said is rounded down. */
export const partOf = ({ part, of, rounding, subDay }: Share): Part => ({
  part,
  of,
  rounding: rounding ?? 'down',
  subDay,
})

const happening = (event: string) => ({ event, fact: events.get(event)!.fact })

const termOf = ({ n, unit, monthEnd }: Quantity): Term => ({
  n,
  unit: unit as Term['unit'],
  ...(monthEnd && { monthEnd }),
})

function movedOf({ event, plus, minus }: Sum): Moved {
  if (minus) return { ...happening(event), plus: { ...termOf(minus), n: -minus.n } }
  return { ...happening(event), plus: plus ? termOf(plus) : null }
}

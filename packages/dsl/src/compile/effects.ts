import type { Case, Cite, Effect, Modifier, Placed, Regulation, Rule, Share, Sum } from '../ast/nodes.ts'
import { events } from '../vocabulary/facts.ts'
import { questionOf } from '../vocabulary/questions.ts'
import { classOf, figureOperation } from './figures.ts'
import type { CompiledEffect, LegalBasis, Moved, Operation, Part } from './compiled.ts'
import { compileForce } from './force.ts'

/** Finds an act by the symbol it is cited by; the checks have made sure that it exists. */
export type ActOf = (symbol: string) => { readonly index: number; readonly number: string }

/** A case of a checked rule as the tables hold it. */
export function compileCase(
  regulation: Regulation,
  act: number,
  rule: Rule,
  one: Case,
  actOf: ActOf,
): CompiledEffect {
  const modifiers = [...rule.modifiers, ...one.modifiers]
  const of = <K extends Modifier['k']>(k: K) =>
    modifiers.findLast((found): found is Placed<Extract<Modifier, { k: K }>> => found.k === k)
  const basis = (cites: readonly Cite[]) => cites.map((cite) => basisOf(regulation.number, cite))
  const [outside, cutoff, plus, missing] = [of('outside'), of('cutoff'), of('plus'), of('missing')]
  return {
    act,
    does: operation(
      one.effects,
      plus?.channels ?? [],
      missing?.cites,
      basis,
      actOf,
      regulation.issuedOn ?? regulation.effective!.on,
    ),
    cites: unique(one.effects.flatMap(({ cites }) => basis(cites))),
    outside: outside ? basis(outside.cites) : null,
    cutoff: cutoff ? { second: cutoff.second, cites: basis(cutoff.cites) } : null,
    binds: rule.binds ?? questionOf.get(rule.question)!.binds,
    readings: [...new Set(rule.readings.map(({ id }) => id))],
    ...compileForce(regulation.number, rule),
  }
}

function operation(
  effects: readonly Placed<Effect>[],
  plus: readonly string[],
  missing: readonly Cite[] | undefined,
  basis: (cites: readonly Cite[]) => LegalBasis[],
  actOf: ActOf,
  issuedOn: string,
): Operation {
  const effect = effects[0]!
  switch (effect.k) {
    case 'within': {
      const at = { event: effect.event, fact: factOf(effect.event) }
      if (effect.duration.k === 'share') return { op: 'addShare', ...at, share: partOf(effect.duration) }
      return { op: 'add', ...at, ...amount(effect.duration) }
    }
    case 'published':
      return { op: 'published', event: effect.event, fact: factOf(effect.event) }
    case 'before':
      return { op: 'before', event: effect.event, fact: factOf(effect.event), ...amount(effect.duration) }
    case 'later':
      return { op: 'later', sums: [movedOf(effect.sums[0]), movedOf(effect.sums[1])] }
    case 'onDay':
      return { op: 'onDay', event: effect.event, fact: factOf(effect.event) }
    case 'share':
      return { op: 'share', share: partOf(effect.share) }
    case 'via':
      return {
        op: 'channels',
        mode: effect.mode,
        channels: effect.channels,
        default: effect.default ?? null,
        plus,
      }
    case 'consists':
      return { op: 'list', words: effect.words }
    case 'answer':
      return { op: 'flag', yes: effect.yes }
    case 'count':
      return { op: 'count', n: effect.n }
    case 'determined':
      return { op: 'word', word: effect.word }
    case 'classify':
      return classOf(effects, missing, basis)
    case 'follows': {
      const target = actOf(effect.symbol)
      return {
        op: 'follow',
        act: target.index,
        cite: basisOf(target.number, effect.cite),
        ...(effect.standing === 'issued' ? { standsOn: issuedOn } : {}),
      }
    }
    default:
      return figureOperation(effects, missing, basis)
  }
}

const factOf = (event: string) => events.get(event)!.fact

type Amount = { n: number; unit: 'working-hour' | 'working-day' | 'calendar-day' | 'month' }
const amount = ({ n, unit }: { n: number; unit: string }): Amount => ({ n, unit: unit as Amount['unit'] })

const partOf = ({ part, of, rounding, subDay }: Share): Part => ({
  part,
  of,
  rounding: rounding ?? 'down',
  subDay,
})

const movedOf = ({ event, plus }: Sum): Moved => ({
  event,
  fact: factOf(event),
  plus: plus ? amount(plus) : null,
})

export function basisOf(regulation: string, { article, clause, point }: Omit<Cite, 'span'>): LegalBasis {
  return {
    regulation,
    article,
    ...(clause === undefined ? {} : { clause }),
    ...(point === undefined ? {} : { point }),
  }
}

/** The same place of the law once, in the order it was first named. */
export function unique(cites: readonly LegalBasis[]): LegalBasis[] {
  const same = (a: LegalBasis, b: LegalBasis) =>
    a.regulation === b.regulation && a.article === b.article && a.clause === b.clause && a.point === b.point
  return cites.filter((one, i) => cites.findIndex((other) => same(one, other)) === i)
}

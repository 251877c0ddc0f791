import type { Case, Cite, Effect, Modifier, Placed, Regulation, Rule, Schedule } from '../ast/nodes.ts'
import { events } from '../vocabulary/facts.ts'
import { questionOf } from '../vocabulary/questions.ts'
import { classOf, figureOperation } from './figures.ts'
import type { CompiledEffect, LegalBasis, Operation } from './compiled.ts'
import { compileForce } from './force.ts'
import { ceilingOf, cutoffOf, partOf, remindersOf, timeOperation } from './times.ts'

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
  const [ceiling, atEnd] = [of('ceiling'), of('atEnd')]
  return {
    act,
    does: operation(
      rule.question,
      one.effects,
      plus?.channels ?? [],
      missing?.cites,
      basis,
      actOf,
      regulation.issuedOn ?? regulation.effective!.on,
    ),
    cites: unique(one.effects.flatMap(({ cites }) => basis(cites))),
    outside: outside ? basis(outside.cites) : null,
    cutoff: cutoff ? cutoffOf(cutoff, basis(cutoff.cites)) : null,
    ...(ceiling && { ceiling: { ...ceilingOf(ceiling), cites: basis(ceiling.cites) } }),
    ...(atEnd && { atEnd: { act: atEnd.act, cites: basis(atEnd.cites) } }),
    binds: rule.binds ?? questionOf.get(rule.question)!.binds,
    readings: [...new Set(rule.readings.map(({ id }) => id))],
    ...compileForce(regulation.number, rule),
  }
}

function operation(
  question: string,
  effects: readonly Placed<Effect>[],
  plus: readonly string[],
  missing: readonly Cite[] | undefined,
  basis: (cites: readonly Cite[]) => LegalBasis[],
  actOf: ActOf,
  issuedOn: string,
): Operation {
  const effect = effects[0]!
  switch (effect.k) {
    case 'within':
    case 'published':
    case 'before':
    case 'sequence':
    case 'later':
    case 'earlier':
    case 'at':
    case 'sameDay':
    case 'nextOpening':
    case 'agreed':
    case 'amount':
      return timeOperation(effect, question)
    case 'remindBefore':
    case 'remindEvery':
      return remindersOf(effects)
    case 'onDay':
      return { op: 'onDay', event: effect.event, fact: events.get(effect.event)!.fact }
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
    case 'text':
      return { op: 'text', text: effect.text }
    case 'schedule':
      return { op: 'schedule', ...scheduleAlone(effect) }
    case 'notRecorded':
      return { op: 'notRecorded', why: effect.why }
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

const scheduleAlone = ({ periods, atLeast, to, content }: Schedule): Schedule => ({
  periods,
  ...(atLeast === undefined ? {} : { atLeast }),
  ...(to ? { to } : {}),
  ...(content ? { content } : {}),
})

/** A place named in a regulation as a place of the law. */
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
  const found: LegalBasis[] = []
  for (const one of cites) if (!found.some((other) => samePlace(one, other))) found.push(one)
  return found
}

const samePlace = (a: LegalBasis, b: LegalBasis): boolean =>
  a === b ||
  (a.regulation === b.regulation && a.article === b.article && a.clause === b.clause && a.point === b.point)

import type { Calendar, Regulation } from '../ast/nodes.ts'
import type { Compiled } from '../compile/compiled.ts'
import { type Diagnostic, type Findings, isError } from '../source/diagnostic.ts'
import { homesOf } from '../compile/homes.ts'
import { checkFloors } from './floor/floors.ts'
import { checkHorizon } from './horizon.ts'
import type { Proof } from './proof.ts'
import { checkRedundancy } from './redundancy.ts'
import { checkTimelines } from './timelines.ts'

/**
 * What can be proven of a law once it reads well: that the province keeps to the nation and that its duties can be met.
 * `trees` stand in the order of the tables.
 */
export function prove(
  trees: readonly Regulation[],
  calendar: Calendar | undefined,
  compiled: Compiled,
  findings: Findings,
): Proof[] {
  const homes = homesOf(trees)
  checkHorizon(calendar, trees, homes, compiled, findings)
  return [
    ...checkFloors(trees, homes, compiled, findings),
    ...checkTimelines(trees, homes, compiled, findings),
    ...checkRedundancy(homes, compiled, findings),
  ]
}

/** The regulations without a fault that stand on nothing faulty: of these something can be proven. */
export function soundOf<T extends Regulation | Calendar>(
  trees: readonly T[],
  found: readonly Diagnostic[],
): readonly T[] {
  const faulty = new Set(found.filter(isError).map(({ span }) => span.path))
  const clean = trees.filter(({ path }) => !faulty.has(path))
  if (clean.length === trees.length) return trees
  const symbols = new Set(clean.map((one) => (one.k === 'regulation' ? one.symbol : undefined)))
  return clean.filter((one) => one.k === 'calendar' || referredBy(one).every((symbol) => symbols.has(symbol)))
}

const referredBy = ({ rules }: Regulation): string[] =>
  rules.flatMap(({ cases }) =>
    cases.flatMap(({ effects }) => effects.flatMap((one) => (one.k === 'follows' ? [one.symbol] : []))),
  )

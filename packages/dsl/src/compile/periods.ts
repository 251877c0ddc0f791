import { type CivilDate, addDays } from '@motcua/calendar'
import type { Regulation, Rule } from '../ast/nodes.ts'

/** A stretch of the days of a regulation in which the same rules answer a question. */
export interface Period {
  /** First day; null where it begins with the regulation. */
  readonly from: string | null
  /** First day after it; null where it ends with the regulation. */
  readonly until: string | null
  readonly rules: readonly Rule[]
}

/** The first day after a rule's own window. */
export const endOf = ({ holds }: Rule): string | undefined =>
  holds?.through === undefined ? undefined : addDays(holds.through as CivilDate, 1)

/** The periods of one question in one regulation, in order; one period where no rule has a window of its own. */
export function periodsOf(regulation: Regulation, question: string): Period[] {
  const rules = regulation.rules.filter((rule) => rule.question === question)
  if (rules.every(({ holds }) => !holds)) return [{ from: null, until: null, rules }]
  const [first, last] = [regulation.effective?.on ?? '', regulation.ceases?.on ?? '9999']
  const edges = rules
    .flatMap((rule) => [rule.holds?.from, endOf(rule)])
    .filter((on): on is string => on !== undefined && on > first && on < last)
  const starts = [null, ...new Set(edges.toSorted())]
  return starts.map((from, i) => ({
    from,
    until: starts[i + 1] ?? null,
    rules: rules.filter((rule) => holdsOn(rule, from ?? first)),
  }))
}

/** Whether a rule holds on a day, as far as its own window says. */
export function holdsOn(rule: Rule, on: string): boolean {
  const end = endOf(rule)
  return (rule.holds?.from ?? '') <= on && (end === undefined || on < end)
}

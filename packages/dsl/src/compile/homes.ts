import type { Case, Regulation, Rule } from '../ast/nodes.ts'

/** The case an effect was made of, with its rule and its regulation: where a finding is shown. */
export interface Home {
  readonly tree: Regulation
  readonly rule: Rule
  readonly one: Case
}

/** The home of every effect, in the order of the tables. */
export const homesOf = (trees: readonly Regulation[]): Home[] =>
  trees.flatMap((tree) => tree.rules.flatMap((rule) => rule.cases.map((one) => ({ tree, rule, one }))))

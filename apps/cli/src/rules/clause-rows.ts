import type { Program } from '@motcua/dsl'

type Tree = Program['trees'][number]
type Rule = Tree['rules'][number]
type Cite = Rule['cases'][number]['effects'][number]['cites'][number]

/** A place of a regulation that sets a parameter, and what is to carry it. */
export interface ClauseRow {
  readonly id: string
  /** Number of the regulation and the province it is of: two provinces may have the same number. */
  readonly regulation: string
  readonly of: string
  /** `12.2.a`: article, clause, point; `QĐ.3` of the decision that enacts the regulation. */
  readonly cite: string
  /** The parameter in a few words. */
  readonly about: string
  /** Questions that carry it; each must have a rule that cites the place. */
  readonly questions?: readonly string[]
  /** Lines of the heading that carry it. */
  readonly header?: readonly HeaderLine[]
  /** Why no rule carries it. */
  readonly why?: { readonly vi: string; readonly en: string }
}

export type HeaderLine = 'effective' | 'affects'

/** What carries a row: the rule of a question, or a line of the heading; without a place where it is not written yet. */
export interface Carrier {
  readonly name: string
  readonly at?: { readonly path: string; readonly from: number }
}

/** The rows of `rules/clauses.ndjson`, one JSON object a line. */
export const readRows = (text: string): ClauseRow[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ClauseRow)

/** What carries a row in the regulation it is of; empty where the row says why nothing can. */
export function carriersOf(row: ClauseRow, tree: Tree): Carrier[] {
  const rules = (row.questions ?? []).map((question): Carrier => {
    const rule = tree.rules.find((one) => one.question === question && citesOf(one).some(fits(row.cite)))
    return { name: question, ...(rule ? { at: { path: tree.path, from: rule.span.from } } : {}) }
  })
  const lines = (row.header ?? []).map((name): Carrier => {
    const span = name === 'effective' ? tree.effective?.span : tree.affects[0]?.span
    return { name, ...(span ? { at: { path: tree.path, from: span.from } } : {}) }
  })
  return [...lines, ...rules]
}

const citesOf = ({ cases, modifiers }: Rule): Cite[] =>
  [...modifiers, ...cases.flatMap((one) => [...one.effects, ...one.modifiers])].flatMap(({ cites }) => [
    ...cites,
  ])

/** A citation fits a place where it names it, a part of it, or, of a point, the clause it stands in. */
function fits(place: string): (cite: Cite) => boolean {
  const [article, second, third] = place.split('.')
  const clause = second !== undefined && /^\d/.test(second) ? second : undefined
  const point = clause === undefined ? second : third
  return (cite) =>
    cite.article === article &&
    cite.clause === (clause ?? cite.clause) &&
    (point === undefined || cite.point === undefined || cite.point === point)
}

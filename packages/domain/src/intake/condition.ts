import { z } from 'zod'

/** How an answer is compared. Numbers are compared as numbers, days as days. */
export const comparisons = ['is', 'is-not', 'answered', 'not-answered', 'at-least', 'at-most'] as const
export type Comparison = (typeof comparisons)[number]

/** Says something of another answer of the same form: `the relation is one of {father, mother}`. */
export const Condition = z.object({
  field: z.string().max(60),
  how: z.enum(comparisons),
  /** What it is compared with: one of these; the first one where a bound is meant; `today` is the day of answering. */
  values: z.array(z.string().max(200)).max(30).default([]),
})
export type Condition = z.infer<typeof Condition>

/** Conditions of which all must hold. */
export const Conditions = z.array(Condition).min(1).max(6)
export type Conditions = z.infer<typeof Conditions>

import { z } from 'zod'
import { Conditions } from './condition.ts'

const Words = z.object({ vi: z.string(), en: z.string() })

export const fieldKinds = [
  'text',
  'long-text',
  'date',
  'choice',
  'phone',
  'email',
  'citizen-id',
  'agency',
  'number',
] as const
export type FieldKind = (typeof fieldKinds)[number]

/** One question of a form. A field is asked for unless it is marked optional. */
export const Field = z.object({
  id: z.string().regex(/^[a-z][a-zA-Z0-9]*$/),
  kind: z.enum(fieldKinds),
  label: Words,
  hint: Words.optional(),
  optional: z.boolean().default(false),
  maxLength: z.int().positive().optional(),
  autocomplete: z.string().optional(),
  /** A date that may lie ahead; all others are of what has been. */
  future: z.boolean().optional(),
  choices: z.array(z.object({ value: z.string(), label: Words })).optional(),
  /** Asked only where all of this holds of the answers before it and beside it. */
  when: Conditions.optional(),
  minLength: z.int().positive().max(5000).optional(),
  /** Least and greatest number, or first and last day: `YYYY-MM-DD`, `today`, or the id of another question. */
  min: z.string().max(60).optional(),
  max: z.string().max(60).optional(),
  /** How it is written: `9` a digit, `A` a letter, `*` either, all else as it stands, e.g. `99A-999.99`. */
  mask: z.string().min(1).max(60).optional(),
  /** Taken from the account that files, and shown as such. */
  prefill: z.enum(['fullName', 'citizenId', 'phone', 'email', 'address', 'birthDate']).optional(),
})
export type Field = z.infer<typeof Field>

/** One page of a form: one thing asked, in one or a few fields that belong together. */
export const FormPage = z.object({
  id: z.string(),
  title: Words,
  hint: Words.optional(),
  /** Walked only where all of this holds of the answers of earlier pages. */
  when: Conditions.optional(),
  fields: z.array(Field).min(1),
})
export type FormPage = z.infer<typeof FormPage>

/** An interactive form (biểu mẫu điện tử): its pages in order. */
export const Form = z.object({ id: z.string(), pages: z.array(FormPage).min(1) })
export type Form = z.infer<typeof Form>

/** What a person answered: field id to text. Dates are `YYYY-MM-DD`, choices their value, agencies their id. */
export const Answers = z.record(z.string(), z.string())
export type Answers = z.infer<typeof Answers>

/** What is wrong with an answer. The wording belongs to the window that shows it. */
export interface FieldError {
  readonly field: string
  readonly code:
    | 'required'
    | 'too-long'
    | 'too-short'
    | 'not-a-date'
    | 'date-in-future'
    | 'not-a-choice'
    | 'not-a-phone'
    | 'not-an-email'
    | 'not-a-citizen-id'
    | 'not-a-number'
    | 'too-small'
    | 'too-large'
    | 'too-early'
    | 'too-late'
    | 'not-as-written'
    | 'not-text'
  readonly limit?: number
  /** The bound that was passed, or the way it is written. */
  readonly bound?: string
}

import type { FieldError } from '@motcua/api/client'
import type { ShownError } from '@motcua/ui/field-errors'

/** What an act page was answered when it was sent: the step to show, what was typed, what is wrong with it. */
export interface ActForm<Typed> {
  step: 'edit' | 'check'
  typed: Typed
  errors: ShownError[]
  /** Errors by field, for acts whose fields are those of a form of a procedure. */
  fieldErrors: readonly FieldError[]
}

/** Words that every act says of itself; `lead` opens its first page. */
export interface ActWords {
  title: string
  lead: string
  /** Heading of the page that shows everything once more. */
  checkTitle?: string
  /** The button that does it. */
  submit: string
}

/** Name and value of everything a page sends, carried unseen to the next one. A name may come several times. */
export type Carried = readonly (readonly [name: string, value: string])[]

/** Carries what was typed where it is a plain list of texts; a list of ticks is sent tick by tick. */
export function carryAll(typed: object): Carried {
  return Object.entries(typed).flatMap(([name, value]): [string, string][] =>
    Array.isArray(value) ? value.map((one) => [name, String(one)]) : [[name, String(value ?? '')]],
  )
}

import { compareAnswers } from './applies.ts'
import type { Conditions } from './condition.ts'
import type { Field, Form } from './form.ts'
import type { Paper } from '../procedure/procedure.ts'

/** What is wrong with a form as it was drawn up, before anybody answers it. */
export type FormFault =
  | { readonly code: 'page-id-twice'; readonly page: string }
  | { readonly code: 'field-id-twice'; readonly field: string }
  /** A condition or bound names a question that is not asked before it. */
  | { readonly code: 'depends-on-unknown'; readonly at: string; readonly field: string }
  | { readonly code: 'value-not-a-choice'; readonly at: string; readonly value: string }
  | { readonly code: 'condition-without-value'; readonly at: string }
  | { readonly code: 'choices-missing'; readonly field: string }
  | { readonly code: 'choice-twice'; readonly field: string; readonly value: string }
  | { readonly code: 'bounds-crossed'; readonly field: string }
  /** Nobody could be told who files. */
  | { readonly code: 'applicant-not-asked'; readonly detail: 'fullName' | 'citizenId' }
  /** A body has to be chosen, and no question asks for it. */
  | { readonly code: 'body-not-asked' }

/** Everything wrong with a form and with the conditions of the papers that go with it. */
export function checkForm(form: Form, papers: readonly Paper[] = [], bodies = 1): FormFault[] {
  const faults: FormFault[] = []
  const known = new Map<string, Field>()
  const pageIds = new Set<string>()
  for (const page of form.pages) {
    if (pageIds.has(page.id)) faults.push({ code: 'page-id-twice', page: page.id })
    pageIds.add(page.id)
    faults.push(...conditionFaults(page.id, page.when, known))
    for (const field of page.fields) {
      faults.push(...conditionFaults(field.id, field.when, known), ...fieldFaults(field, known))
      if (known.has(field.id)) faults.push({ code: 'field-id-twice', field: field.id })
      known.set(field.id, field)
    }
  }
  for (const paper of papers) faults.push(...conditionFaults(paper.id, paper.when, known))
  const asked = [...known.values()]
  for (const detail of ['fullName', 'citizenId'] as const) {
    const field = asked.find(({ prefill }) => prefill === detail)
    if (field?.optional || field?.when) faults.push({ code: 'applicant-not-asked', detail })
  }
  if (bodies > 1 && !asked.some(({ kind }) => kind === 'agency')) faults.push({ code: 'body-not-asked' })
  return faults
}

function fieldFaults(field: Field, known: ReadonlyMap<string, Field>): FormFault[] {
  const { id, kind, choices = [], min, max } = field
  const twice = choices.find(({ value }, at) => choices.findIndex((one) => one.value === value) < at)
  const unknown = [min, max].filter((bound) => bound && isField(bound) && !known.has(bound))
  const fixed = [min, max].filter((bound) => bound && bound !== 'today' && !isField(bound)) as string[]
  return [
    ...(kind === 'choice' && choices.length === 0 ? [{ code: 'choices-missing', field: id } as const] : []),
    ...(twice ? [{ code: 'choice-twice', field: id, value: twice.value } as const] : []),
    ...unknown.map((bound) => ({ code: 'depends-on-unknown', at: id, field: bound! }) as const),
    ...(fixed.length === 2 && compareAnswers(fixed[0]!, fixed[1]!) > 0
      ? [{ code: 'bounds-crossed', field: id } as const]
      : []),
  ]
}

function conditionFaults(
  at: string,
  when: Conditions | undefined,
  known: ReadonlyMap<string, Field>,
): FormFault[] {
  return (when ?? []).flatMap(({ field, how, values }): FormFault[] => {
    const asked = known.get(field)
    if (!asked) return [{ code: 'depends-on-unknown', at, field }]
    if (how === 'answered' || how === 'not-answered') return []
    if (values.length === 0) return [{ code: 'condition-without-value', at }]
    if (asked.kind !== 'choice') return []
    return values
      .filter((value) => !asked.choices?.some((choice) => choice.value === value))
      .map((value) => ({ code: 'value-not-a-choice', at, value }))
  })
}

function isField(bound: string): boolean {
  return /^[a-z]/.test(bound) && bound !== 'today'
}

import type { Locale } from '@motcua/domain'
import { words } from '@motcua/ui/words'
import type { DraftView } from './api-types.ts'
import { say } from './words/index.ts'

/** One page between the first question and the check before submission. */
export interface Step {
  readonly id: string
  readonly group: 'prepare' | 'papers' | 'delivery'
  /** Below the draft's own address. */
  readonly path: string
  readonly label: string
  readonly state: 'todo' | 'doing' | 'done'
  readonly hint?: string
  /** True for a page that may be left empty. */
  readonly optional?: true
}

/** The pages of a draft in the order they are walked, each with its state. A choice of one is not asked. */
export function journeyOf(draft: DraftView, locale: Locale): Step[] {
  const text = say(locale).filing.tasks
  const { procedure, form, todo } = draft
  const steps: Step[] = []
  if (procedure.cases.length > 1) {
    steps.push({
      id: 'case',
      group: 'prepare',
      path: '/case',
      label: text.case,
      state: draft.caseId ? 'done' : 'todo',
    })
  }
  for (const page of form.pages) {
    const begun = page.fields.some(({ id }) => draft.answers[id])
    const optional = page.fields.every((field) => field.optional)
    const done = !todo.includes(page.id) && (begun || !optional)
    steps.push({
      id: page.id,
      group: 'prepare',
      path: `/form/${page.id}`,
      label: page.title[locale],
      state: done ? 'done' : begun ? 'doing' : 'todo',
      ...(optional && { optional, hint: words(locale).form.optional }),
    })
  }
  const uploads = procedure.papers.filter(({ presentedOnly }) => !presentedOnly)
  if (uploads.length > 0) {
    const missing = uploads.filter(({ id }) => todo.includes(id)).length
    const begun = draft.papers.length > 0
    steps.push({
      id: 'papers',
      group: 'papers',
      path: '/papers',
      label: text.upload,
      state: missing > 0 ? (begun ? 'doing' : 'todo') : begun ? 'done' : 'todo',
      ...(missing > 0 && { hint: text.uploadMissing(missing) }),
      ...(!uploads.some(({ required }) => required) && { optional: true, hint: words(locale).form.optional }),
    })
  }
  if (procedure.return.channels.length > 0) {
    const state = draft.returnChannel ? 'done' : 'todo'
    steps.push({ id: 'return-channel', group: 'delivery', path: '/return', label: text.return, state })
  }
  if (asksPayment(draft)) {
    const state = draft.paymentChannel ? 'done' : 'todo'
    steps.push({ id: 'payment-channel', group: 'delivery', path: '/payment', label: text.payment, state })
  }
  return steps
}

/** What is still to do, in order: not what may be left empty. */
export function leftToDo(steps: readonly Step[]): Step[] {
  return steps.filter(({ state, optional }) => state !== 'done' && !optional)
}

/** True where there is something to pay and more than silence on how. */
export function asksPayment({ procedure }: Pick<DraftView, 'procedure'>): boolean {
  return procedure.payment.channels.length > 0 && !/^miễn (phí|lệ phí)\.?$/iu.test(procedure.fee.trim())
}

/** Path of the page after a step: the next one, or the check once all are walked. */
export function pathAfter(steps: readonly Step[], id: string): string {
  const here = steps.findIndex((step) => step.id === id)
  return steps[here + 1]?.path ?? '/check'
}

/** Path of the page before a step: the one before, or the list of tasks (the draft's own address). */
export function pathBefore(steps: readonly Step[], id: string): string {
  const here = steps.findIndex((step) => step.id === id)
  return steps[here - 1]?.path ?? ''
}

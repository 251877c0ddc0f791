import { day } from '@motcua/calendar'
import { checkPage, type Field, type FieldError } from '@motcua/domain'
import { z } from 'zod'

/** Farthest day of the calendar: whether a day lies in the future is asked where the clock is known. */
const endOfDays = day('9999-12-31')

/** Input checked and tidied exactly as an answer of a form is: `0901 234 567` becomes `0901234567`. */
export function answer(kind: Field['kind'], { maxLength = 200 }: { maxLength?: number } = {}) {
  return z.string().transform((text, context) => {
    const field = { id: 'answer', kind, label: { vi: '', en: '' }, optional: false, maxLength }
    const page = { id: 'page', title: field.label, fields: [field] }
    const { answers, errors } = checkPage(page, { answer: text }, { today: endOfDays })
    const [error] = errors
    if (!error) return answers['answer']!
    context.addIssue({ code: 'custom', message: error.code, params: error })
    return z.NEVER
  })
}

/** Input found wrong where the clock or the archive is known; windows show it beside the field. */
export function invalid(field: string, code: FieldError['code']): z.ZodError {
  // The one of zod's two that is an Error.
  return new z.ZodRealError([
    { code: 'custom', path: [field], message: code, params: { code }, input: undefined },
  ])
}

import type { Answers, Field, FormPage, Locale } from '@motcua/domain'
import { formatDate } from './format.ts'

type Bodies = readonly { readonly id: string; readonly name: string }[]

/** The questions of a page with what was answered, as people read it. */
export function answerRows(
  page: FormPage,
  answers: Answers,
  locale: Locale,
  agencies: Bodies,
): { label: string; value: string }[] {
  // What is asked in some cases only and was not answered was not asked.
  const asked = page.fields.filter(({ id, when }) => !when || answers[id])
  return asked.map((field) => ({
    label: field.label[locale],
    value: answerText(field, answers[field.id] ?? '', locale, agencies),
  }))
}

/** One answer as people read it: a date as dd/mm/yyyy, a choice and an agency by their names. */
export function answerText(field: Field, answer: string, locale: Locale, agencies: Bodies): string {
  if (answer === '') return ''
  switch (field.kind) {
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(answer) ? formatDate(answer) : answer
    case 'choice':
      return field.choices?.find(({ value }) => value === answer)?.label[locale] ?? answer
    case 'agency':
      return agencies.find(({ id }) => id === answer)?.name ?? answer
    case 'text':
    case 'long-text':
    case 'phone':
    case 'email':
    case 'citizen-id':
    case 'number':
      return answer
    default:
      return field.kind satisfies never
  }
}

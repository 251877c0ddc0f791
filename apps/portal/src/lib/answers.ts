import type { Answers, Field, Form, Locale } from '@motcua/domain'
import { formatDate } from '@motcua/ui/format'

interface Named {
  readonly id: string
  readonly name: string
}

/** An answer as a person reads it: a date as `31/03/1990`, a choice by its label, a body by its name. */
export function answerText(
  field: Field,
  answer: string | undefined,
  agencies: readonly Named[],
  locale: Locale,
): string {
  if (!answer) return ''
  switch (field.kind) {
    case 'date':
      return formatDate(answer)
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

/** Every question of a form with its answer, page by page. */
export function answeredPages(form: Form, answers: Answers, agencies: readonly Named[], locale: Locale) {
  return form.pages.map((page) => ({
    id: page.id,
    title: page.title[locale],
    rows: page.fields.map((field) => ({
      label: field.label[locale],
      value: answerText(field, answers[field.id], agencies, locale),
    })),
  }))
}

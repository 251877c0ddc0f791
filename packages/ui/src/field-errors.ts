import type { Field, FieldError, Locale } from '@motcua/domain'
import { exampleOf } from '@motcua/domain/mask'
import { formatDate } from './format.ts'
import { words } from './words.ts'

/** An error as the summary on top of a page shows it: the sentence, and the field it leads to. */
export interface ShownError {
  readonly href: string
  readonly text: string
}

/** What a person is told to do about a wrong answer: `Nhập ngày sinh, ví dụ 31/03/1990`. */
export function fieldErrorText(error: FieldError, field: Field, locale: Locale): string {
  const say = words(locale).fieldErrors
  const label = field.label[locale]
  const name = insideSentence(label)
  switch (error.code) {
    case 'required':
      if (field.kind === 'date') return say.enterDate(name)
      if (label.trim().endsWith('?')) return say.answer(label)
      return field.kind === 'choice' || field.kind === 'agency' ? say.pick(name) : say.enter(name)
    case 'too-long':
      return say.tooLong(name, error.limit ?? field.maxLength ?? 0)
    case 'too-short':
      return say.tooShort(name, error.limit ?? 0)
    case 'not-a-date':
      return say.notADate(name)
    case 'date-in-future':
      return say.dateInFuture(name)
    case 'not-a-choice':
      return label.trim().endsWith('?') ? say.answer(label) : say.pick(name)
    case 'not-a-phone':
      return say.notAPhone(name)
    case 'not-an-email':
      return say.notAnEmail(name)
    case 'not-a-citizen-id':
      return say.notACitizenId(name)
    case 'not-a-number':
      return say.notANumber(name)
    case 'too-small':
      return say.tooSmall(name, boundText(error.bound, locale))
    case 'too-large':
      return say.tooLarge(name, boundText(error.bound, locale))
    case 'too-early':
      return say.tooEarly(name, boundText(error.bound, locale))
    case 'too-late':
      return say.tooLate(name, boundText(error.bound, locale))
    case 'not-as-written':
      return say.notAsWritten(name, exampleOf(error.bound ?? ''))
    case 'not-text':
      return say.notText(name)
    default:
      return error.code satisfies never
  }
}

/** The errors of a page in the order of its fields, ready for `ErrorSummary`. */
export function shownErrors(
  errors: readonly FieldError[],
  fields: readonly Field[],
  locale: Locale,
): ShownError[] {
  return fields.flatMap((field) =>
    errors
      .filter((error) => error.field === field.id)
      .map((error) => ({ href: `#${field.id}`, text: fieldErrorText(error, field, locale) })),
  )
}

/** A bound as people read it: a day as dd/mm/yyyy, a number in the manner of the language. */
function boundText(bound = '', locale: Locale): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(bound)) return formatDate(bound)
  return locale === 'vi' ? bound.replace('.', ',') : bound
}

/** A label as it stands inside a sentence: its first letter small, unless it begins with an abbreviation. */
function insideSentence(label: string): string {
  const [first = '', second = ''] = label
  if (second !== second.toLowerCase()) return label
  return first.toLowerCase() + label.slice(first.length)
}

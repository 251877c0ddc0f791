import { day, type CivilDate } from '@motcua/calendar'
import type { Answers, Field, FieldError, Form, FormPage } from './form.ts'

/** What an answer is checked against besides its field. */
export interface CheckContext {
  readonly today: CivilDate
  /** Agencies an `agency` field may name; any when left out. */
  readonly agencyIds?: readonly string[]
}

/** Answers as they are kept, and what is wrong with the rest. */
export interface CheckedAnswers {
  readonly answers: Answers
  readonly errors: readonly FieldError[]
}

/** Most characters of an answer whose field names no limit. */
const mostCharacters = { text: 200, 'long-text': 5000 } as const

/**
 * Checks one page of a form. Answers come back trimmed and in the form they are kept in; what is not asked on the
 * page is left out. An empty optional answer is left out as well.
 */
export function checkPage(page: FormPage, input: Answers, context: CheckContext): CheckedAnswers {
  const answers: Record<string, string> = {}
  const errors: FieldError[] = []
  for (const field of page.fields) {
    const answer = tidy(field, input[field.id] ?? '')
    if (answer === '') {
      if (!field.optional) errors.push({ field: field.id, code: 'required' })
      continue
    }
    const wrong = faultOf(field, answer, context)
    if (wrong) errors.push({ field: field.id, ...wrong })
    else answers[field.id] = answer
  }
  return { answers, errors }
}

/** Checks every page of a form. */
export function checkAnswers(form: Form, input: Answers, context: CheckContext): CheckedAnswers {
  const pages = form.pages.map((page) => checkPage(page, input, context))
  return {
    answers: Object.assign({}, ...pages.map((page) => page.answers)),
    errors: pages.flatMap((page) => page.errors),
  }
}

/** Text as a person meant it: no space around, one line where one line is asked, numbers without their spacing. */
function tidy(field: Field, text: string): string {
  const answer = text.normalize('NFC').replace(/\r\n?/g, '\n').trim()
  switch (field.kind) {
    case 'long-text':
      return answer
    case 'citizen-id':
      return answer.replace(/\s/g, '')
    case 'phone':
      return answer.replace(/[\s.]/g, '')
    case 'email':
      return answer.toLowerCase()
    case 'text':
    case 'date':
    case 'choice':
    case 'agency':
    case 'number':
      return answer.replace(/\s+/g, ' ')
    default:
      return field.kind satisfies never
  }
}

function faultOf(field: Field, answer: string, context: CheckContext): Omit<FieldError, 'field'> | undefined {
  switch (field.kind) {
    case 'text':
    case 'long-text': {
      const limit = field.maxLength ?? mostCharacters[field.kind]
      return [...answer].length > limit ? { code: 'too-long', limit } : undefined
    }
    case 'date':
      if (!isDay(answer)) return { code: 'not-a-date' }
      return answer > context.today && !field.future ? { code: 'date-in-future' } : undefined
    case 'choice':
      return field.choices?.some((choice) => choice.value === answer) ? undefined : { code: 'not-a-choice' }
    case 'agency':
      return !context.agencyIds || context.agencyIds.includes(answer) ? undefined : { code: 'not-a-choice' }
    case 'citizen-id':
      return /^(\d{9}|\d{12})$/.test(answer) ? undefined : { code: 'not-a-citizen-id' }
    case 'phone':
      return /^0\d{9}$/.test(answer) ? undefined : { code: 'not-a-phone' }
    case 'email':
      return isEmail(answer) ? undefined : { code: 'not-an-email' }
    case 'number':
      return /^-?\d{1,15}([.,]\d{1,6})?$/.test(answer) ? undefined : { code: 'not-a-number' }
    default:
      return field.kind satisfies never
  }
}

/** True for a day that exists. */
function isDay(text: string): boolean {
  try {
    return day(text) === text
  } catch {
    return false
  }
}

function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@"<>(),;:\\]{1,64}@([a-z0-9-]+\.)+[a-z]{2,}$/.test(text)
}

import { day, type CivilDate } from '@motcua/calendar'
import { applies, compareAnswers } from './applies.ts'
import type { Answers, Field, FieldError, Form, FormPage } from './form.ts'
import { isWrittenAs } from './mask.ts'

/** What an answer is checked against besides its field. */
export interface CheckContext {
  readonly today: CivilDate
  /** Agencies an `agency` field may name; any when left out. */
  readonly agencyIds?: readonly string[]
  /** What was answered on other pages, where a question depends on it. */
  readonly answered?: Answers
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
 * page is left out, and so is what does not apply to the other answers. An empty optional answer is left out as well.
 */
export function checkPage(page: FormPage, input: Answers, context: CheckContext): CheckedAnswers {
  const answers: Record<string, string> = {}
  const errors: FieldError[] = []
  const typed = Object.fromEntries(page.fields.map((field) => [field.id, tidy(field, input[field.id] ?? '')]))
  const all = { ...context.answered, ...typed }
  if (!applies(page, all, context.today)) return { answers, errors }
  for (const field of page.fields) {
    // What is not asked is no answer for what depends on it either.
    if (!applies(field, all, context.today)) {
      all[field.id] = ''
      continue
    }
    const answer = typed[field.id]!
    if (answer === '') {
      if (!field.optional) errors.push({ field: field.id, code: 'required' })
      continue
    }
    const wrong = faultOf(field, answer, context) ?? boundFault(field, answer, all, context.today)
    if (wrong) errors.push({ field: field.id, ...wrong })
    else answers[field.id] = answer
  }
  return { answers, errors }
}

/** Checks every page of a form. */
export function checkAnswers(form: Form, input: Answers, context: CheckContext): CheckedAnswers {
  const answers: Record<string, string> = {}
  const errors: FieldError[] = []
  for (const page of form.pages) {
    // Only what was truly asked counts for what is asked after it.
    const checked = checkPage(page, input, { ...context, answered: { ...context.answered, ...answers } })
    Object.assign(answers, checked.answers)
    errors.push(...checked.errors)
  }
  return { answers, errors }
}

/** The pages of a form that apply to what was answered, each with the questions that do. */
export function askedPages(form: Form, answers: Answers, today: CivilDate): FormPage[] {
  return walk(form, answers, today).map(({ page, asked }) => ({ ...page, fields: asked }))
}

/**
 * The pages as they are shown to be answered: with every question that the pages before do not rule out. Whether one
 * that depends on its neighbours is asked shows while the page is filled in.
 */
export function shownPages(form: Form, answers: Answers, today: CivilDate): FormPage[] {
  return walk(form, answers, today).map(({ page, before }) => {
    const here = new Set(page.fields.map(({ id }) => id))
    const open = page.fields.filter(({ when }) =>
      applies({ when: when?.filter(({ field }) => !here.has(field)) }, before, today),
    )
    return { ...page, fields: open }
  })
}

/** Walks through a form: each page that applies, what was answered before it, and the questions that apply. */
function walk({ pages }: Form, answers: Answers, today: CivilDate) {
  let before: Answers = {}
  return pages.flatMap((page) => {
    if (!applies(page, before, today)) return []
    const here = { ...before, ...answersOf(page, answers) }
    const asked = page.fields.filter((field) => {
      const is = applies(field, here, today)
      if (!is) here[field.id] = ''
      return is
    })
    const step = { page, asked, before }
    before = { ...before, ...answersOf({ fields: asked }, answers) }
    return asked.length > 0 ? [step] : []
  })
}

/** Answers to what was truly asked: on what stands elsewhere a page may not depend. */
export function askedAnswers(form: Form, answers: Answers, today: CivilDate): Answers {
  return Object.assign({}, ...askedPages(form, answers, today).map((page) => answersOf(page, answers)))
}

function answersOf({ fields }: Pick<FormPage, 'fields'>, answers: Answers): Answers {
  return Object.fromEntries(fields.flatMap(({ id }) => (answers[id] ? [[id, answers[id]]] : [])))
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
      if ([...answer].length > limit) return { code: 'too-long', limit }
      const { minLength, mask } = field
      if (minLength && [...answer].length < minLength) return { code: 'too-short', limit: minLength }
      return mask && !isWrittenAs(mask, answer) ? { code: 'not-as-written', bound: mask } : undefined
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

/** What is wrong with a number or day that is well written but lies outside what is allowed. */
function boundFault(
  { kind, min, max }: Field,
  answer: string,
  all: Answers,
  today: CivilDate,
): Omit<FieldError, 'field'> | undefined {
  if (kind !== 'number' && kind !== 'date') return undefined
  const [least, most] = [min, max].map((bound) => bound && boundIn(bound, all, today))
  if (least && compareAnswers(answer, least) < 0)
    return { code: kind === 'date' ? 'too-early' : 'too-small', bound: least }
  if (most && compareAnswers(answer, most) > 0)
    return { code: kind === 'date' ? 'too-late' : 'too-large', bound: most }
  return undefined
}

/** A bound as it counts now; empty where it is another question that was not answered. */
function boundIn(bound: string, all: Answers, today: CivilDate): string {
  if (bound === 'today') return today
  return /^[-\d]/.test(bound) ? bound : (all[bound] ?? '')
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

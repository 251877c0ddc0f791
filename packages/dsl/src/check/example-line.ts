import type { CivilDate, Instant } from '@motcua/calendar'
import type { Diagnostic, Language } from '../source/diagnostic.ts'
import { wordsFor } from '../syntax/phrase-table.ts'
import type { PhraseType } from '../vocabulary/phrase.ts'
import { type FactInfo, type QuestionInfo, eventOf } from '../vocabulary/questions.ts'

/** Facts by name, instants in ISO 8601, as a question is asked with. */
export type GivenFacts = Readonly<Record<string, unknown>>

/**
 * A counter-example as the line of the language that says it: `ví dụ "…": cho … thì … là …`. It can be pasted into the
 * file as it is. Undefined where the language has no words for the answer.
 */
export function exampleLine(
  lang: Language,
  title: string,
  question: QuestionInfo,
  facts: GivenFacts,
  answer: unknown,
): string | undefined {
  const given = question.facts
    .toSorted((a, b) => Number(b.name === 'asOf') - Number(a.name === 'asOf'))
    .flatMap((fact) => factOf(fact, facts[fact.name], lang))
  const value = valueOf(question, answer, lang)
  if (given.length === 0 || value === undefined) return undefined
  return exampleText(lang, title, question, given, value)
}

/** An example in the words of the language: what is given, and what comes out. */
export function exampleText(
  lang: Language,
  title: string,
  question: QuestionInfo,
  given: readonly string[],
  value: string,
): string {
  const say = (type: PhraseType) => wordsFor(type, '', lang)
  return `${say('EXAMPLE')} "${title}": ${say('GIVEN')} ${given.join(', ')} ${say('THEN')} ${question.phrase[lang]} ${say('IS')} ${value}`
}

/** A condition fact with its value as a condition is written: `ký số`, `mức độ là 4`. */
export function conditionText({ name, type }: FactInfo, value: unknown, lang: Language): string {
  const say = (of: PhraseType, one = '') => wordsFor(of, one, lang)
  if (type === 'boolean') return `${value ? '' : `${say('NOT')} `}${say('FLAG', name)}`
  return `${say('DIMENSION', name)} ${say('IS')} ${say('NAME', String(value))}`
}

/** Lines of examples as a diagnostic carries them; nothing where one of them could not be said. */
export const asExample = (...lines: readonly (string | undefined)[]): Pick<Diagnostic, 'example'> =>
  lines.every((line) => line !== undefined) ? { example: lines.join('\n') } : {}

function factOf(fact: FactInfo, value: unknown, lang: Language): string[] {
  if (value === undefined || value === fact.default) return []
  const say = (type: PhraseType, of = '') => wordsFor(type, of, lang)
  const { name, type } = fact
  if (name === 'asOf') return [`${say('AS_OF')} ${momentText(value as Instant)}`]
  if (name === 'limit') {
    const { n, unit } = value as { n: number; unit: string }
    return [`${say('PUBLISHED_LIMIT')} ${say('IS')} ${quantityText(n, unit, lang)}`]
  }
  if (type === 'instant') {
    const event = eventOf(fact)
    return event === undefined ? [] : [`${say('EVENT', event)} ${say('AT')} ${momentText(value as Instant)}`]
  }
  return [conditionText(fact, value, lang)]
}

function valueOf({ kind }: QuestionInfo, answer: unknown, lang: Language): string | undefined {
  const say = (type: PhraseType, of = '') => wordsFor(type, of, lang)
  const set = (names: unknown) => `{${(names as string[]).map((name) => say('NAME', name)).join(', ')}}`
  if (answer === null) return say('NOT_REGULATED')
  switch (kind) {
    case 'deadline':
      return momentText(answer as Instant)
    case 'day':
      return dateText(answer as CivilDate)
    case 'amount': {
      const { n, unit } = answer as { n: number; unit: string }
      return quantityText(n, unit, lang)
    }
    case 'set':
    case 'list':
      return set(answer)
    case 'notification': {
      const { mode, channels, plus } = answer as { mode: string; channels: string[]; plus?: string[] }
      const more = plus?.length ? ` ${say('ALONG_WITH')} ${set(plus)}` : ''
      return `${say('QUANTIFIER', mode)} ${set(channels)}${more}`
    }
    case 'flag':
      return answer ? say('YES') : say('NOT')
    case 'class':
      return say('NAME', String(answer))
    case 'count':
      return answer === 1 ? say('ONCE') : `${String(answer)} ${say('TIMES')}`
    default:
      return undefined
  }
}

/** `2026-03-06T16:00`, with seconds only where there are any. */
const momentText = (at: Instant): string => at.slice(0, at.slice(17, 19) === '00' ? 16 : 19)

const dateText = (date: CivilDate): string => date.split('-').toReversed().join('/')

const quantityText = (n: number, unit: string, lang: Language): string =>
  `${String(n).padStart(2, '0')} ${wordsFor('UNIT', unit, lang)}`

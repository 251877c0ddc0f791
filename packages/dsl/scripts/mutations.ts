import { type Lexeme, lexemes } from '../src/syntax/lexemes.ts'
import { phrases, wordsFor } from '../src/syntax/phrase-table.ts'
import { split } from '../src/syntax/split.ts'
import { dimensions, events } from '../src/vocabulary/facts.ts'
import { channels, fields } from '../src/vocabulary/names.ts'
import type { PhraseType } from '../src/vocabulary/phrase.ts'
import { type QuestionInfo, questionOf } from '../src/vocabulary/questions.ts'

/** One slip of the pen: other words in one place of a file. */
export interface Mutation {
  readonly kind: string
  readonly from: number
  readonly to: number
  readonly text: string
}

/** Statements that say nothing an answer depends on: headings, titles, sources, readings, and the examples themselves. */
const skipped: ReadonlySet<string> = new Set([
  'LANGUAGE',
  'REGULATION',
  'NATIONAL_ACT',
  'CALENDAR',
  'TITLE',
  'SYMBOL',
  'ISSUED',
  'AFFECTS',
  'COMPLIES',
  'DAY_COUNTING',
  'EXAMPLE_HOURS',
  'EXAMPLE_SEASON',
  'EXAMPLE_INTAKE',
  'COVERS',
  'KNOWN_THROUGH',
  'ORIGIN',
  'DAY_KIND',
  'RULE',
  'CITE',
  'SOURCE',
  'READING',
  'REFERS',
  'EXAMPLE',
])

/** Every slip of the pen in the parts of a file that answers depend on. */
export function mutationsOf(text: string): Mutation[] {
  const found: Mutation[] = []
  let question: QuestionInfo | undefined
  for (const { lexemes: words } of split(lexemes(text))) {
    const [lead] = words
    if (lead?.type === 'RULE') question = questionOf.get(words[1]?.value ?? '')
    if (!lead || skipped.has(lead.type)) continue
    for (const i of words.keys()) found.push(...mutationsAt(words, i, question, text))
  }
  return found
}

function mutationsAt(
  words: readonly Lexeme[],
  i: number,
  question: QuestionInfo | undefined,
  text: string,
): Mutation[] {
  const one = words[i]!
  const put = (kind: string, ...texts: string[]): Mutation[] =>
    texts.map((other) => ({ kind, from: one.from, to: one.to, text: other }))
  const others = (kind: string, values: readonly string[], type: PhraseType = one.type as PhraseType) =>
    put(kind, ...values.filter((value) => value !== one.value).map((value) => word(type, value, one)))
  switch (one.type) {
    case 'NUMBER':
      return numbers(words, i)
    case 'FRACTION': {
      const [part, of] = one.text.split('/').map(Number) as [number, number]
      return put(
        'fraction',
        `${part + 1}/${of}`,
        `${part}/${of + 1}`,
        ...(of > 2 ? [`${part}/${of - 1}`] : []),
      )
    }
    case 'TIME':
      return put('time', shifted(one.text, 1), shifted(one.text, -1))
    case 'DATE':
      return put('date', ...[1, -1].map((days) => nextDate(one.text, days)))
    case 'COMPARE':
    case 'EQUALS':
      return put('comparator', ...['<', '<=', '=', '>=', '>'].filter((op) => op !== one.text))
    case 'STRING':
      return put('text', `${one.text.slice(0, -1)}x${one.text.slice(-1)}`)
    case 'ONCE':
      return put('number', one.lang === 'en' ? '2 times' : '2 lần')
    case 'UNIT':
      return others(
        'unit',
        valuesOf('UNIT').filter((other) => !sameTerm(words, i) || !oneDay.includes(other)),
      )
    case 'EVENT':
      return others('event', eventsFor(one.value, question))
    case 'AND':
    case 'OR':
      return words[0]!.type === 'WHEN'
        ? put('condition', word(one.type === 'AND' ? 'OR' : 'AND', '', one))
        : []
    case 'FLAG':
      return flags(words, i)
    case 'NAME':
      return names(words, i, question, text)
    default:
      // Every other word with a few meanings: units, quantifiers, roundings, bindings, choices, states …
      return others(one.type.toLowerCase(), valuesOf(one.type))
  }
}

/** One working day and one calendar day that rolls over days of rest are one term, forwards and backwards. */
function sameTerm(words: readonly Lexeme[], i: number): boolean {
  const number = words[i - 1]?.type === 'NUMWORD' ? words[i - 2] : words[i - 1]
  return Number(number?.text) === 1 && oneDay.includes(words[i]!.value)
}

const oneDay = ['working-day', 'calendar-day']

/** One more and one less; the words in brackets after a number go with it. */
function numbers(words: readonly Lexeme[], i: number): Mutation[] {
  const one = words[i]!
  // Where a rule stands is no answer; a reference to another act is, by what it reaches.
  const cites = words[i - 1]?.type === 'ARTICLE' || words[i - 1]?.type === 'CLAUSE'
  if (cites && !words.some(({ type }) => type === 'FOLLOWS' || type === 'OTHERWISE_FOLLOWS')) return []
  const n = Number(one.text)
  const to = words[i + 1]?.type === 'NUMWORD' ? words[i + 1]!.to : one.to
  const level = words[0]!.type === 'LEVELS' || words.slice(0, i).some(({ value }) => value === 'level')
  return [n + 1, n - 1]
    .filter((other) => other >= 0)
    .map((other) => ({ kind: level ? 'condition' : 'number', from: one.from, to, text: String(other) }))
}

/** A flag of a condition turned round: `không` put before it or taken away. */
function flags(words: readonly Lexeme[], i: number): Mutation[] {
  const one = words[i]!
  const before = words[i - 1]
  if (before?.type === 'NOT') return [{ kind: 'condition', from: before.from, to: one.from, text: '' }]
  return [{ kind: 'condition', from: one.from, to: one.from, text: `${word('NOT', '', one)} ` }]
}

/** A name left out of its list, and another one of its kind in its place. */
function names(
  words: readonly Lexeme[],
  i: number,
  question: QuestionInfo | undefined,
  text: string,
): Mutation[] {
  const one = words[i]!
  const found: Mutation[] = []
  const [before, after] = [words[i - 1], words[i + 1]]
  const kind = kindOfName(words, i)
  if (before?.type === 'COMMA')
    found.push({ kind: `${kind} left out`, from: before.from, to: one.to, text: '' })
  else if (before?.type === 'OPEN' && after?.type === 'COMMA')
    found.push({ kind: `${kind} left out`, from: one.from, to: after.to, text: '' })
  const present = new Set(words.map(({ value }) => value))
  const others = listOf(words, i, question).filter((value) => !present.has(value))
  for (const value of kind === 'channel' || kind === 'name' ? others.slice(0, 2) : others) {
    found.push({
      kind,
      from: one.from,
      to: one.to,
      text: /^\d$/.test(value) ? value : word('NAME', value, one),
    })
  }
  return found.filter(({ from, to, text: other }) => text.slice(from, to) !== other)
}

function kindOfName(words: readonly Lexeme[], i: number): string {
  const lead = words[0]!.type
  if (lead === 'WHEN' || lead === 'LEVELS') return 'condition'
  if (lead === 'CLASSIFY' || lead === 'DETERMINED') return 'class'
  return (channels as readonly string[]).includes(words[i]!.value) ? 'channel' : 'name'
}

/** The closed list a name stands in, told by its statement. */
function listOf(words: readonly Lexeme[], i: number, question: QuestionInfo | undefined): readonly string[] {
  const { value } = words[i]!
  const lead = words[0]!.type
  if (lead === 'LEVELS') return dimensions.level
  if (lead === 'WHEN') {
    const dim = words.slice(0, i).findLast(({ type }) => type === 'DIMENSION')
    return dim ? (dimensions[dim.value as keyof typeof dimensions] as readonly unknown[]).map(String) : []
  }
  const words_ = question?.words ?? []
  const lists: readonly (readonly string[])[] = [
    words_,
    channels,
    fields,
    ...Object.values(dimensions).map((of) => of.map(String)),
  ]
  return lists.find((list) => list.includes(value)) ?? []
}

function valuesOf(type: string): readonly string[] {
  if (unsaid.has(type)) return []
  return [...new Set(phrases.filter((one) => one.type === type).map(({ value }) => value))]
}

/** Kinds of words whose other meanings are no other law, or only once an act that is referred to is amended. */
const unsaid: ReadonlySet<string> = new Set([
  'STANDING',
  'QUALIFIER',
  'BARE_UNIT',
  'NUMERIC',
  'DIMENSION',
  'QUESTION',
  'WEEKDAY',
])

/** The other events a question is told of, which are other moments. */
function eventsFor(value: string, question: QuestionInfo | undefined): string[] {
  const fact = events.get(value)?.fact
  const known = new Set<string>(question?.facts.map(({ name }) => name))
  return [...events.values()].filter((one) => one.fact !== fact && known.has(one.fact)).map(({ key }) => key)
}

const word = (type: PhraseType, value: string, { lang }: Lexeme): string =>
  wordsFor(type, value, lang === 'en' ? 'en' : 'vi')

function shifted(time: string, minutes: number): string {
  const [h, m] = time.split(':').map(Number) as [number, number]
  const at = (h * 60 + m + minutes + 1_440) % 1_440
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
}

function nextDate(text: string, days: number): string {
  const [d, m, y] = text.includes('/') ? text.split('/') : text.split('-').toReversed()
  const at = new Date(Date.UTC(Number(y), Number(m) - 1, Number(d) + days)).toISOString().slice(0, 10)
  return at.split('-').toReversed().join('/')
}

import { addDays } from '@motcua/calendar'
import type { CivilDate } from '@motcua/calendar'
import { type Span, join } from '../source/span.ts'
import type {
  Calendar,
  Case,
  Cite,
  Condition,
  Effect,
  Modifier,
  NationalDay,
  Placed,
  Reading,
  Regulation,
  Rule,
} from './nodes.ts'
import type { Room } from './reader.ts'
import type { Statement } from './statements.ts'

type Draft<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] }
type Of<K extends Statement['k']> = Extract<Statement, { k: K }>

/** Puts the statements of a file together: a regulation, a calendar, or nothing where the heading is missing. */
export function assemble(
  room: Room,
  statements: readonly Statement[],
  whole: Span,
): Regulation | Calendar | undefined {
  const heads = statements.filter((one) => one.k === 'regulation' || one.k === 'calendar')
  const [head, second] = heads
  if (!head) {
    room.findings.add('E0211', { ...whole, to: Math.min(whole.to, 1) }, noHeading)
    return undefined
  }
  if (second) {
    room.findings.add('E0212', second.span, {
      vi: 'mỗi tệp chỉ có một văn bản; đây là phần mở đầu thứ hai',
      en: 'a file holds one text; this is a second heading',
    })
  }
  const rest = statements.filter((one) => one !== head)
  return head.k === 'calendar'
    ? calendarOf(room, head, rest, whole)
    : regulationOf(room, head as Of<'regulation'>, rest)
}

const noHeading = {
  vi: 'tệp chưa có phần mở đầu: viết quy chế "số" của "tỉnh", văn bản quốc gia "số" của "cơ quan" hoặc niên lịch quốc gia "tên"',
  en: 'the file has no heading: write `regulation "number" of "province"`, `national act "number" of "body"` or `national calendar "title"`',
}

function calendarOf(room: Room, head: Of<'calendar'>, rest: readonly Statement[], span: Span): Calendar {
  const calendar: Draft<Calendar> = { k: 'calendar', path: room.path, title: head.title, days: [], span }
  let source: string | undefined
  for (const one of rest) {
    if (one.k === 'language' || one.k === 'broken') continue
    else if (one.k === 'covers') Object.assign(calendar, { from: one.from, to: one.to })
    else if (one.k === 'knownThrough')
      Object.assign(calendar, { knownThrough: one.on, knownThroughSpan: one.span })
    else if (one.k === 'origin') source = one.text
    else if (one.k === 'days') calendar.days.push(...daysOf(one, source))
    else misplaced(room, one)
  }
  return calendar
}

function daysOf(line: Of<'days'>, source: string | undefined): NationalDay[] {
  const days: NationalDay[] = []
  const name = { vi: line.name.vi, en: line.name.en ?? line.name.vi }
  for (let date = line.from; date <= line.to && days.length < 31; date = addDays(date as CivilDate, 1)) {
    days.push({ date, kind: line.kind, name, span: line.span, ...(source ? { source } : {}) })
  }
  return days
}

function regulationOf(room: Room, head: Of<'regulation'>, rest: readonly Statement[]): Regulation {
  const regulation: Draft<Regulation> = {
    k: 'regulation',
    path: room.path,
    national: head.national,
    number: head.number,
    of: head.of,
    language: 'vi',
    affects: [],
    complies: [],
    readings: [],
    rules: [],
    examples: [],
    span: head.span,
  }
  let rule: RuleDraft | undefined
  const seen = new Set<Statement['k']>()
  for (const one of rest) {
    if (one.k === 'rule') {
      rule = openRule(one)
      regulation.rules.push(rule.rule)
    } else if (one.k === 'broken') {
      // What follows belongs to the rule that could not be read and goes with it.
      if (one.opens) rule = openRule({ k: 'rule', question: '', span: one.span })
      else if (rule) rule.rule.broken = true
      else regulation.broken = true
    } else if (one.k === 'example') regulation.examples.push(one.example)
    else if (rule && (one.k === 'holds' || one.k === 'transition') && rule.rule[one.k]) twice(room, one)
    else if (rule && inRule(rule, one)) continue
    else if (!headerLine(regulation, one)) misplaced(room, one)
    else if (once.has(one.k) && seen.has(one.k)) twice(room, one)
    else seen.add(one.k)
  }
  return regulation
}

/** Lines of which a header has one. */
const once: ReadonlySet<Statement['k']> = new Set([
  'language',
  'title',
  'symbol',
  'issued',
  'effective',
  'ceases',
  'dayCounting',
  'levels',
  'tiers',
  'exampleHours',
  'exampleIntake',
  'articles',
  'transition',
])

function twice(room: Room, one: Statement): void {
  room.findings.add('E0212', one.span, {
    vi: 'câu này đã được ghi ở trên; chỉ ghi một lần',
    en: 'this line stands above already; there is one of it',
  })
}

/** Takes a line of the header; false where it is none. */
function headerLine(regulation: Draft<Regulation>, one: Statement): boolean {
  const { span } = one
  switch (one.k) {
    case 'language':
      regulation.language = one.language
      return true
    case 'title':
      regulation.title = { vi: one.vi, ...(one.en === undefined ? {} : { en: one.en }) }
      return true
    case 'symbol':
      regulation.symbol = one.symbol
      return true
    case 'issued':
      regulation.issuedOn = one.on
      if (one.by !== undefined) regulation.issuedBy = one.by
      return true
    case 'effective':
    case 'ceases':
      regulation[one.k] = { on: one.on, qualifier: one.qualifier, span }
      return true
    case 'affects':
      regulation.affects.push(...one.numbers.map((number) => ({ how: one.how, number, span })))
      return true
    case 'complies':
      regulation.complies.push(...one.symbols)
      return true
    case 'dayCounting':
      regulation.dayCounting = span
      return true
    case 'articles':
      regulation.articles = { n: one.n, span }
      return true
    case 'transition':
      regulation.transition = { choice: one.choice, cites: one.cite ? [one.cite] : [], span }
      return true
    case 'levels':
    case 'tiers':
      regulation[one.k] = { names: one.names, aliases: one.aliases, span }
      return true
    case 'exampleHours':
      regulation.exampleHours = { weekdays: one.weekdays, sessions: one.sessions, span }
      return true
    case 'exampleIntake':
    case 'exampleSeason': {
      // Hours of their own are told apart from the ordinary ones, so those come first.
      const usual = regulation.exampleHours
      if (!usual) return false
      regulation.exampleHours =
        one.k === 'exampleSeason'
          ? { ...usual, segments: [...(usual.segments ?? []), one.segment] }
          : { ...usual, intake: { weekdays: one.weekdays, sessions: one.sessions } }
      return true
    }
    case 'reading':
      regulation.readings.push(readingOf(one))
      return true
    default:
      return false
  }
}

interface RuleDraft {
  readonly rule: Draft<Rule>
  cites: readonly Cite[]
  current: { -readonly [K in keyof Case]: Case[K] } & {
    effects: Placed<Effect>[]
    modifiers: Placed<Modifier>[]
  }
}

function openRule({ question, span }: Of<'rule'>): RuleDraft {
  const rule: Draft<Rule> = {
    question,
    cases: [],
    modifiers: [],
    quotes: [],
    readings: [],
    references: [],
    deviations: [],
    span,
  }
  return { rule, cites: [], current: { effects: [], modifiers: [], span } }
}

/** Takes a line of a rule; false where it is none. `căn cứ` holds for what follows it, `khi` opens a case. */
function inRule(draft: RuleDraft, one: Statement): boolean {
  const { rule } = draft
  switch (one.k) {
    case 'cite':
      draft.cites = one.cites
      return true
    case 'source':
      rule.quotes.push(one.quote)
      return true
    case 'refers':
      rule.references.push({ ...one.reference, at: draft.cites })
      return true
    case 'holds':
      rule.holds = {
        ...(one.from === undefined ? {} : { from: one.from }),
        ...(one.through === undefined ? {} : { through: one.through }),
        cites: draft.cites,
        span: one.span,
      }
      return true
    case 'transition':
      rule.transition = {
        choice: one.choice,
        cites: one.cite ? [one.cite] : draft.cites,
        span: one.span,
      }
      return true
    case 'rest':
      openCase(draft, undefined, one.span)
      draft.current.rest = true
      draft.current.effects.push({ ...one.effect, cites: draft.cites, span: one.span })
      return true
    case 'reading':
      rule.readings.push(readingOf(one))
      return true
    case 'deviates': {
      const { reason, symbol, span } = one
      rule.deviations.push({ reason, ...(symbol === undefined ? {} : { symbol }), span })
      return true
    }
    case 'binds':
      rule.binds = one.binding
      return true
    case 'otherwise':
      rule.otherwise = one.span
      return true
    case 'when':
      openCase(draft, one.condition, one.span)
      return true
    case 'effect':
      if (rule.cases.length === 0) openCase(draft, undefined, one.span)
      draft.current.effects.push({ ...one.effect, cites: draft.cites, span: one.span })
      draft.current.span = join(draft.current.span, one.span)
      return true
    case 'modifier': {
      // Before the first case it holds for every case of the rule.
      const home = rule.cases.length === 0 ? rule : draft.current
      home.modifiers.push({ ...one.modifier, cites: draft.cites, span: one.span })
      return true
    }
    default:
      return false
  }
}

function openCase(draft: RuleDraft, when: Condition | undefined, span: Span): void {
  draft.current = { ...(when ? { when } : {}), effects: [], modifiers: [], span }
  draft.rule.cases.push(draft.current)
}

function readingOf({ id, note, span }: Of<'reading'>): Reading {
  return { id, ...(note === undefined ? {} : { note }), span }
}

function misplaced(room: Room, one: Statement): void {
  room.findings.add('E0210', one.span, {
    vi: 'câu này không đứng được ở đây',
    en: 'this statement cannot stand here',
  })
}

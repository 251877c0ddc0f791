import type { Affect, Calendar, Regulation } from '../ast/nodes.ts'
import { questions } from '../vocabulary/questions.ts'
import { cellsOf, dimsOf, holds } from './cells.ts'
import type {
  CalendarDays,
  Compiled,
  CompiledAct,
  CompiledEffect,
  QuestionTable,
  TablePeriod,
} from './compiled.ts'
import { compileCase } from './effects.ts'
import { affects, compileTransition } from './force.ts'
import { type Period, periodsOf } from './periods.ts'

/** Turns checked regulations and their calendar into tables. Acts stand in the order given. */
export function compileTables(regulations: readonly Regulation[], calendar: Calendar | undefined): Compiled {
  const effects: CompiledEffect[] = []
  const bySymbol = new Map(regulations.map(({ symbol, number }, index) => [symbol, { index, number }]))
  const actOf = (symbol: string) => bySymbol.get(symbol)!
  const answers = regulations.map((regulation, act) =>
    regulation.rules.map((rule) => ({
      rule,
      cases: rule.cases.map((one) => {
        effects.push(compileCase(regulation, act, rule, one, actOf))
        return { one, effect: effects.length - 1 }
      }),
    })),
  )
  const asked = new Set(answers.flat().map(({ rule }) => rule.question))
  const tables = questions
    .filter(({ key }) => asked.has(key))
    .map((question): QuestionTable => {
      const cells = cellsOf(question)
      const spans = regulations.map((regulation) => periodsOf(regulation, question.key))
      const row = (act: number, { rules }: Period) => {
        const found =
          rules.length === 0
            ? []
            : answers[act]!.flatMap(({ rule, cases }) => (rules.includes(rule) ? cases : []))
        // What a rule leaves to another text comes after everything that is answered here.
        const cases = [...found.filter(({ one }) => !one.rest), ...found.filter(({ one }) => one.rest)]
        if (cases.length === 0) return cells.map(() => -1)
        return cells.map(
          (cell) => cases.find(({ one }) => holds(one.when, cell, regulations[act]!))?.effect ?? -1,
        )
      }
      const first = spans.map((periods, act) => row(act, periods[0]!))
      const [further, periods] = laterRows(regulations, spans, row)
      return {
        question: question.key,
        dims: dimsOf(question),
        cells: cells.length,
        effects: [...first, ...further].flat(),
        ...(periods.length > 0 ? { periods } : {}),
      }
    })
  return {
    format: 1,
    acts: regulations.map((one) => compileAct(one, regulations)),
    effects,
    tables: tables.filter(({ effects: found }) => found.some((effect) => effect >= 0)),
    calendar: calendarDays(calendar),
  }
}

/** The rows of an act's second and later periods, and from which day each row holds. */
function laterRows(
  regulations: readonly Regulation[],
  spans: readonly (readonly Period[])[],
  row: (act: number, period: Period) => number[],
): [number[][], TablePeriod[]] {
  const rows: number[][] = []
  const periods: TablePeriod[] = []
  for (const [act, all] of spans.entries()) {
    if (all.length < 2) continue
    periods.push({ act, from: regulations[act]!.effective!.on, row: act })
    for (const period of all.slice(1)) {
      periods.push({ act, from: period.from!, row: regulations.length + rows.length })
      rows.push(row(act, period))
    }
  }
  return [rows, periods]
}

function compileAct(regulation: Regulation, all: readonly Regulation[]): CompiledAct {
  const { number, title, of, national, symbol, path, effective, ceases } = regulation
  // Only an act that replaces another takes its place; one that repeals it or ends its effect leaves nothing there.
  const by = (how: Affect) => all.flatMap((one, i) => (affects(one, how, number) ? [i] : []))
  const [heir] = by('replaces')
  const amenders = by('amends').toSorted((a, b) => (all[a]!.effective!.on < all[b]!.effective!.on ? -1 : 1))
  return {
    number,
    title: { vi: title?.vi ?? number, en: title?.en ?? title?.vi ?? number },
    of,
    national,
    symbol: symbol ?? null,
    path,
    effectiveOn: effective!.on,
    endsBefore: ceases?.on ?? null,
    effectiveBasis: effective!.qualifier,
    replacedBy: heir ?? null,
    ...(amenders.length > 0 ? { amendedBy: amenders } : {}),
    ...(regulation.transition ? compileTransition(number, regulation.transition) : {}),
  }
}

/** The days of a calendar as the tables hold them; those of none where it does not say what it covers. */
export function calendarDays(calendar: Calendar | undefined): CalendarDays {
  const known = calendar && laid.get(calendar)
  if (known) return known
  const days = layDays(calendar)
  if (calendar) laid.set(calendar, days)
  return days
}

const laid = new WeakMap<Calendar, CalendarDays>()

function layDays(calendar: Calendar | undefined): CalendarDays {
  if (!calendar?.from || !calendar.to || !calendar.knownThrough) return noCalendar
  const days = calendar.days.map(({ date, kind, name, source }) => ({
    date,
    kind,
    name,
    source: source ?? null,
  }))
  return {
    from: calendar.from,
    to: calendar.to,
    knownThrough: calendar.knownThrough,
    days: days.toSorted((a, b) => (a.date < b.date ? -1 : 1)),
  }
}

/** Without a national calendar nothing is known of holidays, so every date an answer gives is provisional. */
const noCalendar: CalendarDays = {
  from: '2019-01-01',
  to: '2028-12-31',
  knownThrough: '2018-12-31',
  days: [],
}

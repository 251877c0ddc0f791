import type { Calendar, Regulation } from '../ast/nodes.ts'
import { questions } from '../vocabulary/questions.ts'
import { cellsOf, dimsOf, holds } from './cells.ts'
import type { CalendarDays, Compiled, CompiledAct, CompiledEffect, QuestionTable } from './compiled.ts'
import { compileCase } from './effects.ts'

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
  const tables = questions.map((question): QuestionTable => {
    const cells = cellsOf(question)
    return {
      question: question.key,
      dims: dimsOf(question),
      cells: cells.length,
      effects: regulations.flatMap((regulation, act) => {
        const cases = answers[act]!.filter(({ rule }) => rule.question === question.key).flatMap(
          (answer) => answer.cases,
        )
        return cells.map((cell) => cases.find(({ one }) => holds(one.when, cell, regulation))?.effect ?? -1)
      }),
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

function compileAct(regulation: Regulation, all: readonly Regulation[]): CompiledAct {
  const { number, title, of, national, symbol, path, effective, ceases } = regulation
  const heir = all.findIndex((one) => one.affects.some((affected) => affected.number === number))
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
    replacedBy: heir < 0 ? null : heir,
  }
}

function calendarDays(calendar: Calendar | undefined): CalendarDays {
  if (!calendar) return noCalendar
  const days = calendar.days.map(({ date, kind, name, source }) => ({
    date,
    kind,
    name,
    source: source ?? null,
  }))
  return {
    from: calendar.from!,
    to: calendar.to!,
    knownThrough: calendar.knownThrough!,
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

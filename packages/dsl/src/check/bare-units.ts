import {
  type CivilDate,
  type Moment,
  type WorkCalendar,
  addDays,
  fromMoment,
  instant,
  isWorkingDay,
  toMoment,
  workingDayAfter,
  workingDayOnOrAfter,
} from '@motcua/calendar'
import type { Effect, Modifier, Quantity, Regulation, Unit } from '../ast/nodes.ts'
import type { CalendarDays } from '../compile/compiled.ts'
import { addTerm, subtractTerm } from '../evaluate/add.ts'
import { sayWord } from '../evaluate/explain-words.ts'
import { dateOfMoment, sayDay, sayMoment } from '../evaluate/say.ts'
import type { Bilingual, Diagnostic, Findings } from '../source/diagnostic.ts'
import { wordsFor } from '../syntax/phrase-table.ts'
import { events } from '../vocabulary/facts.ts'
import { type QuestionInfo, questionOf } from '../vocabulary/questions.ts'
import { asExample, exampleLine } from './example-line.ts'
import { officeOf } from './office.ts'
import { sampleCalendar } from './sample-calendar.ts'
import { quantitiesOf } from './times.ts'

/** `ngày` and `giờ` alone have two readings; both are worked out on a date of the regulation's own time. */
export function checkBareUnits(regulation: Regulation, days: CalendarDays, findings: Findings): void {
  for (const rule of regulation.rules) {
    const question = questionOf.get(rule.question)!
    for (const effect of rule.cases.flatMap(({ effects }) => effects)) {
      for (const one of quantitiesOf(effect)) bare(one, effect, question, regulation, days, findings)
    }
    for (const clause of [rule, ...rule.cases].flatMap(({ modifiers }) => modifiers)) {
      if (clause.k === 'ceiling') bare(clause.duration, clause, question, regulation, days, findings)
      if (clause.k === 'cutoff') checkNextDay(clause, question, regulation, days, findings)
    }
  }
}

interface Meant {
  readonly unit: Unit
  readonly words: Bilingual
  readonly due: Moment
}

function bare(
  { n, unit, span }: Quantity,
  said: Effect | Modifier,
  question: QuestionInfo,
  regulation: Regulation,
  days: CalendarDays,
  findings: Findings,
): void {
  if (unit !== 'day' && unit !== 'hour') return
  const calendar = officeOf(regulation, days)?.calendar ?? sampleOf(regulation)
  const start = firstMorning(regulation, calendar)
  const backwards = said.k === 'before'
  const readings = meanings[unit].map((kind): Meant => {
    const due = (backwards ? subtractTerm : addTerm)(calendar, start, { n, unit: kind })
    const words = sayWord('UNIT', kind)
    return { unit: kind, words, due }
  })
  const [first, second] = readings as [Meant, Meant]
  const word = unit === 'day' ? { vi: 'ngày', en: 'days' } : { vi: 'giờ', en: 'hours' }
  const from = backwards ? { vi: 'trước', en: 'before' } : { vi: 'từ', en: 'from' }
  findings.add(
    'E0301',
    span,
    {
      vi: `«${word.vi}» chưa rõ là ${first.words.vi} hay ${second.words.vi}`,
      en: `\`${word.en}\` does not say whether ${first.words.en} or ${second.words.en} are meant`,
    },
    {
      help: {
        vi: `viết ${readings.map(({ words }) => `«${n} ${words.vi}»`).join(' hoặc ')}`,
        en: `write ${readings.map(({ words }) => `\`${n} ${words.en}\``).join(' or ')}`,
      },
      notes: readings.map(({ words, due }) => ({
        vi: `${from.vi} ${sayMoment(start).vi}: ${n} ${words.vi} → ${sayMoment(due).vi}`,
        en: `${from.en} ${sayMoment(start).en}: ${n} ${words.en} → ${sayMoment(due).en}`,
      })),
      ...examples(readings, start, said, question, regulation),
      fixes: readings.map(({ words }) => ({
        label: words,
        span,
        text: `${String(n).padStart(2, '0')} ${words[regulation.language]}`,
      })),
    },
  )
}

const meanings: Readonly<Record<'day' | 'hour', readonly Unit[]>> = {
  day: ['working-day', 'calendar-day'],
  hour: ['working-hour', 'clock-hour'],
}

/** "The next day" after a Friday evening is a day without office hours, or the next working day (AMB-05c). */
function checkNextDay(
  { bare: span, second }: Extract<Modifier, { k: 'cutoff' }>,
  question: QuestionInfo,
  regulation: Regulation,
  days: CalendarDays,
  findings: Findings,
): void {
  if (!span) return
  const calendar = officeOf(regulation, days)?.calendar ?? sampleOf(regulation)
  const at = eveningBeforeRest(firstMorning(regulation, calendar), calendar, second)
  const [next, working] = [addDays(dateOfMoment(at), 1), workingDayAfter(calendar, dateOfMoment(at))]
  const { language } = regulation
  const text = wordsFor('NEXT_DAY', '', language)
  const fact = question.anchors[0]
  const line =
    fact && question.kind === 'day'
      ? exampleLine(language, 'E0301', question, { [fact]: fromMoment(at) }, working)
      : undefined
  findings.add(
    'E0301',
    span,
    {
      vi: '«ngày hôm sau» chưa rõ là ngày làm việc kế tiếp hay ngày liền sau',
      en: '`the next day` does not say whether the next working day or the very next day is meant',
    },
    {
      notes: [
        {
          vi: `${sayMoment(at).vi}: ngày liền sau là ${sayDay(next).vi}, không có giờ hành chính; ngày làm việc kế tiếp là ${sayDay(working).vi}`,
          en: `${sayMoment(at).en}: the very next day is ${sayDay(next).en}, without office hours; the next working day is ${sayDay(working).en}`,
        },
      ],
      ...asExample(line),
      fixes: [{ label: sayWord('NEXT_DAY', ''), span, text }],
    },
  )
}

/** Half an hour past the cut-off on the first working day that a day off follows. */
function eveningBeforeRest(start: Moment, calendar: WorkCalendar, second: number): Moment {
  let date = dateOfMoment(start)
  while (!isWorkingDay(calendar, date) || isWorkingDay(calendar, addDays(date, 1))) date = addDays(date, 1)
  return toMoment(instant(`${date}T00:00:00+07:00`)) + second + 1_800
}

/** Nine o'clock of the first working day on which the regulation is in force. */
function firstMorning({ effective }: Regulation, calendar: WorkCalendar): Moment {
  const on = (effective?.on ?? '2026-01-05') as CivilDate
  const covered = on >= calendar.from && on < calendar.to ? on : calendar.from
  return toMoment(instant(`${workingDayOnOrAfter(calendar, covered)}T09:00:00+07:00`))
}

const sampleOf = ({ effective }: Regulation): WorkCalendar =>
  sampleCalendar(instant(`${effective?.on ?? '2026-01-05'}T09:00:00+07:00`))

/** Each reading as an example: whoever writes the rule keeps the one that is meant. */
function examples(
  readings: readonly Meant[],
  start: Moment,
  said: Effect | Modifier,
  question: QuestionInfo,
  { language }: Regulation,
): Pick<Diagnostic, 'example'> {
  if (question.kind !== 'deadline' || (said.k !== 'within' && said.k !== 'before')) return {}
  const fact = events.get(said.event)!.fact
  const lines = readings.map(({ words, due }) =>
    exampleLine(language, words[language], question, { [fact]: fromMoment(start) }, fromMoment(due)),
  )
  return asExample(...lines)
}

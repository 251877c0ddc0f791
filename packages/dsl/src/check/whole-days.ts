import { type WorkCalendar, fromMoment, instant, toMoment, weekdayOf } from '@motcua/calendar'
import type { CivilDate, Moment } from '@motcua/calendar'
import type { Effect, Quantity, Regulation } from '../ast/nodes.ts'
import type { CalendarDays } from '../compile/compiled.ts'
import { addTerm } from '../evaluate/add.ts'
import { hoursPerDay } from '../evaluate/shares.ts'
import { sayAmount, sayMoment } from '../evaluate/say.ts'
import type { Diagnostic, Findings } from '../source/diagnostic.ts'
import { events } from '../vocabulary/facts.ts'
import { type QuestionInfo, questionOf } from '../vocabulary/questions.ts'
import { asExample, exampleLine } from './example-line.ts'
import { officeOf } from './office.ts'

type Extreme = Extract<Effect, { k: 'later' | 'earlier' }>

/**
 * The later of a moment and so many working days after another: days end with the office, the moment does not, so the
 * text may mean the end of the day or the hours of one (TQ25-9.1c). A rule that records how it is read says enough.
 */
export function checkWholeDays(regulation: Regulation, days: CalendarDays, findings: Findings): void {
  for (const rule of regulation.rules) {
    if (rule.readings.length > 0) continue
    for (const effect of rule.cases.flatMap(({ effects }) => effects)) {
      if (effect.k !== 'later' && effect.k !== 'earlier') continue
      const plus = effect.sums.find((one) => one.plus?.unit === 'working-day')?.plus
      if (!plus || effect.sums.every((one) => one.plus)) continue
      const office = officeOf(regulation, days)
      if (office) report(effect, plus, questionOf.get(rule.question)!, regulation, office.calendar, findings)
    }
  }
}

function report(
  effect: Extreme,
  { n, span }: Quantity,
  question: QuestionInfo,
  regulation: Regulation,
  calendar: WorkCalendar,
  findings: Findings,
): void {
  const start = mondayTen(regulation, calendar)
  const [whole, hours] = [
    addTerm(calendar, start, { n, unit: 'working-day' }),
    addTerm(calendar, start, { n: n * hoursPerDay, unit: 'working-hour' }),
  ]
  const [day, inHours] = [sayAmount(n, 'working-day'), sayAmount(n * hoursPerDay, 'working-hour')]
  findings.add(
    'W0308',
    span,
    {
      vi: `${day.vi} cộng vào một thời điểm: chưa rõ đến cuối ngày làm việc hay đủ ${inHours.vi}`,
      en: `${day.en} added to a moment: until the end of the working day, or ${inHours.en}?`,
    },
    {
      notes: [
        {
          vi: `từ ${sayMoment(start).vi}: cuối ngày → ${sayMoment(whole).vi}; đủ giờ → ${sayMoment(hours).vi}`,
          en: `from ${sayMoment(start).en}: the end of the day → ${sayMoment(whole).en}; the hours → ${sayMoment(hours).en}`,
        },
      ],
      help: {
        vi: 'viết theo giờ làm việc, hoặc ghi cách hiểu đã chọn (cách hiểu AMB-…)',
        en: 'write it in working hours, or record the reading taken (reading AMB-…)',
      },
      ...examples(effect, question, regulation, start, whole, hours),
    },
  )
}

/** Ten o'clock of the first working Monday on which the regulation is in force. */
function mondayTen({ effective }: Regulation, calendar: WorkCalendar): Moment {
  const from = (effective?.on ?? calendar.from) as CivilDate
  let at = toMoment(instant(`${from >= calendar.from ? from : calendar.from}T10:00:00+07:00`))
  while (weekdayOf(fromMoment(at).slice(0, 10) as CivilDate) !== 1) at += 86_400
  return at
}

function examples(
  { sums }: Extreme,
  question: QuestionInfo,
  { language }: Regulation,
  start: Moment,
  ...ends: readonly Moment[]
): Pick<Diagnostic, 'example'> {
  const facts = Object.fromEntries(sums.map(({ event }) => [events.get(event)!.fact, fromMoment(start)]))
  const lines = ends.map((end) => exampleLine(language, 'W0308', question, facts, fromMoment(end)))
  return asExample(...lines)
}

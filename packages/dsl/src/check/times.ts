import { type Moment, fromMoment, instant, toMoment } from '@motcua/calendar'
import type { Case, Effect, Modifier, MonthEnd, Placed, Quantity, Regulation, Rule } from '../ast/nodes.ts'
import { addTerm } from '../evaluate/add.ts'
import { sayAmount, sayMoment } from '../evaluate/say.ts'
import type { Bilingual, Findings } from '../source/diagnostic.ts'
import type { QuestionInfo } from '../vocabulary/questions.ts'
import { sampleCalendar } from './sample-calendar.ts'

/** The events an effect counts from, up to and until. */
export function eventsOf(effect: Effect, question: QuestionInfo): string[] {
  switch (effect.k) {
    case 'later':
    case 'earlier':
      return effect.sums.map(({ event }) => event)
    case 'remindEvery':
      return [effect.event, effect.until]
    case 'remindBefore':
      return ['due']
    case 'agreed':
      return question.kind === 'deadline' ? ['agreed'] : []
    default:
      return 'event' in effect ? [effect.event] : []
  }
}

/** Every quantity of time that an effect names. */
export function quantitiesOf(effect: Effect): Quantity[] {
  switch (effect.k) {
    case 'later':
    case 'earlier':
      return effect.sums.flatMap(({ plus, minus }) => [plus, minus].flatMap((one) => one ?? []))
    case 'sequence':
      return [...effect.terms]
    case 'agreed':
      return effect.most ? [effect.most] : []
    default:
      return 'duration' in effect && effect.duration.k === 'quantity' ? [effect.duration] : []
  }
}

/** Months counted forward must say what becomes of the 31st; both ways are worked out on a 31 January. */
export function checkMonths(
  effect: Effect | Extract<Modifier, { k: 'ceiling' }>,
  regulation: Regulation,
  findings: Findings,
): void {
  // A length that is not counted from a day has no day to fall on.
  if (effect.k === 'amount' || effect.k === 'agreed') return
  const terms = effect.k === 'ceiling' ? [effect.duration] : quantitiesOf(effect)
  for (const { n, unit, monthEnd, span } of terms) {
    if (unit !== 'month') {
      if (monthEnd) superfluous(span, findings)
      continue
    }
    if (monthEnd || isBackwards(effect)) continue
    const differs = shortMonth(regulation.effective?.on ?? '2026-01-01', n)
    const amount = sayAmount(n, 'month')
    findings.add(
      'E0308',
      span,
      {
        vi: 'số tháng chưa nói lấy ngày nào khi tháng cuối không có ngày tương ứng',
        en: 'a number of months must say which day is taken where the last month has no such day',
      },
      {
        help: {
          vi: 'thêm «, thiếu ngày lấy ngày cuối tháng» hoặc «, thiếu ngày lấy ngày đầu tháng sau»',
          en: 'add `, short months end on their last day` or `, short months run to the first of the next`',
        },
        ...(differs && { notes: [sayDifference(amount, differs)] }),
      },
    )
  }
}

interface Difference {
  readonly start: Moment
  readonly last: Moment
  readonly first: Moment
}

/** A start, within five years, from which the two readings of a number of months end on different days. */
function shortMonth(on: string, n: number): Difference | undefined {
  for (let year = Number(on.slice(0, 4)); year < Number(on.slice(0, 4)) + 5; year++) {
    for (const day of ['01-31', '03-31', '05-31', '07-31', '08-31', '10-31', '12-31', '01-30', '02-29']) {
      if (day === '02-29' && year % 4 !== 0) continue
      const start = toMoment(instant(`${year}-${day}T09:00:00+07:00`))
      const calendar = sampleCalendar(fromMoment(start))
      const end = (monthEnd: MonthEnd) =>
        addTerm(calendar, start, { n: Math.min(n, 48), unit: 'month', monthEnd })
      const [last, first] = [end('last-day'), end('next-first')]
      if (last !== first) return { start, last, first }
    }
  }
  return undefined
}

function sayDifference(amount: Bilingual, { start, last, first }: Difference): Bilingual {
  const [from, a, b] = [sayMoment(start), sayMoment(last), sayMoment(first)]
  return {
    vi: `từ ${from.vi}: ${amount.vi} → ${a.vi} (ngày cuối tháng), hoặc ${b.vi} (ngày đầu tháng sau)`,
    en: `from ${from.en}: ${amount.en} → ${a.en} (last day), or ${b.en} (first of the next month)`,
  }
}

function superfluous(span: Quantity['span'], findings: Findings): void {
  findings.add('E0302', span, {
    vi: 'chỉ số tháng mới cần nói lấy ngày nào khi thiếu ngày',
    en: 'only a number of months says what becomes of a day that a month has not',
  })
}

const isBackwards = ({ k }: { k: string }) => k === 'before' || k === 'remindBefore'

/** A month before 31 March is no day: what is counted backwards is counted in days or hours. */
export function checkBackwards(effect: Placed<Effect>, findings: Findings): void {
  const back =
    effect.k === 'later' || effect.k === 'earlier'
      ? effect.sums.flatMap(({ minus }) => minus ?? [])
      : isBackwards(effect)
        ? quantitiesOf(effect)
        : []
  for (const { unit } of back) {
    if (unit !== 'month') continue
    findings.add(
      'E0306',
      effect.span,
      {
        vi: 'thời hạn tính lùi không tính được theo tháng: trước ngày 31/03 một tháng không có ngày nào',
        en: 'a term counted backwards is not counted in months: there is no day one month before 31 March',
      },
      {
        help: {
          vi: 'viết theo ngày làm việc, ngày lịch hoặc giờ làm việc',
          en: 'write it in working days, calendar days or working hours',
        },
      },
    )
  }
}

/** Words of time that only fit beside others: the opening past a cut-off, one recurrence, an end to a time. */
export function checkTimes(rule: Rule, one: Case, question: QuestionInfo, findings: Findings): void {
  const [effect] = one.effects
  if (!effect) return
  for (const modifier of [...rule.modifiers, ...one.modifiers]) {
    if (modifier.k === 'cutoff' && modifier.opening && effect.k !== 'sameDay' && effect.k !== 'follows') {
      openingOf(modifier.second, modifier.span, findings)
    }
  }
  const again = one.effects.filter(({ k }) => k === 'remindEvery')
  for (const extra of again.slice(1)) {
    findings.add('E0405', extra.span, {
      vi: `«${question.phrase.vi}» chỉ có một lịch nhắc lại`,
      en: `\`${question.phrase.en}\` has one reminder that comes again`,
    })
  }
  if (effect.k === 'sequence') checkSequence(effect, findings)
}

function openingOf(second: number, span: Quantity['span'], findings: Findings): void {
  const at: Moment = toMoment(instant('2026-03-06T00:00:00+07:00')) + second + 60
  findings.add(
    'E0302',
    span,
    {
      vi: 'chỉ việc phải làm trong ngày mới chuyển sang đầu giờ ngày làm việc kế tiếp được',
      en: 'only what is due within the day can move to the opening of the next working day',
    },
    {
      help: {
        vi: 'viết «trong ngày …», hoặc «tính từ ngày làm việc kế tiếp»',
        en: 'write `within the day of …`, or `counts from the next working day`',
      },
      notes: [
        {
          vi: `việc đến lúc ${sayMoment(at).vi} không thể vừa hết hạn lúc 07:30 thứ Hai 09/03/2026 vừa có thời hạn riêng`,
          en: `what comes at ${sayMoment(at).en} cannot be due at 07:30 on Monday 9 March 2026 and have a term of its own`,
        },
      ],
    },
  )
}

/** `02 ngày làm việc rồi 03 ngày làm việc` is `05 ngày làm việc`: a sequence is for units that do not add up. */
function checkSequence(effect: Placed<Extract<Effect, { k: 'sequence' }>>, findings: Findings): void {
  const same = effect.terms.find(({ unit }, i) => i > 0 && effect.terms[i - 1]!.unit === unit)
  if (!same) return
  const i = effect.terms.indexOf(same)
  const sum = effect.terms[i - 1]!.n + same.n
  findings.add('W0309', same.span, {
    vi: `hai lượng cùng đơn vị liền nhau: viết gộp thành ${sum}`,
    en: `two quantities of one unit in a row: write them as ${sum}`,
  })
}

import { instant } from '@motcua/calendar'
import type { Calendar, Regulation } from '../ast/nodes.ts'
import { sayDate } from '../evaluate/say.ts'
import type { Bilingual, Findings } from '../source/diagnostic.ts'
import type { Span } from '../source/span.ts'
import { checkLevels } from './levels.ts'
import { checkForce } from './force.ts'
import { quantitiesOf } from './times.ts'
import { sampleCalendar } from './sample-calendar.ts'

/** What every regulation must say before it can be counted with: its dates, its symbol, how days are counted. */
export function checkRegulation(regulation: Regulation, findings: Findings): void {
  const { span, effective, ceases, national, symbol } = regulation
  if (regulation.broken) return
  if (!effective) {
    findings.add('E0214', span, {
      vi: 'thiếu ngày có hiệu lực: viết có hiệu lực dd/mm/yyyy',
      en: 'no effective date: write `effective dd/mm/yyyy`',
    })
  }
  if (effective && ceases && ceases.on <= effective.on) {
    findings.add('E0802', ceases.span, {
      vi: 'ngày hết hiệu lực phải sau ngày có hiệu lực',
      en: 'a regulation ceases after it takes effect',
    })
  }
  if (national && symbol === undefined) {
    findings.add('E0213', span, {
      vi: 'văn bản quốc gia cần ký hiệu để nơi khác dẫn chiếu: viết ký hiệu ND118_2025',
      en: 'a national act needs a symbol to be cited by: write `symbol ND118_2025`',
    })
  }
  if (regulation.title === undefined) {
    findings.add('W0215', span, {
      vi: 'văn bản chưa có tên: viết tên "…" / "tên tiếng Anh"',
      en: 'the regulation has no title: write `title "…" / "…"`',
    })
  }
  if (regulation.title !== undefined && regulation.title.en === undefined) {
    findings.add('W0216', span, {
      vi: 'tên văn bản chưa có bản tiếng Anh',
      en: 'the title has no English form',
    })
  }
  checkReadings(regulation, findings)
  checkForce(regulation, findings)
  checkHours(regulation, findings)
  checkLevels(regulation, findings)
}

/** Sessions that overlap or end before they begin cannot be counted with. */
function checkHours({ exampleHours }: Regulation, findings: Findings): void {
  if (!exampleHours) return
  try {
    const start = instant('2026-01-05T00:00:00+07:00')
    sampleCalendar(start, exampleHours)
    if (exampleHours.intake) sampleCalendar(start, { ...exampleHours, ...exampleHours.intake })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    findings.add('E0316', exampleHours.span, {
      vi: 'giờ hành chính phải nối tiếp nhau, mỗi phiên kết thúc sau khi bắt đầu, và có ít nhất một ngày trong tuần',
      en: 'sessions follow one another, end after they begin, and need at least one weekday',
    })
  }
}

/** Day counting and the hours of examples are words of the file, never defaults of the machine. */
function checkReadings(regulation: Regulation, findings: Findings): void {
  const counted = firstCountOfDays(regulation)
  if (counted && !regulation.dayCounting) {
    findings.add('E0310', counted, mustSayDays, { help: dayCountingHelp })
  }
  const timed = regulation.examples[0]
  if (timed && !regulation.exampleHours) {
    findings.add(
      'E0311',
      timed.span,
      { vi: 'ví dụ cần giờ hành chính để tính', en: 'examples need office hours to be worked with' },
      {
        help: {
          vi: 'thêm: ví dụ theo giờ hành chính thứ Hai đến thứ Sáu, 07:30-12:00, 13:30-17:00',
          en: 'add: examples use office hours Monday to Friday, 07:30-12:00, 13:30-17:00',
        },
      },
    )
  }
}

const mustSayDays: Bilingual = {
  vi: 'văn bản có thời hạn tính theo ngày nhưng chưa nói cách tính ngày',
  en: 'the regulation counts days but does not say how they are counted',
}

const dayCountingHelp: Bilingual = {
  vi: 'thêm: cách tính ngày không tính ngày đầu, kết thúc cuối giờ hành chính, gặp ngày nghỉ dồn sang ngày làm việc kế tiếp',
  en: 'add: day counting excludes the first day, ends at close of office, rest days roll to the next working day',
}

const countsDays: ReadonlySet<string> = new Set(['working-day', 'calendar-day', 'month', 'day'])

function firstCountOfDays(regulation: Regulation): Span | undefined {
  for (const { cases } of regulation.rules) {
    for (const { effects } of cases) {
      for (const effect of effects) {
        if (effect.k === 'published' || effect.k === 'sameDay') return effect.span
        const days = quantitiesOf(effect).find(({ unit }) => countsDays.has(unit))
        if (days) return days.span
      }
    }
  }
  return undefined
}

/** A calendar says what it covers, up to where it is known, and each day once. */
export function checkCalendar(calendar: Calendar, findings: Findings): void {
  const { from, to, knownThrough, days, span } = calendar
  const head = { ...span, to: Math.min(span.to, span.from + 1) }
  if (!from || !to) {
    findings.add('E0312', head, {
      vi: 'niên lịch chưa nói phạm vi: viết phạm vi từ dd/mm/yyyy đến dd/mm/yyyy',
      en: 'the calendar does not say what it covers: write `covers dd/mm/yyyy to dd/mm/yyyy`',
    })
  }
  if (!knownThrough) {
    findings.add('E0313', head, {
      vi: 'niên lịch chưa nói biết đến ngày nào: viết biết đến dd/mm/yyyy; sau ngày đó câu trả lời là tạm tính',
      en: 'the calendar has no horizon: write `known through dd/mm/yyyy`; answers past it are provisional',
    })
  }
  const seen = new Map<string, Span>()
  for (const day of days) {
    const before = seen.get(day.date)
    if (before) {
      findings.add(
        'E0314',
        day.span,
        {
          vi: `ngày ${sayDate(day.date).vi} được ghi hai lần`,
          en: `${sayDate(day.date).en} is declared twice`,
        },
        { related: [{ span: before, message: { vi: 'lần trước', en: 'the first time' } }] },
      )
    }
    seen.set(day.date, day.span)
    if ((from && day.date < from) || (to && day.date > to)) {
      findings.add('E0314', day.span, {
        vi: `ngày ${sayDate(day.date).vi} nằm ngoài phạm vi của niên lịch`,
        en: `${sayDate(day.date).en} is outside what the calendar covers`,
      })
    }
    if (day.source === undefined) {
      findings.add('E0315', day.span, {
        vi: `ngày ${sayDate(day.date).vi} chưa có nguồn: viết nguồn "…" ở trên`,
        en: `${sayDate(day.date).en} has no origin: write \`origin "…"\` above it`,
      })
    }
  }
}

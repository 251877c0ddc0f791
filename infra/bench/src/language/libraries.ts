import { createRequire } from 'node:module'
import { type Moment, addWorkingDays, addWorkingSeconds } from '@motcua/calendar'
import { reference } from '../../../../packages/calendar/test/reference.ts'
import { peersAreInstalled } from './engines.ts'
import { draw } from './inputs.ts'
import { lawOf, officeHours } from './laws.ts'
import { dice, race } from './measure.ts'
import { type Line, beside } from './table.ts'

const require = createRequire(new URL('../../peers/package.json', import.meta.url))

/** How many random cases the answers are compared on. */
const cases = 10_000

/** A library told everything it can be told of the office: its hours, days off and, where it knows such, days made up. */
interface Library {
  readonly name: string
  readonly counts: 'hours' | 'days'
  /** The moment a count ends, or for days its date at any hour. */
  readonly add: (from: Moment, n: number) => Moment
}

/**
 * Working time reckoned by libraries of the registry, beside ours: how often each is wrong against a calendar that is
 * walked second by second, and how much slower it is. The days are Vietnam's, with days swapped to Saturdays.
 */
export async function benchLibraries(rounds: number): Promise<Line[]> {
  if (!peersAreInstalled) return []
  // The libraries count in the zone of the machine; they are given the right one.
  process.env['TZ'] = 'Asia/Ho_Chi_Minh'
  const { program, calendar } = lawOf('tuyen-quang')
  const { from, to, knownThrough, days } = program.calendar
  const walked = reference({
    ...{ from, to, knownThrough },
    ...officeHours,
    days: days.map(({ date, kind, name }) => ({ date, kind, name: name.vi })),
  } as unknown as Parameters<typeof reference>[0])
  const roll = dice(21)
  // On whole minutes: some of them drop seconds, which is a fault of its own.
  const moments = draw('2019-02-01', '2026-10-01', 1, 20, cases).moments.map((at) => at - (at % 60))
  const hours = Uint8Array.from({ length: cases }, () => 1 + roll(40))
  const workdays = Uint8Array.from({ length: cases }, () => 1 + roll(30))
  const ours: Record<Library['counts'], Library> = {
    hours: { name: 'ours', counts: 'hours', add: (at, n) => addWorkingSeconds(calendar, at, n * 3_600) },
    days: { name: 'ours', counts: 'days', add: (at, n) => addWorkingDays(calendar, at, n) },
  }
  const dayOf = (at: Moment) => Math.floor((at + 25_200) / 86_400)
  const right = {
    hours: Float64Array.from(moments, (at, i) => walked.addWorkingSeconds(at, hours[i]! * 3_600)!),
    days: Float64Array.from(moments, (at, i) => walked.addWorkingDays(at, workdays[i]!)!),
  }
  const amounts = { hours, days: workdays }
  const wrong = ({ counts, add }: Library): number => {
    let found = 0
    for (let i = 0; i < cases; i++) {
      const [given, wanted] = [add(moments[i]!, amounts[counts][i]!), right[counts][i]!]
      if (counts === 'hours' ? given !== wanted : dayOf(given) !== dayOf(wanted)) found++
    }
    return found
  }
  const lines: Line[] = []
  for (const library of librariesWith(days)) {
    const { counts, add, name } = library
    const few = 500
    const [theirs, own] = await race(Math.min(rounds, 3), [
      { name, count: few, run: () => repeat(few, (i) => add(moments[i]!, amounts[counts][i]!)) },
      {
        name: 'ours',
        count: cases,
        run: () => repeat(cases, (i) => ours[counts].add(moments[i]!, amounts[counts][i]!)),
      },
    ])
    const share = (n: number) => `${((100 * n) / cases).toFixed(1)} % wrong`
    const line = beside(
      `${counts}: ${share(wrong(ours[counts]))}, theirs ${share(wrong(library))}`,
      own!,
      theirs!,
      {},
    )
    lines.push(line)
  }
  return lines
}

function repeat(count: number, work: (i: number) => Moment): number {
  let sum = 0
  for (let i = 0; i < count; i++) sum += work(i) % 1_009
  return sum
}

type Days = ReturnType<typeof lawOf>['program']['calendar']['days']

function librariesWith(days: Days): Library[] {
  const off = days.filter(({ kind }) => kind !== 'swapped-work').map(({ date }) => date)
  const made = days.filter(({ kind }) => kind === 'swapped-work').map(({ date }) => date)
  return [...momentLibraries(off), dayjsHours(off), luxonDays(off), dayjsDays(off, made)]
}

interface DateLike {
  readonly valueOf: () => number
}

const seconds = (at: DateLike): Moment => at.valueOf() / 1_000
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** Both keep the office in the one locale of the process. */
function momentLibraries(off: readonly string[]): Library[] {
  const moment = require('moment') as {
    (ms: number): {
      addWorkingTime: (n: number, unit: string) => DateLike
      businessAdd: (n: number) => DateLike
    }
    updateLocale: (locale: string, office: object) => void
  }
  require('moment-business-time')
  require('moment-business-days')
  const hours = officeHours.sessions.flatMap(({ from, to }) => [from, to])
  moment.updateLocale('en', {
    workinghours: Object.fromEntries(weekdays.map((_, day) => [day, day % 6 === 0 ? null : hours])),
    holidays: off,
    holidayFormat: 'YYYY-MM-DD',
    workingWeekdays: officeHours.weekdays,
  })
  return [
    {
      name: 'moment-business-time',
      counts: 'hours',
      add: (at, n) => seconds(moment(at * 1_000).addWorkingTime(n, 'hours')),
    },
    {
      name: 'moment-business-days',
      counts: 'days',
      add: (at, n) => seconds(moment(at * 1_000).businessAdd(n)),
    },
  ]
}

interface Dayjs {
  (ms: number): { addBusinessHours: (n: number) => DateLike; businessDaysAdd: (n: number) => DateLike }
  readonly extend: (plugin: unknown, options?: object) => void
  readonly setHolidays: (days: readonly string[]) => void
  readonly setBusinessTime: (week: object) => void
}

/** Two plugins of Day.js give the same names to different things, so each has a Day.js of its own. */
function freshDayjs(): Dayjs {
  delete require.cache[require.resolve('dayjs')]
  return require('dayjs') as Dayjs
}

function dayjsHours(off: readonly string[]): Library {
  const dayjs = freshDayjs()
  dayjs.extend(plugin('dayjs-business-time'))
  dayjs.setHolidays(off)
  const sessions = officeHours.sessions.map(({ from, to }) => ({ start: `${from}:00`, end: `${to}:00` }))
  dayjs.setBusinessTime(
    Object.fromEntries(weekdays.map((name, day) => [name, day % 6 === 0 ? null : sessions])),
  )
  return {
    name: 'dayjs-business-time',
    counts: 'hours',
    add: (at, n) => seconds(dayjs(at * 1_000).addBusinessHours(n)),
  }
}

function dayjsDays(off: readonly string[], made: readonly string[]): Library {
  const dayjs = freshDayjs()
  dayjs.extend(plugin('dayjs-business-days2'), {
    holidays: off,
    holidayFormat: 'YYYY-MM-DD',
    additionalWorkingDays: made,
    additionalWorkingDayFormat: 'YYYY-MM-DD',
  })
  return {
    name: 'dayjs-business-days2',
    counts: 'days',
    add: (at, n) => seconds(dayjs(at * 1_000).businessDaysAdd(n)),
  }
}

function plugin(name: string): unknown {
  const found = require(name) as { default?: unknown }
  return found.default ?? found
}

function luxonDays(off: readonly string[]): Library {
  const { DateTime } = require('luxon-business-days') as {
    DateTime: {
      prototype: { setupBusiness: (office: object) => void }
      fromSeconds: (at: number, options: object) => { plusBusiness: (amount: object) => DateLike }
    }
  }
  const closed = new Set(off)
  DateTime.prototype.setupBusiness({
    businessDays: officeHours.weekdays,
    holidayMatchers: [(day: { toISODate: () => string }) => closed.has(day.toISODate())],
  })
  const zone = { zone: 'Asia/Ho_Chi_Minh' }
  return {
    name: 'luxon-business-days',
    counts: 'days',
    add: (at, n) => seconds(DateTime.fromSeconds(at, zone).plusBusiness({ days: n })),
  }
}

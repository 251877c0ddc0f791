import type { DayStretch, LegalClock, Strip, StripDay } from '@motcua/domain'
import { render } from 'svelte/server'
import { describe, expect, test } from 'vitest'
import DateStrip from '@motcua/ui/DateStrip.svelte'
import { commonSessions, layOutStrip, namedDays, usedText, type StripRow } from '@motcua/ui/strip-layout'
import WhyThisDate from '@motcua/ui/WhyThisDate.svelte'

const at = (text: string) => text as LegalClock['startedAt']
const morning: DayStretch = { from: '07:30', to: '11:30' }
const afternoon: DayStretch = { from: '13:00', to: '17:00' }
const office = [morning, afternoon]
const open = (date: string, used: DayStretch[] = office, more: Partial<StripDay> = {}): StripDay => ({
  date: date as StripDay['date'],
  kind: 'working',
  sessions: office,
  used,
  ...more,
})
const off = (date: string, kind: StripDay['kind'] = 'rest', name?: string): StripDay => ({
  date: date as StripDay['date'],
  kind,
  ...(name ? { name } : {}),
  sessions: [],
  used: [],
})
/** What a person reads of a piece of markup. */
const read = (body: string) => body.replace(/<[^>]*>/g, '')
const daysOf = (rows: StripRow[]) => rows.flatMap((row) => (row.kind === 'days' ? row.days : []))

const friday: Strip = {
  startAt: at('2026-03-06T17:30:00+07:00'),
  dueAt: at('2026-03-09T17:00:00+07:00'),
  days: [open('2026-03-06', []), off('2026-03-07'), off('2026-03-08'), open('2026-03-09')],
}

/** Two working days over Tết 2026: the week of 16 to 20 February is off. */
const tet: Strip = {
  startAt: at('2026-02-12T09:00:00+07:00'),
  dueAt: at('2026-02-23T17:00:00+07:00'),
  days: [
    open('2026-02-12', []),
    open('2026-02-13'),
    off('2026-02-14'),
    off('2026-02-15'),
    ...['16', '17', '18', '19', '20'].map((d) => off(`2026-02-${d}`, 'holiday', 'Tết Nguyên đán')),
    off('2026-02-21'),
    off('2026-02-22'),
    open('2026-02-23'),
  ],
}

const makeUp: Strip = {
  startAt: at('2026-08-21T09:00:00+07:00'),
  dueAt: at('2026-08-22T17:00:00+07:00'),
  days: [
    open('2026-08-21', []),
    open('2026-08-22', office, { kind: 'make-up', name: 'Làm bù cho ngày 31/8/2026' }),
  ],
}

const elided: Strip = {
  startAt: at('2026-03-09T08:00:00+07:00'),
  dueAt: at('2026-06-02T17:00:00+07:00'),
  days: [open('2026-03-09', []), open('2026-03-10'), open('2026-06-01'), open('2026-06-02')],
  elidedDays: 82,
}

describe('the layout of a strip', () => {
  test('four days from Friday to Monday stand in one row of four', () => {
    const [row, ...rest] = layOutStrip(friday)
    expect(rest).toEqual([])
    expect(row).toMatchObject({ kind: 'days', columns: 4 })
  })

  test('lunch lies between two pieces of a day', () => {
    const monday = daysOf(layOutStrip(friday)).at(-1)!
    expect(monday.sessions).toHaveLength(2)
    const [am, pm] = monday.sessions
    expect(am!.x + am!.width).toBeLessThan(pm!.x)
    expect(monday.used).toEqual(monday.sessions)
  })

  test('start and due moment are marked on their own days alone', () => {
    const days = daysOf(layOutStrip(friday))
    expect(days.map((d) => d.start !== undefined)).toEqual([true, false, false, false])
    expect(days.map((d) => d.due !== undefined)).toEqual([false, false, false, true])
  })

  test('a start in the night stands at the edge of its day, not outside it', () => {
    const [first] = daysOf(layOutStrip({ ...friday, startAt: at('2026-03-06T23:30:00+07:00') }))
    expect(first!.start).toBe(1)
  })

  test('a longer strip stands in weeks from Monday to Sunday', () => {
    const rows = layOutStrip(tet)
    expect(rows).toHaveLength(3)
    expect(daysOf(rows.slice(1, 2)).map((d) => d.column)).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(daysOf(rows.slice(0, 1))[0]!.column).toBe(3)
  })

  test('the days of Tết are one run under its name', () => {
    const week = layOutStrip(tet)[1]!
    expect(week.kind === 'days' && week.runs).toEqual([
      { kind: 'holiday', name: 'Tết Nguyên đán', column: 0, span: 5 },
      { kind: 'rest', column: 5, span: 2 },
    ])
    expect(namedDays(tet)).toEqual([{ kind: 'holiday', name: 'Tết Nguyên đán', when: '16/02 – 20/02' }])
  })

  test('counted days are numbered across the holidays', () => {
    const numbers = daysOf(layOutStrip(tet, 'days')).flatMap((d) => d.ordinal ?? [])
    expect(numbers).toEqual([1, 2])
  })

  test('days left out are a row of their own, and nothing after them is numbered', () => {
    const rows = layOutStrip(elided, 'days')
    expect(rows.map((row) => row.kind)).toEqual(['days', 'elided', 'days'])
    expect(rows[1]).toEqual({ kind: 'elided', days: 82 })
    expect(daysOf(rows).map((d) => d.ordinal)).toEqual([undefined, 1, undefined, undefined])
  })

  test('a due moment at midnight ends the day before it', () => {
    const days = daysOf(layOutStrip({ ...friday, dueAt: at('2026-03-10T00:00:00+07:00') }))
    expect(days.at(-1)!.due).toBe(1)
  })

  test('a moment owed in advance is drawn before its start', () => {
    const rows = layOutStrip({ ...friday, startAt: friday.dueAt, dueAt: friday.startAt })
    const [row] = rows
    expect(row?.kind === 'days' && row.thread!.width).toBeGreaterThan(2)
    expect(daysOf(rows)[0]!.due).toBeDefined()
  })

  test('office hours that differ from day to day are not said to be common', () => {
    const short = { ...friday, days: [...friday.days, open('2026-03-10', [], { sessions: [morning] })] }
    expect(commonSessions(friday)).toEqual(office)
    expect(commonSessions(short)).toBeNull()
  })

  test.each([
    [480, '8 giờ'],
    [450, '7,5 giờ'],
    [137, '2 giờ 17 phút'],
    [45, '45 phút'],
  ])('%i counted minutes are written "%s"', (minutes, text) => {
    expect(usedText(minutes, 'vi')).toBe(text)
  })
})

describe('the picture', () => {
  test('it is one image with a name, and its table says the same', () => {
    const { body } = render(DateStrip, { props: { strip: tet, locale: 'vi' } })
    expect(body).toMatch(/role="img" aria-labelledby="[^"]+" aria-describedby="[^"]+"/)
    expect(body).toContain('Từ 09:00 thứ Năm, 12/02/2026 đến 17:00 thứ Hai, 23/02/2026')
    expect(body.match(/scope="row"/g)).toHaveLength(tet.days.length + 1)
    expect(read(body)).toContain('Nghỉ lễ, tết: Tết Nguyên đán')
  })

  test('a Saturday worked in exchange has its sessions drawn and its reason named', () => {
    const { body } = render(DateStrip, { props: { strip: makeUp, locale: 'vi' } })
    expect(body).toContain('Làm bù cho ngày 31/8/2026')
    expect(body).toContain('ngày làm bù')
    expect(body).not.toContain('Cơ quan nghỉ')
  })

  test('days left out are counted aloud in picture and table', () => {
    const { body } = render(DateStrip, { props: { strip: elided, locale: 'en', counting: 'days' } })
    expect(body.match(/… 82 days …/g)).toHaveLength(2)
  })

  test('no id is used twice, whatever the number of rows', () => {
    const one = render(DateStrip, { props: { strip: elided, locale: 'vi' } }).body
    const ids = [...one.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('why this date', () => {
  const why = {
    question: 'processing.due',
    facts: { limit: { n: 2, unit: 'working-day' } },
    answer: tet.dueAt,
    basis: [{ regulation: '42/2019/QĐ-UBND', article: '9', clause: '1' }],
    path: 'answered',
    provisional: false,
    program: 'p',
    because: [
      {
        vi: 'Hai ngày làm việc (điểm b khoản 2 Điều 15, 118/2025/NĐ-CP).',
        en: 'Two working days.',
        basis: { regulation: '118/2025/NĐ-CP', article: '15', clause: '2', point: 'b' },
      },
    ],
    strip: tet,
  } as const
  const props = { label: 'Hẹn trả kết quả', locale: 'vi' } as const

  test('the due moment stands on top, below it the sentences, each naming its article once', () => {
    const { body } = render(WhyThisDate, { props: { ...props, clock: { dueAt: tet.dueAt, why } } })
    expect(body).toContain('thứ Hai, 23/02/2026')
    expect(body).toContain('Vì sao ngày này?')
    expect(read(body).split('điểm b khoản 2 Điều 15, 118/2025/NĐ-CP')).toHaveLength(2)
    expect(body).not.toContain('Dự kiến')
  })

  test('a limit in days numbers the days', () => {
    const { body } = render(WhyThisDate, { props: { ...props, clock: { dueAt: tet.dueAt, why } } })
    expect(body).toContain('ngày 2')
  })

  test('an answer past the known calendar is marked provisional', () => {
    const clock = { dueAt: tet.dueAt, why: { ...why, provisional: true } }
    expect(render(WhyThisDate, { props: { ...props, clock } }).body).toContain('Dự kiến')
  })

  test('where the law sets no limit, no date is shown', () => {
    const { strip: _, ...bare } = why
    const { body } = render(WhyThisDate, {
      props: { ...props, clock: { dueAt: null, why: { ...bare, answer: null } } },
    })
    expect(body).toContain('Quy định không nêu thời hạn')
    expect(body).not.toContain('<time')
  })
})

test('a clock on the wall that ran past office hours is drawn as long as it ran', () => {
  const night: Strip = {
    startAt: at('2026-03-06T16:00:00+07:00'),
    dueAt: at('2026-03-06T23:00:00+07:00'),
    days: [open('2026-03-06', [{ from: '16:00', to: '23:00' }])],
  }
  const [day] = daysOf(layOutStrip(night))
  expect(day!.used[0]!.width / day!.sessions[0]!.width).toBeCloseTo(7 / 4)
})

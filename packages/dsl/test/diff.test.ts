import { type CivilDate, isWorkingDay } from '@motcua/calendar'
import { describe, expect, test } from 'vitest'
import {
  type Change,
  type Difference,
  type SourceFile,
  type Version,
  bindCalendar,
  daysToCompare,
  diff,
  format,
} from '../src/index.ts'
import { demonstrationHours, filesOf, nationalFiles, programOf, regulation } from './law.ts'

/** Two sets of files, each with the file the comparison is about. */
function compare(
  [before, first]: readonly [readonly SourceFile[], string],
  [after, second]: readonly [readonly SourceFile[], string],
): Difference {
  const programs = [programOf(before), programOf(after)] as const
  const days = daysToCompare({ program: programs[0], path: first }, { program: programs[1], path: second })
  const version = (i: 0 | 1, files: readonly SourceFile[]): Version => ({
    law: bindCalendar(programs[i], demonstrationHours),
    files,
    asOf: days[i],
  })
  return diff(version(0, before), version(1, after))
}

/** Two made-up regulations that differ in one rule. */
function rules(before: string, after: string): Difference {
  const of = (body: string) => [[...nationalFiles, regulation(body)], 'thu.quyche'] as const
  return compare(of(before), of(after))
}

const triage = (term: string) => `quy tắc phân loại câu hỏi\ncăn cứ Điều 9\n${term} kể từ khi nhận câu hỏi`
function workingDaysOfAYearFrom(start: string): number {
  const { calendar } = bindCalendar(programOf(nationalFiles), demonstrationHours)
  const first = Date.parse(start)
  const dates = Array.from({ length: 365 }, (_, i) => new Date(first + i * 86_400_000).toISOString())
  return dates.filter((date) => isWorkingDay(calendar, date.slice(0, 10) as CivilDate)).length
}

const only = (found: Difference): Change => {
  expect(found.changes).toHaveLength(1)
  return found.changes[0]!
}

describe('deadlines are compared at every moment of a year', () => {
  test('two working days and three calendar days: each is the earlier one on some moments, and both are shown', () => {
    const { way, shares, witnesses } = only(
      rules(triage('trong 02 ngày làm việc'), triage('trong 03 ngày lịch')),
    )
    expect(way).toBe('mixed')
    expect(shares!.earlier).toBeGreaterThan(0)
    expect(shares!.later).toBeGreaterThan(0.3)
    expect(shares!.earlier + shares!.later + shares!.same).toBeCloseTo(1, 9)
    const [earlier, later] = witnesses as [(typeof witnesses)[0], (typeof witnesses)[0]]
    expect(String(earlier.after) < String(earlier.before)).toBe(true)
    expect(String(later.after) > String(later.before)).toBe(true)
  })

  test('eight working hours are never later than one working day of eight hours', () => {
    const { way } = only(rules(triage('trong 01 ngày làm việc'), triage('trong 08 giờ làm việc')))
    expect(way).toBe('earlier')
  })

  test('seven working hours are earlier than eight at every single moment', () => {
    const { way, shares } = only(rules(triage('trong 08 giờ làm việc'), triage('trong 07 giờ làm việc')))
    expect([way, shares]).toEqual(['earlier', { earlier: 1, later: 0, same: 0 }])
  })

  test('the share is exact: a cut-off an hour earlier moves the days of that one hour and no others', () => {
    const day = (time: string) =>
      `quy tắc ngày nhận hồ sơ nộp trực tuyến\ncăn cứ Điều 9\nvào ngày nộp\nsau ${time} tính từ ngày làm việc kế tiếp`
    const { changes } = rules(day('17:00'), day('16:00'))
    // The national term for intake is counted from the day of receipt, so it moves too.
    expect(changes.map(({ question, way }) => [question, way])).toEqual([
      ['intake.decision', 'later'],
      ['intake.receiptDay', 'later'],
    ])
    expect(changes[1]!.shares!.later * 365 * 24).toBeCloseTo(workingDaysOfAYearFrom('2025-07-01'), 6)
  })

  test('what waits for two moments is asked at many of them: an hour more is later, and no share is told', () => {
    const activate = (hours: string) =>
      `quy tắc kích hoạt tài khoản\ncăn cứ Điều 9\nmuộn hơn giữa thời điểm được đề nghị và nhận đề nghị + ${hours} giờ làm việc`
    const { way, shares, witnesses } = only(rules(activate('08'), activate('09')))
    expect([way, shares]).toEqual(['later', undefined])
    expect(String(witnesses[0]!.after) > String(witnesses[0]!.before)).toBe(true)
  })

  test('the same term in another office-hour clause is found to be the same, and only the article is said to move', () => {
    const outside = '\nngoài giờ hành chính tính từ giờ làm việc kế tiếp'
    const found = rules(
      triage('trong 08 giờ làm việc'),
      `${triage('trong 08 giờ làm việc')}${outside}`.replace('Điều 9', 'Điều 10'),
    )
    expect(only(found)).toMatchObject({ way: 'place', before: { basis: [{ article: '9' }] } })
    expect(only(found).sentences[0]!.vi).toBe('Phân loại câu hỏi: nội dung như nhau, chỉ đổi điều luật.')
  })
})

describe('answers that are no dates', () => {
  const payment = (body: string) => `quy tắc kênh thanh toán\ncăn cứ Điều 9\n${body}`

  test('a channel that only some levels gain is told with those levels, and with what is added', () => {
    const { changes } = rules(
      payment('qua bộ phận một cửa'),
      payment(
        'khi mức độ là 4\nqua một trong {bộ phận một cửa, trực tuyến}\nkhi mức độ là 3\nqua bộ phận một cửa\ntrường hợp khác không quy định',
      ),
    )
    const widened = changes.find(({ way }) => way === 'widened')!
    expect(widened.when).toEqual({ vi: 'khi mức độ là 4', en: 'when level is 4' })
    expect(widened.sentences.map(({ en }) => en)).toContain('Added: online.')
    expect(changes.filter(({ way }) => way === 'place')).toEqual([])
  })

  test('fewer times are fewer, and a yes that becomes a no is another answer', () => {
    const times = (n: string) => `quy tắc số lần hẹn lại\ncăn cứ Điều 9\nkhông quá ${n}`
    expect(only(rules(times('02 lần'), times('một lần'))).way).toBe('fewer')
    const flag = (word: string) => `quy tắc đăng ký tài khoản tại tỉnh\ncăn cứ Điều 9\ntrả lời ${word}`
    expect(only(rules(flag('có'), flag('không'))).way).toBe('other')
  })

  test('another moment that chooses the version is a change, though the answer is the same', () => {
    const times = 'quy tắc số lần hẹn lại\ncăn cứ Điều 9\nkhông quá một lần'
    const found = rules(times, times.replace('không quá', 'áp dụng theo thời điểm nộp\nkhông quá'))
    expect(only(found).way).toBe('binding')
  })
})

test('layout and language are no difference: a regulation compared with its translation changes nothing', () => {
  const files = filesOf('long-an')
  const path = 'rules/long-an/30-2019.quyche'
  const english = files.map((file) => (file.path === path ? { path, text: format(file.text, 'en') } : file))
  expect(compare([files, path], [english, path]).changes).toEqual([])
})

describe('Tuyên Quang 2019 → 2025', () => {
  const files = filesOf('tuyen-quang')
  const found = compare(
    [files, 'rules/tuyen-quang/246-2019.quyche'],
    [files, 'rules/tuyen-quang/06-2025.quyche'],
  )
  const waysOf = (question: string) =>
    found.changes.filter((one) => one.question === question).map(({ way }) => way)

  test('the old regulation is asked on its last day and the new one on its first', () => {
    expect([found.before.asOf, found.after.asOf]).toEqual(['2025-12-14', '2025-12-15'])
  })

  test('TQ25-25.2a: the longest extension is new, the apology of the nation becomes the province’s own', () => {
    expect(waysOf('apology.notice')).toEqual(['source'])
    const most = found.changes.find(({ question }) => question === 'extension.most')!
    expect(most.sentences.map(({ vi }) => vi)).toContain(
      'Thời gian công bố 10 ngày làm việc: theo 246/QĐ-UBND là không quy định; theo 06/2025/QĐ-CTUBND là 03 ngày làm việc.',
    )
  })

  test('TQ25-19: eight working hours stay eight at every moment, now by reference to the decree', () => {
    const intake = found.changes.filter(({ question }) => question === 'intake.decision')
    expect(intake.map(({ way, after }) => [way, after.path])).toEqual([['source', 'delegated']])
  })

  test('TQ19-15.2b: the three terms for questions are no longer regulated', () => {
    expect(waysOf('question.answer')).toEqual(['lost', 'lost', 'lost'])
  })
})

test('LA19-13.3b, PT20-17.3: Long An answers questions in 15 working days, Phú Thọ feedback in 5', () => {
  const paths = ['rules/long-an/30-2019.quyche', 'rules/phu-tho/31-2020.quyche'] as const
  const { changes } = compare([filesOf('long-an'), paths[0]], [filesOf('phu-tho'), paths[1]])
  const said = (question: string) =>
    changes.find((one) => one.question === question)!.sentences.map(({ vi }) => vi)
  expect(said('question.answer').slice(0, 2)).toEqual([
    'Trả lời câu hỏi: chỉ 30/2019/QĐ-UBND có quy định.',
    '30/2019/QĐ-UBND: «trong 15 ngày làm việc kể từ khi nhận câu hỏi» (điểm b khoản 3 Điều 13).',
  ])
  // Long An leaves feedback to a law whose term it does not name.
  const [head, , other] = said('feedback.answer')
  expect([head, other]).toEqual([
    'Trả lời phản ánh kiến nghị: chỉ 31/2020/QĐ-UBND cho câu trả lời.',
    '31/2020/QĐ-UBND: «trong 05 ngày làm việc kể từ khi nhận phản ánh» (khoản 3 Điều 17).',
  ])
})

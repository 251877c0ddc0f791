import { describe, expect, test } from 'vitest'
import { ask, bindCalendar } from '../src/index.ts'
import { dimensions, instantFacts } from '../src/vocabulary/facts.ts'
import { numbers } from '../src/vocabulary/figures.ts'
import { type Province, demonstrationHours, filesOf, lawOf, programOf } from './law.ts'

const reasons = (province: Province, question: string, facts: Record<string, unknown>, lang: 'vi' | 'en') =>
  ask(lawOf(province), question, facts).because.map((sentence) => sentence[lang])

describe('an answer says why, in sentences', () => {
  const fridayEvening = { submittedAt: '2026-03-06T17:30:00+07:00' }

  test('LA19-9.1: after the cut-off, with the national limit inherited, in Vietnamese', () => {
    expect(reasons('long-an', 'intake.decision', fridayEvening, 'vi')).toEqual([
      'Hồ sơ nộp lúc 17:30 thứ Sáu 06/03/2026, sau 17:00, nên được tính là nhận vào thứ Hai 09/03/2026 (khoản 1 Điều 9, Quyết định 30/2019/QĐ-UBND).',
      'Cơ quan phải trả lời trong 08 giờ làm việc (điểm c khoản 2 Điều 17, Nghị định 118/2025/NĐ-CP; tỉnh không quy định riêng nên áp dụng quy định quốc gia).',
      'Tính thứ Hai 09/03: 4 giờ 30 phút buổi sáng, nghỉ trưa 12:00–13:30, 3 giờ 30 phút buổi chiều; bỏ qua thứ Bảy 07/03 và Chủ nhật 08/03.',
      'Hạn chót: 17:00 thứ Hai 09/03/2026.',
    ])
  })

  test('LA19-9.1: the same in English', () => {
    expect(reasons('long-an', 'intake.decision', fridayEvening, 'en')).toEqual([
      'The dossier was submitted at 17:30 on Friday 6 March 2026, after 17:00, so it counts as received on Monday 9 March 2026 (clause 1, article 9, Decision 30/2019/QĐ-UBND).',
      'The office must reply within 8 working hours (point c, clause 2, article 17, Decree 118/2025/NĐ-CP; the province has no rule of its own, so the national one applies).',
      'Counted: Monday 9 March: 4 hours 30 minutes in the morning, lunch break 12:00–13:30, 3 hours 30 minutes in the afternoon; left out: Saturday 7 March and Sunday 8 March.',
      'Deadline: 17:00 on Monday 9 March 2026.',
    ])
  })

  test('LA19-9.1: the picture begins with the submission and shows the weekend that was skipped', () => {
    const { startedAt, strip } = ask(lawOf('long-an'), 'intake.decision', fridayEvening)
    expect(startedAt).toBe('2026-03-09T07:30:00+07:00')
    expect(strip?.startAt).toBe(fridayEvening.submittedAt)
    expect(strip?.days.map(({ date, kind, used }) => [date, kind, used.length])).toEqual([
      ['2026-03-06', 'working', 0],
      ['2026-03-07', 'rest', 0],
      ['2026-03-08', 'rest', 0],
      ['2026-03-09', 'working', 2],
    ])
  })

  test('PT20-9.2a: the same submission counts from the next office hour by the province’s own article', () => {
    expect(reasons('phu-tho', 'intake.decision', fridayEvening, 'vi').slice(0, 2)).toEqual([
      'Hồ sơ nộp lúc 17:30 thứ Sáu 06/03/2026, ngoài giờ hành chính, nên thời gian được tính từ giờ làm việc kế tiếp, 07:30 thứ Hai 09/03/2026 (điểm a khoản 2 Điều 9, Quyết định 31/2020/QĐ-UBND).',
      'Cơ quan phải trả lời trong 08 giờ làm việc (điểm a khoản 2 Điều 9, Quyết định 31/2020/QĐ-UBND).',
    ])
  })

  test('TQ25-19: a reference names both the article that refers and the one referred to', () => {
    const found = reasons('tuyen-quang', 'intake.decision', fridayEvening, 'vi')
    expect(found[1]).toBe(
      'Cơ quan phải trả lời trong 08 giờ làm việc (Điều 19, Quyết định 06/2025/QĐ-CTUBND, dẫn chiếu điểm c khoản 2 Điều 17, Nghị định 118/2025/NĐ-CP).',
    )
  })

  test('TQ19-12.2a: the holiday skipped is named', () => {
    const facts = { submittedAt: '2019-08-30T16:30:00+07:00' }
    expect(reasons('tuyen-quang', 'intake.decision', facts, 'vi')[2]).toBe(
      'Tính thứ Sáu 30/08: 30 phút buổi chiều; thứ Ba 03/09: 4 giờ 30 phút buổi sáng, nghỉ trưa 12:00–13:30, 3 giờ buổi chiều; bỏ qua thứ Bảy 31/08, Chủ nhật 01/09 và Quốc khánh 2/9 (02/09).',
    )
    expect(reasons('tuyen-quang', 'intake.decision', facts, 'en')[2]).toContain('National Day (2 September)')
  })

  test('a term over Tết names it once, with its days', () => {
    const facts = { acceptedAt: '2026-02-09T10:00:00+07:00', limit: { n: 15, unit: 'working-day' } }
    expect(reasons('long-an', 'processing.due', facts, 'vi')[1]).toBe(
      'Cơ quan phải giải quyết trong 15 ngày làm việc, là thời gian công bố của thủ tục (khoản 2 Điều 23, Quyết định 30/2019/QĐ-UBND).',
    )
    expect(reasons('long-an', 'processing.due', facts, 'vi')[2]).toBe(
      'Không tính ngày đầu, đếm 15 ngày làm việc từ thứ Ba 10/02 đến thứ Hai 09/03, kết thúc cuối giờ hành chính; bỏ qua 8 ngày nghỉ hằng tuần và Tết Nguyên đán (16/02–20/02).',
    )
  })

  test('a result past the announced calendar says that it is provisional', () => {
    const answer = ask(lawOf('phu-tho'), 'intake.decision', { submittedAt: '2026-12-31T17:30:00+07:00' })
    expect(answer.provisional).toBe(true)
    expect(answer.because.at(-1)).toEqual({
      vi: 'Kết quả này là tạm tính, vì lịch nghỉ lễ, tết và ngày hoán đổi mới được công bố đến hết thứ Năm 31/12/2026.',
      en: 'This is provisional: public holidays and swapped days are announced only up to Thursday 31 December 2026.',
    })
    expect(
      ask(lawOf('phu-tho'), 'intake.decision', { submittedAt: '2026-12-30T16:00:00+07:00' }).provisional,
    ).toBe(false)
  })

  test('silence is said too', () => {
    expect(reasons('phu-tho', 'notify.acceptance', { asOf: '2026-01-05T09:00:00+07:00' }, 'vi')).toEqual([
      'Quy chế của tỉnh và quy định quốc gia đang có hiệu lực không quy định về «thông báo tiếp nhận hồ sơ».',
    ])
  })

  test('channels are said in words with their article', () => {
    const facts = { level: '4', asOf: '2026-01-05T09:00:00+07:00' }
    expect(reasons('long-an', 'payment.channels', facts, 'vi')).toEqual([
      'Kênh thanh toán: bộ phận một cửa, trực tuyến và bưu chính công ích (điểm b khoản 2 Điều 8, Quyết định 30/2019/QĐ-UBND).',
    ])
  })
})

test('every sentence of every worked question is there in both languages and ends as a sentence', () => {
  const asOf = '2026-03-02T09:00:00+07:00'
  const conditions = Object.entries(dimensions).map(([name, values]) => [name, values.at(-1)])
  const all = {
    ...Object.fromEntries(conditions),
    level: '4',
    asOf,
    limit: { n: 10, unit: 'working-day' },
  }
  const counts = Object.fromEntries(Object.keys(numbers).map((name) => [name, 1]))
  const facts = { ...all, ...counts, ...Object.fromEntries(instantFacts.map((name) => [name, asOf])) }
  for (const province of ['tuyen-quang', 'long-an', 'ha-nam', 'phu-tho'] as const) {
    const bound = lawOf(province)
    for (const question of bound.program.dispatch.questions.keys()) {
      for (const { vi, en } of ask(bound, question, facts).because) {
        expect(vi).toMatch(/^\p{Lu}.*\.$/u)
        expect(en).toMatch(/^\p{Lu}.*\.$/u)
        expect(`${vi}${en}`).not.toMatch(/undefined|null|\[object/)
      }
    }
  }
})

describe('a tenant’s own closure', () => {
  const bound = bindCalendar(programOf(filesOf('long-an')), {
    ...demonstrationHours,
    closures: [
      {
        date: '2026-03-09',
        name: { vi: 'ngày truyền thống của tỉnh', en: 'the province’s day' },
        source: '12/QĐ-UBND',
      },
    ],
  })
  const answer = ask(bound, 'intake.decision', { submittedAt: '2026-03-06T16:00:00+07:00' })

  test('is not counted and is named', () => {
    expect(answer.answer).toBe('2026-03-10T16:00:00+07:00')
    expect(answer.because[2]!.vi).toContain('ngày truyền thống của tỉnh (09/03)')
    expect(answer.because[2]!.en).toContain('the province’s day (9 March)')
  })

  test('is in the picture, in both languages, with the hours the clock used', () => {
    expect(answer.strip).toMatchObject({
      startAt: '2026-03-06T16:00:00+07:00',
      dueAt: '2026-03-10T16:00:00+07:00',
      days: [
        { date: '2026-03-06', kind: 'working', used: [{ from: '16:00', to: '17:00' }] },
        { date: '2026-03-07', kind: 'rest', used: [] },
        { date: '2026-03-08', kind: 'rest', used: [] },
        {
          date: '2026-03-09',
          kind: 'closure',
          name: 'ngày truyền thống của tỉnh',
          nameEn: 'the province’s day',
          used: [],
        },
        {
          date: '2026-03-10',
          kind: 'working',
          used: [
            { from: '07:30', to: '12:00' },
            { from: '13:30', to: '16:00' },
          ],
        },
      ],
    })
  })
})

import { describe, expect, test } from 'vitest'
import { type Answer, ask, bindCalendar } from '../src/index.ts'
import { demonstrationHours, nationalFiles, programOf, regulation } from './law.ts'

/** What a rule of a made-up province answers. */
function answer(rules: string, question: string, facts: Record<string, unknown>): Answer {
  const law = bindCalendar(programOf([...nationalFiles, regulation(rules)]), demonstrationHours)
  return ask(law, question, facts)
}

const told = (found: Answer) => found.because.map(({ vi, en }) => [vi, en])
const at = (text: string) => `${text}:00+07:00`
const limit = { n: 5, unit: 'working-day' }

describe('a deadline is told in both languages, with what bounded it', () => {
  test('in clock hours: office hours or not, and the picture fills the night', () => {
    const found = answer(
      `quy tắc báo cán bộ có hồ sơ mới
  căn cứ khoản 2 Điều 17
  trong 02 giờ đồng hồ kể từ khi nộp`,
      'intake.alert',
      { submittedAt: at('2026-03-06T23:00') },
    )
    expect(told(found)).toEqual([
      [
        'Hồ sơ nộp lúc 23:00 thứ Sáu 06/03/2026.',
        'The dossier was submitted at 23:00 on Friday 6 March 2026.',
      ],
      [
        'Cán bộ phải được báo trong 02 giờ đồng hồ (khoản 2 Điều 17, Quyết định 1/2020/QĐ-UBND).',
        'The officer must be alerted within 2 clock hours (clause 2, article 17, Decision 1/2020/QĐ-UBND).',
      ],
      [
        'Tính theo giờ đồng hồ, kể cả ngoài giờ hành chính, từ 23:00 thứ Sáu 06/03/2026 đến 01:00 thứ Bảy 07/03/2026.',
        'Counted by the clock, office hours or not, from 23:00 on Friday 6 March 2026 to 01:00 on Saturday 7 March 2026.',
      ],
      ['Hạn chót: 01:00 thứ Bảy 07/03/2026.', 'Deadline: 01:00 on Saturday 7 March 2026.'],
    ])
    expect(found.strip!.days.map(({ used }) => used)).toEqual([
      [{ from: '23:00', to: '24:00' }],
      [{ from: '00:00', to: '01:00' }],
    ])
  })

  test('in terms of two units: where each of them ended', () => {
    const found = answer(
      `quy tắc thẩm định dịch vụ công trực tuyến
  căn cứ Điều 11
  trong 10 ngày lịch rồi 04 giờ làm việc kể từ khi nhận đăng ký`,
      'service.appraisal',
      { registrationReceivedAt: at('2026-03-06T09:00') },
    )
    expect(told(found)[1]).toEqual([
      'Thời hạn gồm 10 ngày (kể cả ngày nghỉ) (đến 17:00 thứ Hai 16/03/2026), rồi 04 giờ làm việc (đến 11:30 thứ Ba 17/03/2026) (Điều 11, Quyết định 1/2020/QĐ-UBND).',
      'The time is 10 calendar days (to 17:00 on Monday 16 March 2026), then 4 working hours (to 11:30 on Tuesday 17 March 2026) (article 11, Decision 1/2020/QĐ-UBND).',
    ])
  })

  test('ND118-18.2: past the cut-off, with the opening it is due at', () => {
    const rules = `quy tắc chuyển hồ sơ cho cơ quan giải quyết
  căn cứ khoản 2 Điều 18
  trong ngày tiếp nhận
  sau 15:00 chuyển sang đầu giờ ngày làm việc kế tiếp`
    const late = answer(rules, 'transfer.due', { acceptedAt: at('2026-03-06T15:30') })
    expect(told(late)).toEqual([
      [
        'Hồ sơ được tiếp nhận lúc 15:30 thứ Sáu 06/03/2026, sau 15:00, nên chuyển sang 07:30 thứ Hai 09/03/2026 (khoản 2 Điều 18, Quyết định 1/2020/QĐ-UBND).',
        'The dossier was accepted at 15:30 on Friday 6 March 2026, after 15:00, and moves to 07:30 on Monday 9 March 2026 (clause 2, article 18, Decision 1/2020/QĐ-UBND).',
      ],
      [
        'Việc này phải làm vào đầu giờ ngày làm việc kế tiếp (khoản 2 Điều 18, Quyết định 1/2020/QĐ-UBND).',
        'It must be done at the opening of the next working day (clause 2, article 18, Decision 1/2020/QĐ-UBND).',
      ],
      ['Hạn chót: 07:30 thứ Hai 09/03/2026.', 'Deadline: 07:30 on Monday 9 March 2026.'],
    ])
    const early = answer(rules, 'transfer.due', { acceptedAt: at('2026-03-06T15:00') })
    expect(told(early)[1]![1]).toBe(
      'It must be done within that working day (clause 2, article 18, Decision 1/2020/QĐ-UBND).',
    )
    expect(early.strip!.days.map(({ used }) => used)).toEqual([[{ from: '15:00', to: '17:00' }]])
  })

  test('from the very minute of the cut-off where the rule says so', () => {
    const found = answer(
      `quy tắc ngày nhận hồ sơ nộp trực tuyến
  căn cứ Điều 9
  vào ngày nộp
  từ lúc 17:00 tính từ ngày làm việc kế tiếp`,
      'intake.receiptDay',
      { submittedAt: at('2026-03-05T17:00') },
    )
    expect(told(found)).toEqual([
      [
        'Hồ sơ nộp lúc 17:00 thứ Năm 05/03/2026, từ 17:00 trở đi, nên được tính là nhận vào thứ Sáu 06/03/2026 (Điều 9, Quyết định 1/2020/QĐ-UBND).',
        'The dossier was submitted at 17:00 on Thursday 5 March 2026, at or after 17:00, so it counts as received on Friday 6 March 2026 (article 9, Decision 1/2020/QĐ-UBND).',
      ],
    ])
  })

  test('under a total that was reached: what the total cut off', () => {
    const found = answer(
      `quy tắc ngày hẹn lại muộn nhất
  căn cứ Điều 25
  trong 30 ngày làm việc kể từ khi hết hạn
  căn cứ Điều 26
  tổng cộng không quá 20 ngày làm việc kể từ khi tiếp nhận`,
      'extension.latest',
      { dueAt: at('2026-03-06T17:00'), acceptedAt: at('2026-03-02T09:00'), limit },
    )
    expect(found.answer).toBe('2026-03-30T17:00:00+07:00')
    expect(told(found)[2]).toEqual([
      'Hồ sơ được tiếp nhận lúc 09:00 thứ Hai 02/03/2026; tổng cộng không quá 20 ngày làm việc từ đó, tức là đến 17:00 thứ Hai 30/03/2026, nên không tính đến 17:00 thứ Sáu 17/04/2026 (Điều 26, Quyết định 1/2020/QĐ-UBND).',
      'The dossier was accepted at 09:00 on Monday 2 March 2026; in total it takes at most 20 working days from then, to 17:00 on Monday 30 March 2026, so it does not last to 17:00 on Friday 17 April 2026 (article 26, Decision 1/2020/QĐ-UBND).',
    ])
    expect(found.basis.map(({ article }) => article)).toEqual(['25', '26'])
  })

  test('ND118-19.5: a time given to the applicant, with what becomes of the dossier', () => {
    const found = answer(
      `quy tắc thời gian chờ bổ sung hồ sơ
  căn cứ khoản 5 Điều 19
  trong 15 ngày lịch kể từ khi gửi yêu cầu bổ sung
  hết thời hạn này thì đóng hồ sơ`,
      'supplement.window',
      { noticedAt: at('2026-03-02T09:00') },
    )
    expect([found.answer, found.atEnd]).toEqual(['2026-03-17T17:00:00+07:00', 'close'])
    expect(told(found).at(-1)).toEqual([
      'Hết thời hạn này mà người nộp chưa thực hiện thì hồ sơ được đóng (khoản 5 Điều 19, Quyết định 1/2020/QĐ-UBND).',
      'If the applicant has not acted by then, the dossier is closed (clause 5, article 19, Decision 1/2020/QĐ-UBND).',
    ])
  })

  test('AMB-36: one that falls into an outage, with where it went and why', () => {
    const rules = `quy tắc thời hạn giải quyết hồ sơ
  căn cứ Điều 12
  không vượt quá thời gian công bố của thủ tục kể từ khi tiếp nhận`
    const outages = [{ from: at('2026-03-09T08:00'), to: at('2026-03-10T09:00') }]
    const facts = { acceptedAt: at('2026-03-02T09:00'), limit, outages }
    const silent = answer(rules, 'processing.due', facts)
    expect(silent.answer).toBe('2026-03-09T17:00:00+07:00')
    expect(told(silent)[2]![1]).toMatch(/^The System was out .*, but no rule stops the clock/)
    const shift = `\nquy tắc dời hạn do sự cố
  căn cứ Điều 11
  trong 04 giờ làm việc kể từ khi khắc phục xong sự cố`
    const moved = answer(rules + shift, 'processing.due', facts)
    expect(moved.answer).toBe('2026-03-10T14:30:00+07:00')
    expect(told(moved).slice(2, 4)).toEqual([
      [
        'Hệ thống gặp sự cố từ 08:00 thứ Hai 09/03/2026 đến 09:00 thứ Ba 10/03/2026, và chỉ thời hạn kết thúc trong lúc đó mới được dời.',
        'The System was out from 08:00 on Monday 9 March 2026 to 09:00 on Tuesday 10 March 2026, and only a deadline that falls into it moves.',
      ],
      [
        'Hệ thống gặp sự cố từ 08:00 thứ Hai 09/03/2026 đến 09:00 thứ Ba 10/03/2026; hạn 17:00 thứ Hai 09/03/2026 rơi vào lúc đó nên được dời đến 14:30 thứ Ba 10/03/2026 (Điều 11, Quyết định 1/2020/QĐ-UBND).',
        'The System was out from 08:00 on Monday 9 March 2026 to 09:00 on Tuesday 10 March 2026; the deadline at 17:00 on Monday 9 March 2026 falls into it and moves to 14:30 on Tuesday 10 March 2026 (article 11, Decision 1/2020/QĐ-UBND).',
      ],
    ])
  })

  test('reminders are told with their first recurrence', () => {
    const found = answer(
      `quy tắc nhắc việc trước hạn giải quyết
  căn cứ Điều 16
  nhắc trước hạn 02 ngày làm việc
  nhắc lại mỗi 01 ngày làm việc kể từ khi hết hạn cho đến khi có kết quả`,
      'processing.reminders',
      { dueAt: at('2026-03-05T17:00'), resultAt: at('2026-03-09T10:00') },
    )
    expect(found.answer).toEqual({
      at: ['2026-03-03T17:00:00+07:00'],
      again: {
        ...{ n: 1, unit: 'working-day', from: '2026-03-05T17:00:00+07:00', until: 'resultAt' },
        at: ['2026-03-06T17:00:00+07:00'],
      },
    })
    expect(told(found)).toEqual([
      [
        'Nhắc việc trước hạn giải quyết: nhắc vào 17:00 thứ Ba 03/03/2026; nhắc lại mỗi 01 ngày làm việc, lần đầu 17:00 thứ Sáu 06/03/2026 (Điều 16, Quyết định 1/2020/QĐ-UBND).',
        'Reminders before the due time: remind at 17:00 on Tuesday 3 March 2026; again every 1 working day, first at 17:00 on Friday 6 March 2026 (article 16, Decision 1/2020/QĐ-UBND).',
      ],
    ])
  })

  test('an extension that is agreed is told with its most', () => {
    const found = answer(
      `quy tắc mức hẹn lại tối đa
  căn cứ Điều 25
  theo thỏa thuận của hai bên, tối đa 10 ngày làm việc`,
      'extension.most',
      { asOf: at('2026-03-02T09:00'), limit },
    )
    expect(found.answer).toEqual({ n: 10, unit: 'working-day', by: 'agreement' })
    expect(told(found)).toEqual([
      [
        'Mức hẹn lại tối đa: theo thỏa thuận, tối đa 10 ngày làm việc (Điều 25, Quyết định 1/2020/QĐ-UBND).',
        'Longest extension: as agreed, up to 10 working days (article 25, Decision 1/2020/QĐ-UBND).',
      ],
    ])
  })
})

describe('AMB-42: office hours', () => {
  const rules = `quy tắc kiểm tra hồ sơ nộp trực tuyến
  căn cứ Điều 9
  trong 08 giờ làm việc kể từ khi nộp
quy tắc thời hạn giải quyết hồ sơ
  căn cứ Điều 12
  không vượt quá thời gian công bố của thủ tục kể từ khi tiếp nhận`
  const program = programOf([...nationalFiles, regulation(rules)])
  const saturday = { from: '2026-01-01', to: '2026-12-31', weekdays: [6] }
  const morning = { ...saturday, sessions: [{ from: '07:30', to: '11:30' }] }
  const intake = (law: ReturnType<typeof bindCalendar>) =>
    ask(law, 'intake.decision', { submittedAt: at('2026-03-06T15:00') })
  const processing = (law: ReturnType<typeof bindCalendar>) =>
    ask(law, 'processing.due', { acceptedAt: at('2026-03-06T15:00'), limit: { n: 1, unit: 'working-day' } })

  test('of intake may differ from those of processing, and only questions of intake go by them', () => {
    const law = bindCalendar(program, { ...demonstrationHours, intake: { segments: [morning] } })
    expect(intake(law).answer).toBe('2026-03-09T09:30:00+07:00')
    expect(intake(law).strip!.days.map(({ used }) => used.length)).toEqual([1, 1, 0, 1])
    expect(processing(law).answer).toBe('2026-03-09T17:00:00+07:00')
    expect(intake(bindCalendar(program, demonstrationHours)).answer).toBe('2026-03-09T15:00:00+07:00')
  })

  test('of a Saturday may belong to some fields of business alone', () => {
    const hours = { ...demonstrationHours, segments: [{ ...morning, fields: ['land'] }] }
    expect(processing(bindCalendar(program, hours, 'land')).answer).toBe('2026-03-07T11:30:00+07:00')
    expect(processing(bindCalendar(program, hours, 'justice')).answer).toBe('2026-03-09T17:00:00+07:00')
    expect(processing(bindCalendar(program, hours)).answer).toBe('2026-03-09T17:00:00+07:00')
  })
})

test('TQ25-25.1: who apologises follows from whose fault the delay is', () => {
  const rules = `quy tắc người ký văn bản xin lỗi
  căn cứ khoản 1 Điều 25
  khi bên gây chậm là cơ quan tiếp nhận hồ sơ
  được xác định là người đứng đầu cơ quan tiếp nhận
  khi không bên gây chậm là cơ quan tiếp nhận hồ sơ
  được xác định là người đứng đầu cơ quan giải quyết`
  const signer = (fault: string) =>
    answer(rules, 'apology.by', { asOf: at('2026-03-02T09:00'), fault, split: false }).answer
  expect([signer('receiving-body'), signer('agency')]).toEqual(['receiving-head', 'settling-head'])
})

import { describe, expect, test } from 'vitest'
import { ask, bindCalendar, compile } from '../src/index.ts'
import { demonstrationHours, lawOf, regulation } from './law.ts'

const tuyenQuang = lawOf('tuyen-quang')

describe('AMB-17: one dossier touched by two regulations', () => {
  test('V-30: an intake clock opened before the new regulation keeps the rule that opened it', () => {
    const answer = ask(tuyenQuang, 'intake.decision', { submittedAt: '2025-12-12T17:30:00+07:00' })
    expect(answer).toMatchObject({
      answer: '2025-12-15T17:00:00+07:00',
      startedAt: '2025-12-15T07:30:00+07:00',
      path: 'answered',
      binds: 'submission',
      basis: [{ regulation: '246/QĐ-UBND', article: '12', clause: '2', point: 'a' }],
    })
  })

  test('V-30: accepted under the new regulation, the same dossier is processed under it', () => {
    const limit = { n: 5, unit: 'working-day' }
    const answer = ask(tuyenQuang, 'processing.due', { acceptedAt: '2025-12-15T10:00:00+07:00', limit })
    expect(answer.path).toBe('delegated')
    expect(answer.basis).toEqual([
      { regulation: '06/2025/QĐ-CTUBND', article: '19' },
      { regulation: '118/2025/NĐ-CP', article: '17', clause: '3' },
    ])
  })

  test('V-31a: a processing clock opened before the new regulation keeps its date', () => {
    const limit = { n: 10, unit: 'working-day' }
    const answer = ask(tuyenQuang, 'processing.due', { acceptedAt: '2025-12-05T10:00:00+07:00', limit })
    expect(answer.answer).toBe('2025-12-19T17:00:00+07:00')
    expect(answer.basis[0]!.regulation).toBe('246/QĐ-UBND')
  })

  test('V-31b: an act on an old dossier follows the rule in force when it is done', () => {
    const dueAt = '2025-12-19T17:00:00+07:00'
    const before = ask(tuyenQuang, 'apology.notice', { dueAt, asOf: '2025-12-14T23:59:59+07:00' })
    const after = ask(tuyenQuang, 'apology.notice', { dueAt, asOf: '2025-12-15T00:00:00+07:00' })
    expect(before).toMatchObject({ path: 'inherited', basis: [{ regulation: '118/2025/NĐ-CP' }] })
    expect(after).toMatchObject({ answer: '2025-12-18T17:00:00+07:00', path: 'answered' })
  })

  test('the last second of the old regulation and the first of the new one are told apart', () => {
    const via = (asOf: string) => ask(tuyenQuang, 'filing.via', { asOf }).answer
    expect(via('2025-12-14T23:59:59+07:00')).toBe('portal')
    expect(via('2025-12-15T00:00:00+07:00')).toBe('national-portal')
    expect(via('2025-12-14T17:00:00Z')).toBe('national-portal')
  })

  test('a rule may say that it binds at another moment than its question usually does', () => {
    const hours = (n: string, binds = '') => `quy tắc kích hoạt tài khoản
      căn cứ Điều 5
      ${binds}
      muộn hơn giữa thời điểm được đề nghị và nhận đề nghị + ${n} giờ làm việc`
    const old = regulation(hours('08'), 'hết hiệu lực từ 01/01/2021')
    const successor = (binds?: string) => ({
      path: 'moi.quyche',
      text: regulation(hours('80', binds), 'thay thế "1/2020/QĐ-UBND"')
        .text.replace('"1/2020/QĐ-UBND" của', '"2/2021/QĐ-UBND" của')
        .replace('01/01/2020', '01/01/2021'),
    })
    const facts = {
      requestReceivedAt: '2020-12-30T09:00:00+07:00',
      requestedAt: '2021-01-05T09:00:00+07:00',
    }
    const governing = (binds?: string) => {
      const { program } = compile([old, successor(binds)])
      return ask(bindCalendar(program!, demonstrationHours), 'account.activate', facts).basis[0]!.regulation
    }
    expect(governing()).toBe('1/2020/QĐ-UBND')
    expect(governing('áp dụng theo thời điểm thực hiện')).toBe('2/2021/QĐ-UBND')
  })
})

describe('AMB-05f: a cut-off of the receipt day and an hour limit together', () => {
  const both = `quy tắc ngày nhận hồ sơ nộp trực tuyến
    căn cứ khoản 1 Điều 9
    vào ngày nộp
    sau 17:00 tính từ ngày làm việc kế tiếp
    quy tắc kiểm tra hồ sơ nộp trực tuyến
    căn cứ khoản 2 Điều 9
    trong 04 giờ làm việc kể từ khi nộp`
  const { program } = compile([regulation(both)])
  const closesAtHalfPastFour = {
    ...demonstrationHours,
    sessions: [
      { from: '07:30', to: '11:30' },
      { from: '13:00', to: '16:30' },
    ],
  }
  const bound = bindCalendar(program!, closesAtHalfPastFour)

  test('a filing after closing and before the cut-off is received today and its clock starts at the next opening', () => {
    const submittedAt = '2020-03-02T16:45:00+07:00'
    expect(ask(bound, 'intake.receiptDay', { submittedAt }).answer).toBe('2020-03-02')
    expect(ask(bound, 'intake.decision', { submittedAt })).toMatchObject({
      startedAt: '2020-03-03T07:30:00+07:00',
      answer: '2020-03-03T11:30:00+07:00',
    })
  })

  test('a filing after the cut-off is received on the next working day and its clock starts at that opening', () => {
    const submittedAt = '2020-03-06T17:00:01+07:00'
    expect(ask(bound, 'intake.receiptDay', { submittedAt }).answer).toBe('2020-03-09')
    expect(ask(bound, 'intake.decision', { submittedAt })).toMatchObject({
      startedAt: '2020-03-09T07:30:00+07:00',
      answer: '2020-03-09T11:30:00+07:00',
    })
  })

  test('the cut-off may fall within office hours: the rest of that day is not counted', () => {
    const late = { ...demonstrationHours, sessions: [{ from: '08:00', to: '20:00' }] }
    const answer = ask(bindCalendar(program!, late), 'intake.decision', {
      submittedAt: '2020-03-02T18:00:00+07:00',
    })
    expect(answer.answer).toBe('2020-03-03T12:00:00+07:00')
  })
})

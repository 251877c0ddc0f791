import { describe, expect, test } from 'vitest'
import { type Diagnostic, compile, runExamples } from '../src/index.ts'
import { allFiles, filesOf, nationalFiles } from './law.ts'

const hours = 'ví dụ theo giờ hành chính thứ Hai đến thứ Sáu, 07:30-12:00, 13:30-17:00'
const counting =
  'cách tính ngày không tính ngày đầu, kết thúc cuối giờ hành chính, gặp ngày nghỉ dồn sang ngày làm việc kế tiếp'

/** A text as it stands, without a reading: the heading of its regulation and one rule. */
function asItStands(effective: string, rule: string, without = '') {
  const heading = [
    'quy chế "1/QĐ-UBND" của "Thử"',
    'tên "Quy chế thử" / "A regulation to try things with"',
    `có hiệu lực ${effective}`,
    counting,
    hours,
  ]
  const file = {
    path: 'thu.quyche',
    text: `${heading.filter((line) => line !== without).join('\n')}\n${rule}\n`,
  }
  const { diagnostics, information } = compile([...nationalFiles, file])
  const own = (found: readonly Diagnostic[]) => found.filter(({ span }) => span.path === file.path)
  return { file, found: own(diagnostics), information: own(information) }
}

const said = (found: Diagnostic | undefined) =>
  [found!.message.vi, ...found!.notes!.map(({ vi }) => vi)].join('\n')
const recorded = (file: string, question: string, reading: string): boolean => {
  const { text } = allFiles.find(({ path }) => path.endsWith(file))!
  const rule = text.split(/\n(?=quy tắc )/).filter((part) => part.startsWith(`quy tắc ${question}\n`))
  return rule.length > 0 && rule.every((part) => part.includes(`cách hiểu ${reading}`))
}

describe('the drafting defects of the texts are found in a faithful writing', () => {
  test('LA19-9.1: the day after a Friday evening is a Saturday, which has no office hours', () => {
    const { found } = asItStands(
      '01/08/2019',
      `quy tắc ngày nhận hồ sơ nộp trực tuyến
  căn cứ khoản 1 Điều 9
  vào ngày nộp
  sau 17:00 tính từ ngày hôm sau`,
    )
    expect(found.map(({ code }) => code)).toEqual(['E0301'])
    expect(said(found[0])).toContain('17:30 thứ Sáu 02/08/2019: ngày liền sau là thứ Bảy 03/08/2019')
    expect(recorded('long-an/30-2019.quyche', 'ngày nhận hồ sơ nộp trực tuyến', 'AMB-05')).toBe(true)
  })

  const lockAhead = `quy tắc đề nghị khóa tài khoản trước
  căn cứ điểm b khoản 1 Điều 9
  ít nhất 05 ngày lịch trước khi thời điểm được đề nghị`
  const lock = `quy tắc thực hiện khóa tài khoản
  căn cứ điểm b khoản 1 Điều 9
  trong 02 ngày làm việc kể từ khi nhận đề nghị`

  test('TQ25-9.1b: a lock asked for five days ahead is due before the time it is asked for', () => {
    const { found } = asItStands('15/12/2025', `${lockAhead}\n${lock}`)
    expect(found.map(({ code }) => code)).toEqual(['E0701'])
    const [, received, asked, due] = /đề nghị (.+) cho thời điểm (.+); việc phải xong chậm nhất (.+)/.exec(
      found[0]!.notes![0]!.vi,
    )!
    const day = (text: string) => text.split(' ').at(-1)!.split('/').toReversed().join('-')
    expect(day(received!) < day(due!)).toBe(true)
    expect(day(due!) < day(asked!)).toBe(true)
    expect(found[0]!.related).toHaveLength(1)
  })

  test('TQ25-9.1b: where the two working days are long enough, both can be met', () => {
    expect(asItStands('15/12/2025', `${lockAhead}\n${lock.replace('02', '10')}`).found).toEqual([])
  })

  test('TQ25-9.1b: the reading that resolves it makes it information', () => {
    const read = lock.replace('  trong', '  cách hiểu AMB-23\n  trong')
    const { found, information } = asItStands('15/12/2025', `${lockAhead}\n${read}`)
    expect(found).toEqual([])
    expect(information.map(({ code }) => code)).toContain('I0701')
    const { diagnostics, information: real } = compile(filesOf('tuyen-quang'))
    expect(diagnostics.filter(({ code }) => code.endsWith('0701'))).toEqual([])
    expect(real.filter(({ code }) => code === 'I0701').map(({ notes }) => notes![0]!.vi)).toEqual([
      expect.stringContaining('cách hiểu AMB-23'),
    ])
  })

  const apology = `quy tắc thông báo xin lỗi
  căn cứ điểm a khoản 2 Điều 25
  ít nhất 01 ngày làm việc trước khi hết hạn`

  test('TQ25-25.2a: a procedure of eight working hours is over before its apology is due', () => {
    const { found, file } = asItStands('15/12/2025', apology)
    expect(found.map(({ code }) => code)).toEqual(['E0702'])
    expect(said(found[0])).toContain(
      'thủ tục 08 giờ làm việc tiếp nhận 07:30 thứ Năm 15/01/2026, hết hạn 17:00 thứ Năm 15/01/2026: phải làm chậm nhất 17:00 thứ Tư 14/01/2026',
    )
    const pasted = `${file.text.replace('  ít nhất', '  cách hiểu AMB-12\n  ít nhất')}${found[0]!.example}\n`
    const { program } = compile([...nationalFiles, { ...file, text: pasted }])
    expect(runExamples(program!, [file.path]).results.map(({ passed }) => passed)).toEqual([true])
  })

  test('TQ25-25.2a: the file records how short procedures are read', () => {
    expect(recorded('tuyen-quang/06-2025.quyche', 'thông báo xin lỗi', 'AMB-12')).toBe(true)
    const { information } = compile(filesOf('tuyen-quang'))
    expect(information.map(({ code }) => code)).toContain('I0702')
  })

  test('TQ25-25.2a.3: a third of ten days is three days or four', () => {
    const { found } = asItStands(
      '15/12/2025',
      'quy tắc mức hẹn lại tối đa\n  căn cứ điểm a khoản 2 Điều 25\n  không quá 1/3 tổng thời gian',
    )
    expect(found.map(({ code }) => code)).toEqual(['E0307'])
    expect(said(found[0])).toContain('1/3 của 10 ngày làm việc là 3.33')
    expect(found[0]!.example!.split('\n')).toHaveLength(2)
    expect(recorded('tuyen-quang/06-2025.quyche', 'mức hẹn lại tối đa', 'AMB-11')).toBe(true)
  })

  test('TQ25-9.1c: one working day after a moment ends with the office or after eight hours', () => {
    const { found } = asItStands(
      '15/12/2025',
      `quy tắc kích hoạt tài khoản
  căn cứ điểm c khoản 1 Điều 9
  muộn hơn giữa thời điểm được đề nghị và nhận đề nghị + 01 ngày làm việc`,
    )
    expect(found.map(({ code }) => code)).toEqual(['W0308'])
    expect(said(found[0])).toContain(
      'từ 10:00 thứ Hai 15/12/2025: cuối ngày → 17:00 thứ Ba 16/12/2025; đủ giờ → 10:00 thứ Ba 16/12/2025',
    )
    expect(recorded('tuyen-quang/06-2025.quyche', 'kích hoạt tài khoản', 'AMB-23')).toBe(true)
  })

  test('TQ25-9.1b: five days are working days or days of the calendar, counted back from the time asked for', () => {
    const { found } = asItStands('15/12/2025', lockAhead.replace('05 ngày lịch', '05 ngày'))
    expect(found.map(({ code }) => code)).toEqual(['E0301'])
    expect(found[0]!.notes!.map(({ vi }) => vi)).toEqual([
      'trước 09:00 thứ Hai 15/12/2025: 5 ngày làm việc → 17:00 thứ Hai 08/12/2025',
      'trước 09:00 thứ Hai 15/12/2025: 5 ngày lịch → 17:00 thứ Tư 10/12/2025',
    ])
  })

  test('whether the first day counts must be said, and every file of a province says it with its reading', () => {
    const { found } = asItStands('15/12/2025', lock, counting)
    expect(found.map(({ code }) => code)).toEqual(['E0310'])
    for (const { path, text } of allFiles.filter((file) => /^quy chế /m.test(file.text))) {
      expect([path, text.includes('cách hiểu AMB-03')]).toEqual([path, true])
    }
  })
})

describe('a clause that moves the start of a clock', () => {
  const outside = '\n  ngoài giờ hành chính tính từ giờ làm việc kế tiếp'
  const question = (term: string) => `quy tắc trả lời câu hỏi
  căn cứ điểm b khoản 2 Điều 15${outside}
  ${term} kể từ khi nhận câu hỏi`

  test('changes nothing where hours are counted, at any minute', () => {
    const { information } = asItStands('09/07/2019', question('trong 02 giờ làm việc'))
    expect(information.map(({ code }) => code)).toEqual(['I0403'])
  })

  test('TQ19-15.2a.4: moves an answer in days by a day for what comes in on a Friday evening', () => {
    const { information, file } = asItStands('09/07/2019', question('trong 03 ngày làm việc'))
    expect(information.map(({ code }) => code)).toEqual(['I0406'])
    const pasted = `${file.text}${information[0]!.example}\nví dụ "tối thứ Sáu": cho nhận câu hỏi lúc 2019-07-12T18:00 thì trả lời câu hỏi là 2019-07-18T17:00\n`
    const { program } = compile([...nationalFiles, { ...file, text: pasted }])
    expect(runExamples(program!, [file.path]).results.map(({ passed }) => passed)).toEqual([true, true])
    const bare = compile([...nationalFiles, { ...file, text: pasted.replace(outside, '') }])
    const { results } = runExamples(bare.program!, [file.path])
    expect(results.map(({ found }) => found)).toEqual([expect.any(String), '2019-07-17T17:00:00+07:00'])
    expect(results.every(({ passed }) => !passed)).toBe(true)
  })
})

describe('the end of the calendar', () => {
  const calendar = nationalFiles.find(({ path }) => path.includes('nien-lich'))!
  const others = nationalFiles.filter((file) => file !== calendar)
  const rule = `quy tắc trả lời câu hỏi\n  căn cứ Điều 15\n  trong 15 ngày làm việc kể từ khi nhận câu hỏi`
  const file = (effective: string) => ({
    path: 'thu.quyche',
    text: `quy chế "1/QĐ-UBND" của "Thử"\ntên "Thử" / "Trial"\ncó hiệu lực ${effective}\n${counting}\n${hours}\n${rule}\n`,
  })

  test('says from when on answers are provisional, with the first date of each question', () => {
    const { information, diagnostics } = compile([...nationalFiles, file('01/08/2019')])
    expect(diagnostics.filter(({ code }) => code === 'W1101')).toEqual([])
    const [found] = information.filter(({ code }) => code === 'I1101')
    expect(found!.notes!.map(({ vi }) => vi)).toContain(
      'trả lời câu hỏi: Câu hỏi nhận được lúc 00:00 thứ Sáu 11/12/2026 → 17:00 thứ Hai 04/01/2027',
    )
  })

  test('is a warning where a regulation takes effect after it', () => {
    const short = { ...calendar, text: calendar.text.replace('biết đến 31/12/2026', 'biết đến 31/12/2019') }
    const { diagnostics } = compile([...others, short, file('01/08/2020')])
    expect(diagnostics.filter(({ code }) => code === 'W1101')).toHaveLength(1)
  })
})

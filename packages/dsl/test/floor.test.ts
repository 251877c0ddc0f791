import { describe, expect, test } from 'vitest'
import { kindWords } from '../src/check/rules.ts'
import { byKind, directionOf, directionWords, exceptions } from '../src/check/floor/direction.ts'
import { type Diagnostic, certificateOf, compile, questions, runExamples } from '../src/index.ts'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { filesOf, nationalFiles, provinces, read, regulation } from './law.ts'

const hours = 'ví dụ theo giờ hành chính thứ Hai đến thứ Sáu, 07:30-12:00, 13:30-17:00'
const shortDays = 'ví dụ theo giờ hành chính thứ Hai đến thứ Sáu, 08:00-12:00, 13:30-17:00'

/** What is said of a rule of a province that complies with Decree 118/2025, and of nothing else. */
function told(rule: string, header = `tuân thủ ND118_2025\n${hours}`) {
  const file = regulation(rule, header)
  const result = compile([...nationalFiles, file])
  const own = (found: readonly Diagnostic[]) => found.filter(({ span }) => span.path === file.path)
  return { ...result, file, found: own(result.diagnostics), information: own(result.information) }
}

const intake = (term: string, more = '') => `quy tắc kiểm tra hồ sơ nộp trực tuyến
  căn cứ Điều 2${more}
  khi hình thức nộp là trực tuyến
  ${term} kể từ khi nộp
  trường hợp khác không quy định`

describe('a province keeps to the nation', () => {
  test('ND118/2025-17.2c: an intake limit of ten working hours is laxer, and eight are offered', () => {
    const { found, proofs, program } = told(intake('trong 10 giờ làm việc'))
    expect(found.map(({ code }) => code)).toEqual(['E0601'])
    expect(program).toBeUndefined()
    expect(found[0]!.fixes!.map(({ text }) => text)).toEqual(['08 giờ làm việc'])
    const proof = proofs.find(({ question }) => question === 'intake.decision')!
    expect(proof).toMatchObject({ verdict: 'laxer', cells: 1, floor: '118/2025/NĐ-CP' })
    expect(proof.minutes).toBeGreaterThan(1_800_000)
  })

  test('ND118/2025-17.2c: one working day is neither stricter nor laxer than eight hours where a day is shorter', () => {
    const { found } = told(intake('trong 01 ngày làm việc'), `tuân thủ ND118_2025\n${shortDays}`)
    expect(found.map(({ code }) => code)).toEqual(['E0602'])
    expect(found[0]!.notes!.map(({ vi }) => vi.split(':')[0])).toEqual([
      expect.stringMatching(/^muộn hơn trên 4\d,\d % số phút, nặng nhất$/),
      expect.stringMatching(/^sớm hơn trên 5\d,\d % số phút, nặng nhất$/),
      'viết an toàn',
    ])
  })

  test('seven working hours, or eight counted from the next office hour, keep to eight', () => {
    expect(told(intake('trong 07 giờ làm việc')).found).toEqual([])
    const shifted = intake('trong 08 giờ làm việc', '\n  ngoài giờ hành chính tính từ giờ làm việc kế tiếp')
    const { found, proofs } = told(shifted)
    expect(found).toEqual([])
    expect(proofs.find(({ question }) => question === 'intake.decision')).toMatchObject({ verdict: 'kept' })
  })

  test('a daily cut-off before the office closes makes eight hours laxer than the nation', () => {
    const { found } = told(intake('trong 08 giờ làm việc', '\n  sau 16:00 tính từ ngày làm việc kế tiếp'))
    expect(found.map(({ code }) => code)).toEqual(['E0601'])
    expect(found[0]!.fixes!.map(({ text }) => text)).toEqual(['07 giờ làm việc'])
  })

  test('LA19-9.1: a rule of the day of receipt alone moves the deadline that the nation sets', () => {
    const receipt = (cutoff: string) => `quy tắc ngày nhận hồ sơ nộp trực tuyến
  căn cứ khoản 1 Điều 9
  vào ngày nộp
  sau ${cutoff} tính từ ngày làm việc kế tiếp`
    expect(told(receipt('17:00')).found).toEqual([])
    expect(told(receipt('15:00')).found.map(({ code }) => code)).toEqual(['E0601'])
  })

  test('ND118/2025-19.5: time given to the citizen may be longer and never shorter', () => {
    const window = (n: string) => `quy tắc thời gian chờ bổ sung hồ sơ
  căn cứ Điều 2
  trong ${n} ngày lịch kể từ khi gửi yêu cầu bổ sung`
    expect(told(window('20')).found).toEqual([])
    expect(told(window('10')).found.map(({ code }) => code)).toEqual(['E0601'])
  })

  test('ND118/2025-19.6: a second extension is more than the nation allows', () => {
    const times = (n: string) => `quy tắc số lần hẹn lại\n  căn cứ Điều 2\n  không quá ${n}`
    expect(told(times('một lần')).found).toEqual([])
    expect(told(times('02 lần')).found.map(({ code }) => code)).toEqual(['E0601'])
  })

  test('ND118/2025-15: what the nation leaves to the citizen is left, and more may be', () => {
    const via = (set: string) => `quy tắc kênh trả kết quả\n  căn cứ Điều 2\n  qua một trong {${set}}`
    const all = 'bộ phận một cửa, bưu chính công ích, Cổng Dịch vụ công quốc gia'
    expect(told(via(`${all}, thư điện tử`)).found).toEqual([])
    const [found] = told(via('bộ phận một cửa, thư điện tử')).found
    expect(found!.code).toBe('E0601')
    expect(found!.notes!.some(({ vi }) => vi.startsWith('còn thiếu: ') && vi.includes('bưu chính'))).toBe(
      true,
    )
  })

  test('ND118/2025-15: another place of filing contradicts the nation', () => {
    const { found } = told(`quy tắc nơi nộp hồ sơ trực tuyến
  căn cứ Điều 2
  được xác định là Cổng Dịch vụ công của tỉnh`)
    expect(found.map(({ code }) => code)).toEqual(['E0603'])
  })

  test('a decree that takes the place of the one complied with is kept to as well', () => {
    const { found } = told(intake('trong 10 giờ làm việc'), `tuân thủ ND61_2018\n${hours}`)
    expect(found.map(({ code }) => code)).toEqual(['E0601'])
  })

  test('without hours in the file the proof says that it was worked in sample hours', () => {
    const { found } = told(intake('trong 10 giờ làm việc'), 'tuân thủ ND118_2025')
    expect(found[0]!.notes!.at(-1)!.vi).toContain('giờ hành chính mẫu')
  })
})

describe('a difference that is in the official text', () => {
  const laxer = intake('trong 10 giờ làm việc', '\n  khác văn bản quốc gia «lý do ghi ở đây»')

  test('is a warning that names the record', () => {
    const { found, program } = told(laxer)
    expect(found.map(({ code }) => code)).toEqual(['W0601'])
    expect(found[0]!.notes![0]!.vi).toBe('đã ghi: khác văn bản quốc gia «lý do ghi ở đây»')
    expect(program).toBeDefined()
  })

  test('may be recorded of one act alone', () => {
    const of = (symbol: string) => laxer.replace('quốc gia «', `quốc gia ${symbol} «`)
    expect(told(of('ND118_2025')).found.map(({ code }) => code)).toEqual(['W0601'])
    expect(told(of('ND61_2018')).found.map(({ code }) => code)).toContain('E0601')
  })

  test('is recorded by a reading only where the reading speaks of it', () => {
    const read = (entry: string) => laxer.replace(/khác văn bản.*/, `cách hiểu ${entry}`)
    expect(told(read('AMB-04')).found.map(({ code }) => code)).toEqual(['E0601'])
  })

  test('is superfluous where there is none', () => {
    const { found } = told(laxer.replace('10 giờ', '08 giờ'))
    expect(found.map(({ code }) => code)).toEqual(['W0604'])
  })
})

describe('the rules of the provinces', () => {
  test.each(provinces)('of %s keep to the nation or say on record why not', (province) => {
    const { diagnostics, proofs } = compile(filesOf(province))
    for (const found of diagnostics.filter(({ code }) => code.startsWith('W060'))) {
      expect(found.notes![0]!.vi).toMatch(/^đã ghi: /)
    }
    expect(proofs.filter(({ verdict }) => verdict === 'undecided').map(({ question }) => question)).toEqual(
      [],
    )
    expect(proofs.length).toBeGreaterThan(20)
  })

  test.each(provinces)(
    'of %s: what they leave to the nation is one line of information for each act',
    (province) => {
      const { information, proofs } = compile(filesOf(province))
      const silent = information.filter(({ code }) => code === 'I0604')
      expect(silent.length).toBeLessThanOrEqual(proofs.length)
      expect(new Set(silent.map(({ message }) => message.vi)).size).toBe(silent.length)
    },
  )
})

test('a certificate tells what was proven, over what, and can be signed', () => {
  const { program, proofs } = compile(filesOf('phu-tho'))
  const first = certificateOf(program!, proofs)
  expect(first).toEqual(JSON.parse(JSON.stringify(certificateOf(program!, proofs))))
  expect(first.program).toBe(program!.hash)
  const intake = first.proofs.find(
    ({ question, proves }) => proves === 'floor' && question === 'intake.decision',
  )!
  expect(intake).toMatchObject({
    act: '31/2020/QĐ-UBND',
    floor: '118/2025/NĐ-CP',
    verdict: 'kept',
    direction: 'no-later',
    from: '2025-07-01T00:00:00+07:00',
  })
  expect(intake.calendar).toMatch(/^[0-9a-f]{64}$/)
  const changed = certificateOf(program!, proofs.slice(1))
  expect(changed.hash).not.toBe(first.hash)
})

test('every question that goes another way than its kind is on the list of questions', () => {
  const keys = Object.values(exceptions).flat()
  expect(keys.filter((key) => !questions.some((one) => one.key === key))).toEqual([])
  expect(new Set(keys).size).toBe(keys.length)
  for (const one of questions) expect(directionOf(one)).toBeDefined()
  expect(questions.filter(({ kind }) => !(kind in byKind))).toEqual([])
})

test('a counter-example can be pasted as it is, and holds once the offered amount is written', () => {
  const { found, file } = told(intake('trong 10 giờ làm việc'))
  const { example, fixes } = found[0]!
  const { span, text } = fixes![0]!
  const mended = `${file.text.slice(0, span.from)}${text}${file.text.slice(span.to)}\n${example}\n`
  const { program, diagnostics } = compile([...nationalFiles, { ...file, text: mended }])
  expect(diagnostics.filter((one) => one.span.path === file.path)).toEqual([])
  expect(runExamples(program!, [file.path]).results.map(({ passed }) => passed)).toEqual([true])
})

test('docs/language.md tells a lawyer which way every question goes', () => {
  const marks = ['<!-- directions -->', '<!-- /directions -->'] as const
  const rows = Object.entries(directionWords).flatMap(([direction, { vi, en }]) => {
    const kinds = Object.keys(byKind).filter((kind) => byKind[kind as keyof typeof byKind] === direction)
    const named = questions.filter((one) => directionOf(one) === direction && !kinds.includes(one.kind))
    if (kinds.length + named.length === 0) return []
    return [
      `| ${vi} · ${en} | ${kinds.map((kind) => kindWords[kind as keyof typeof byKind].vi).join(', ')} | ${named.map(({ phrase }) => phrase.vi).join(', ')} |`,
    ]
  })
  const table = [
    '| tỉnh phải · the province must | loại · kinds | và câu hỏi · and questions |',
    '| --- | --- | --- |',
    ...rows,
  ]
  const page = read('docs/language.md')
  const [before, rest] = page.split(marks[0]) as [string, string]
  const [now, after] = rest.split(marks[1]) as [string, string]
  const bare = (text: string) => text.replace(/ +|-+/g, (run) => run[0]!).trim()
  if (process.env.UPDATE_GOLDENS === '1') {
    const path = fileURLToPath(new URL('../../../docs/language.md', import.meta.url))
    writeFileSync(path, `${before}${marks[0]}\n\n${table.join('\n')}\n\n${marks[1]}${after}`)
  } else expect(bare(now)).toBe(bare(table.join('\n')))
})

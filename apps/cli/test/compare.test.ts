import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { root, run } from './run.ts'

/** A folder outside the project, where somebody drafts a regulation. */
let desk = ''
beforeEach(() => {
  desk = mkdtempSync(path.join(tmpdir(), 'motcua-compare-'))
})
afterEach(() => rmSync(desk, { recursive: true }))

function draft(name: string, text: string): string {
  const file = path.join(desk, name)
  writeFileSync(file, text)
  return file
}

const longAn = readFileSync(path.join(root, 'rules/long-an/30-2019.quyche'), 'utf8')
const sooner = longAn.replace('trong 15 ngày làm việc', 'trong 10 ngày làm việc')
const versions = ['rules/tuyen-quang/246-2019.quyche', 'rules/tuyen-quang/06-2025.quyche'] as const

describe('rules diff', () => {
  test('LA19-13.3b: a shorter term is told with both terms, a witness date and how often it matters', async () => {
    const file = draft('sooner.quyche', sooner)
    const { code, out } = await run(['rules', 'diff', 'rules/long-an/30-2019.quyche', file])
    expect(code).toBe(0)
    expect(out).toContain('Trả lời câu hỏi: hạn của 30/2019/QĐ-UBND sớm hơn.')
    expect(out).toContain('«trong 10 ngày làm việc kể từ khi nhận câu hỏi» (điểm b khoản 3 Điều 13)')
    expect(out).toMatch(/Câu hỏi nhận được lúc .*: theo .* là 17:00 .*; theo .* là 17:00 /)
    expect(out).toMatch(/sớm hơn ở 100 %\./)
    expect(out).toMatch(/^1 điểm khác nội dung, 0 điểm chỉ khác nơi quy định; \d+ câu hỏi/m)
  })

  test('two versions of a province are compared on the last day of the one and the first of the other', async () => {
    const { out } = await run(['rules', 'diff', ...versions, '--json'])
    const { before, after, changes } = JSON.parse(out)
    expect([before.number, before.asOf]).toEqual(['246/QĐ-UBND', '2025-12-14'])
    expect([after.number, after.asOf]).toEqual(['06/2025/QĐ-CTUBND', '2025-12-15'])
    expect(changes.find((one: { question: string }) => one.question === 'apology.notice')).toMatchObject({
      way: 'source',
      before: { path: 'inherited' },
      after: { path: 'answered', basis: [{ article: '25', clause: '2', point: 'a' }] },
    })
  })

  test('two provinces are compared by their ids, in English where asked', async () => {
    const { out } = await run(['rules', 'diff', 'long-an', 'phu-tho', '--lang', 'en'])
    expect(out).toContain('Answer to questions: only 30/2019/QĐ-UBND regulates it.')
    expect(out).toContain('Answer to feedback: only 31/2020/QĐ-UBND gives an answer.')
    expect(out).toContain('the same content; only the article moves.')
  })

  test('TQ25-25.2a: one family of questions can be asked for alone', async () => {
    const { out } = await run(['rules', 'diff', ...versions, '--only', 'extension'])
    expect(out).toContain('Mức hẹn lại tối đa: chỉ 06/2025/QĐ-CTUBND có quy định.')
    expect(out).not.toContain('Trả lời câu hỏi')
    expect(await run(['rules', 'diff', ...versions, '--only', 'extensoin'])).toMatchObject({
      code: 2,
      out: '',
    })
  })

  test('a regulation and itself in the other language differ in nothing', async () => {
    const english = await run(['rules', 'format', '--stdout', '--lang', 'en', 'rules/long-an/30-2019.quyche'])
    const file = draft('english.quyche', english.out)
    const { out } = await run(['rules', 'diff', 'long-an', file, '--lang', 'en'])
    expect(out).toMatch(/0 changes of content, 0 of where it stands; \d+ questions without any\n$/)
  })

  test('what cannot be compared is refused with the reason', async () => {
    const faulty = draft('faulty.quyche', sooner.replace('sau 17:00', 'suu 17:00'))
    const refused = await run(['rules', 'diff', 'long-an', faulty, '--lang', 'en'])
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.err).toContain('faulty.quyche')
    const national = 'rules/national/nd-118-2025.quyche'
    expect(await run(['rules', 'diff', 'long-an', national, '--lang', 'en'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('no regulation of a province'),
    })
    expect(await run(['rules', 'diff', ...versions, '--at', 'mai'])).toMatchObject({ code: 2, out: '' })
  })
})

describe('rules replay', () => {
  const dossiers = [
    { code: 'H35.01', submittedAt: '2026-03-06T16:30:00+07:00' },
    { code: 'H35.02', submittedAt: '2026-03-09T09:00:00+07:00' },
    { code: 'H35.03', submittedAt: '2026-04-09T09:00:00+07:00' },
  ]
  const facts = () => draft('past.ndjson', dossiers.map((one) => `${JSON.stringify(one)}\n`).join(''))
  const earlierCutoff = () => draft('cutoff.quyche', longAn.replace('sau 17:00 tính', 'sau 16:00 tính'))
  const replay = (...args: string[]) =>
    run(['rules', 'replay', 'long-an', '--with', earlierCutoff(), '--facts', facts(), ...args])

  test('LA19-9.1: a cut-off at four moves the dossier of 16:30 a working day later, and no other', async () => {
    const { code, out } = await replay()
    expect(code).toBe(0)
    expect(out).toContain('Ngày nhận hồ sơ nộp trực tuyến: 3 hồ sơ; 2 như cũ, 1 muộn hơn.')
    expect(out).toContain('Muộn hơn nhiều nhất: H35.01, thứ Sáu 06/03/2026 → thứ Hai 09/03/2026.')
  })

  test('for machines the counts, the worst dossier and both answers are JSON', async () => {
    const found = JSON.parse((await replay('--json')).out)
    const intake = found.questions.find((one: { question: string }) => one.question === 'intake.decision')
    expect(found).toMatchObject({ tenant: 'long-an', dossiers: 3 })
    expect(intake).toMatchObject({
      asked: 3,
      same: 2,
      later: 1,
      worst: [{ code: 'H35.01', seconds: expect.any(Number) }],
    })
  })

  test('only dossiers submitted from one day to another, both included, are worked out', async () => {
    const some = JSON.parse((await replay('--json', '--from', '2026-03-09', '--to', '2026-03-09')).out)
    expect(some.dossiers).toBe(1)
  })

  test('without a regulation to try, or with a line that is no dossier, it says what is wrong', async () => {
    expect(await run(['rules', 'replay', 'long-an', '--lang', 'en'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('--with'),
    })
    const broken = draft('broken.ndjson', '{"code":"H35.01"}\n')
    expect(
      await run(['rules', 'replay', 'long-an', '--with', earlierCutoff(), '--facts', broken, '--lang', 'en']),
    ).toMatchObject({ code: 1, out: '', err: expect.stringContaining('line 1') })
  })
})

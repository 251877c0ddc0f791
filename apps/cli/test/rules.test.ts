import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { root, run } from './run.ts'

/** A folder outside the project, where somebody drafts a regulation. */
let desk = ''
beforeEach(() => {
  desk = mkdtempSync(path.join(tmpdir(), 'motcua-rules-'))
})
afterEach(() => rmSync(desk, { recursive: true }))

const longAn = readFileSync(path.join(root, 'rules/long-an/30-2019.quyche'), 'utf8')

function draft(text: string, name = 'draft.quyche'): string {
  writeFileSync(path.join(desk, name), text)
  return name
}

describe('rules check', () => {
  test('the law of the repository has no error', async () => {
    const { code, out } = await run(['rules', 'check', 'rules/**/*.quyche', '--lang', 'en'])
    expect(code).toBe(0)
    expect(out).toMatch(/^\d+ files, 0 errors, \d+ warnings?, \d+ to know/)
  })

  test('what was proven is written as a certificate', async () => {
    const { code, out } = await run(['rules', 'check', 'rules/phu-tho', '--certificate'])
    expect(code).toBe(0)
    const [certificate] = JSON.parse(out)
    expect(certificate).toMatchObject({ format: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(certificate.proofs).toContainEqual(
      expect.objectContaining({ question: 'intake.decision', floor: '118/2025/NĐ-CP', verdict: 'kept' }),
    )
  })

  test('an error is shown where it stands, on standard error, and the exit code is 1', async () => {
    const file = draft(longAn.replace('sau 17:00', 'suu 17:00'))
    const { code, out, err } = await run(['rules', 'check', file, '--lang', 'en'], { cwd: desk })
    expect(code).toBe(1)
    expect(out).toMatch(/^1 file, \d+ errors?/)
    const line = longAn.slice(0, longAn.indexOf('sau 17:00')).split('\n').length
    expect(err).toContain(`draft.quyche:${line}:3`)
    expect(err).toMatch(/\^\^\^/)
  })

  test('for machines the diagnostics are JSON, in both languages, with lines and columns', async () => {
    const file = draft(longAn.replace('sau 17:00', 'suu 17:00'))
    const { code, out } = await run(['rules', 'check', file, '--json'], { cwd: desk })
    expect(code).toBe(1)
    const [first] = JSON.parse(out)
    expect(first).toMatchObject({ file: 'draft.quyche', severity: 'error', column: 3 })
    expect(first.message).toEqual({ vi: expect.any(String), en: expect.any(String) })
  })

  test('what is worth knowing is counted, and shown where --info asks for it', async () => {
    const file = draft(longAn)
    const counted = await run(['rules', 'check', file, '--lang', 'en'], { cwd: desk })
    expect(counted.out).toMatch(/[1-9]\d* to know \(see them with --info\)/)
    expect(counted.err).not.toMatch(/ I\d{4}: /)
    const shown = await run(['rules', 'check', file, '--lang', 'en', '--info'], { cwd: desk })
    expect(shown.err).toMatch(/ I0604: /)
    expect(shown.code).toBe(0)
  })

  test('without --lang a diagnostic speaks the language of its file', async () => {
    const english = (await run(['rules', 'format', draft(longAn), '--stdout', '--lang', 'en'], { cwd: desk }))
      .out
    draft(english.replace('after 17:00', 'aftr 17:00'), 'english.quyche')
    draft(longAn.replace('sau 17:00', 'suu 17:00'), 'vietnamese.quyche')
    const check = async (...args: string[]) => (await run(['rules', 'check', ...args], { cwd: desk })).err
    expect(await check('english.quyche')).toMatch(/^error E0/)
    expect(await check('vietnamese.quyche')).toMatch(/^lỗi E0/)
    expect(await check('english.quyche', '--lang', 'vi')).toMatch(/^lỗi E0/)
  })

  test('a name that leads nowhere is refused', async () => {
    const { code, err } = await run(['rules', 'check', 'nowhere.quyche', '--lang', 'en'], { cwd: desk })
    expect([code, err]).toEqual([1, 'motcua: no file of law was found at `nowhere.quyche`\n'])
  })
})

describe('rules format', () => {
  test('an untidy file is rewritten and named, a tidy one is left alone', async () => {
    const file = draft(longAn.replaceAll('\n  ', '\n\t \t'))
    const rewritten = await run(['rules', 'format', file], { cwd: desk })
    expect(rewritten).toMatchObject({ code: 0, out: `${file}\n` })
    expect(readFileSync(path.join(desk, file), 'utf8')).toBe(longAn)
    expect(await run(['rules', 'format', file], { cwd: desk })).toMatchObject({ code: 0, out: '' })
  })

  test('--stdout prints the regulation in the other language and leaves the file', async () => {
    const { code, out } = await run(['rules', 'format', draft(longAn), '--stdout', '--lang', 'en'], {
      cwd: desk,
    })
    expect(code).toBe(0)
    expect(out).toContain('language en\nregulation "30/2019/QĐ-UBND" of "Long An"')
    expect(readFileSync(path.join(desk, 'draft.quyche'), 'utf8')).toBe(longAn)
    draft(out, 'english.quyche')
    const { out: hash } = await run(['rules', 'check', 'english.quyche', '--lang', 'en'], { cwd: desk })
    expect(hash).toMatch(/^1 file, 0 errors/)
  })

  test('a faulty file is left as it is', async () => {
    const faulty = longAn.replace('sau 17:00', 'suu 17:00')
    const { code, out } = await run(['rules', 'format', draft(faulty)], { cwd: desk })
    expect([code, out]).toEqual([1, ''])
    expect(readFileSync(path.join(desk, 'draft.quyche'), 'utf8')).toBe(faulty)
  })

  test('two files do not fit on one standard output', async () => {
    draft(longAn, 'other.quyche')
    const { code } = await run(['rules', 'format', draft(longAn), 'other.quyche', '--stdout'], { cwd: desk })
    expect(code).toBe(2)
  })
})

describe('rules test', () => {
  test('every example of the repository holds, and no case is without one', async () => {
    const { code, out, err } = await run(['rules', 'test', 'rules/**/*.quyche', '--lang', 'en'])
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^\d+ examples hold, 0 fail, 0 cases have none\n$/)
  })

  test('an example that comes out otherwise is shown with what the law answers', async () => {
    const changed = longAn.replace('sau 17:00 tính', 'sau 16:00 tính')
    expect(changed).not.toBe(longAn)
    const { code, out, err } = await run(['rules', 'test', draft(changed), '--lang', 'en'], { cwd: desk })
    expect(code).toBe(1)
    expect(out).toMatch(/ hold, [1-9]\d* fail/)
    expect(err).toContain('E1001')
  })
})

test('rules questions are a list for people and the same for machines', async () => {
  const people = await run(['rules', 'questions', '--lang', 'en'])
  expect(people.out).toMatch(/^intake\.decision +deadline +online intake decision +kiểm tra hồ sơ/m)
  const machines = JSON.parse((await run(['rules', 'questions', '--json'])).out)
  expect(machines).toHaveLength(people.out.trim().split('\n').length)
  expect(machines).toContainEqual(
    expect.objectContaining({ key: 'intake.decision', kind: 'deadline', facts: expect.any(Array) }),
  )
})

test('AMB-04: coverage says what a province inherits, and since when', async () => {
  const standing = async (at: string) => {
    const { out } = await run(['rules', 'coverage', 'ha-nam', '--at', at, '--json'])
    return JSON.parse(out).questions.find((line: { question: string }) => line.question === 'intake.decision')
  }
  expect(await standing('2025-07-01')).toMatchObject({
    path: 'inherited',
    basis: [{ regulation: '118/2025/NĐ-CP' }],
  })
  expect(await standing('2025-06-30')).toMatchObject({ path: 'silent', basis: [] })
  const people = await run(['rules', 'coverage', 'ha-nam', '--at', '2026-03-01'])
  expect(people.out).toMatch(
    /^intake\.decision +theo quy định quốc gia +điểm c khoản 2 Điều 17, 118\/2025\/NĐ-CP$/m,
  )
  expect(await run(['rules', 'coverage', 'ha-nam', '--at', 'hôm nay'])).toMatchObject({ code: 2, out: '' })
})

test('LA19-13.3a: a value that is not recorded is told from silence, with why it is not', async () => {
  const { out } = await run(['rules', 'coverage', 'long-an', '--at', '2019-09-01'])
  expect(out).toMatch(
    /^feedback\.answer +tỉnh quy định +điểm a khoản 3 Điều 13, 30\/2019\/QĐ-UBND \(chưa ghi: .+\)$/m,
  )
  const asked = [
    'rules',
    'explain',
    'long-an',
    'feedback.answer',
    '--facts',
    '{"receivedAt":"2019-09-06T16:00:00+07:00"}',
  ]
  expect((await run(asked)).out).toMatch(/^trả lời phản ánh kiến nghị \(feedback\.answer\): chưa ghi\n/)
  expect((await run([...asked, '--lang', 'en'])).out).toMatch(
    /^answer to feedback \(feedback\.answer\): not recorded\n/,
  )
})

describe('rules explain', () => {
  const facts = '{"submittedAt":"2026-03-06T17:30:00+07:00"}'

  test('LA19-9.1: names the cut-off, the inherited limit and the days it passed over, in both languages', async () => {
    const english = await run([
      'rules',
      'explain',
      'long-an',
      'intake.decision',
      '--facts',
      facts,
      '--lang',
      'en',
    ])
    expect(english.code).toBe(0)
    expect(english.out).toMatch(
      /^online intake decision \(intake\.decision\): 17:00 on Monday 9 March 2026\n/,
    )
    for (const said of ['17:00', '30/2019/QĐ-UBND', '118/2025/NĐ-CP', 'Saturday'])
      expect(english.out).toContain(said)
    const vietnamese = await run(['rules', 'explain', 'long-an', 'intake.decision', '--facts', facts])
    for (const said of ['khoản 1 Điều 9', '08 giờ làm việc', 'thứ Bảy'])
      expect(vietnamese.out).toContain(said)
  })

  test('a draft that no tenant has yet is asked as a file, in the office hours of its examples', async () => {
    const file = draft(longAn.replace('sau 17:00 tính', 'sau 16:00 tính'))
    const asked = ['rules', 'explain', file, 'intake.receiptDay', '--lang', 'en', '--facts']
    const { out } = await run([...asked, '{"submittedAt":"2026-03-06T16:30:00+07:00"}'], { cwd: desk })
    expect(out).toMatch(/^receipt day of online dossiers \(intake\.receiptDay\): Monday 9 March 2026\n/)
  })

  test('what cannot be answered is refused with the reason', async () => {
    const refused = (...args: string[]) => run(['rules', 'explain', ...args, '--lang', 'en'])
    expect(await refused('long-an', 'intake.decison')).toMatchObject({
      code: 1,
      err: expect.stringContaining('intake.decison'),
    })
    expect(await refused('long-an', 'intake.decision')).toMatchObject({
      code: 1,
      err: expect.stringContaining('submittedAt'),
    })
    const vietnamese = await run(['rules', 'explain', 'long-an', 'intake.decision'])
    expect(vietnamese).toMatchObject({
      code: 1,
      err: 'motcua: `intake.decision` cần dữ kiện `submittedAt`\n',
    })
    expect(await refused('nghe-an', 'intake.decision')).toMatchObject({
      code: 1,
      err: expect.stringContaining('nghe-an'),
    })
  })
})

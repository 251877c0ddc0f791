import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { run } from './run.ts'

let desk = ''
beforeEach(() => {
  desk = mkdtempSync(path.join(tmpdir(), 'motcua-quotes-'))
})
afterEach(() => rmSync(desk, { recursive: true }))

const official = 'Điều 9. Hồ sơ được trả lời\u00a0trong thời hạn\n  08 giờ làm việc, kể cả ngày hồ sơ đến.\n'
const rules = (quote: string) => `ngôn ngữ vi
quy chế "1/2020/QĐ-UBND" của "Thử"
  có hiệu lực 01/01/2020

quy tắc kiểm tra hồ sơ nộp trực tuyến
  căn cứ Điều 9
  nguyên văn «${quote}»
  trong 08 giờ làm việc kể từ khi nộp
`
const put = (name: string, text: string) => writeFileSync(path.join(desk, name), text)
const read = (name: string) => readFileSync(path.join(desk, name), 'utf8')
const quotes = (...more: string[]) =>
  run(['rules', 'quotes', 'a.quyche', '--against', 'goc.txt', '--lang', 'en', ...more], { cwd: desk })

describe('rules quotes', () => {
  test('a quotation is found however the official text composes its letters and breaks its lines', async () => {
    put('goc.txt', official.normalize('NFD'))
    put('a.quyche', rules('trong thời hạn 08 giờ làm việc'))
    expect(await quotes()).toMatchObject({
      code: 0,
      out: '1 quotation, 1 without a fingerprint, 0 faults\n',
    })
  })

  test('--write gives it a fingerprint, and a second time there is nothing to write', async () => {
    put('goc.txt', official)
    put('a.quyche', rules('trong thời hạn 08 giờ làm việc'))
    expect((await quotes('--write')).code).toBe(0)
    expect(read('a.quyche')).toMatch(/«trong thời hạn 08 giờ làm việc» dấu đối chiếu "[0-9a-f]{16}"\n/)
    expect((await quotes()).out).toBe('1 quotation, 0 without a fingerprint, 0 faults\n')
    const written = read('a.quyche')
    await quotes('--write')
    expect(read('a.quyche')).toBe(written)
  })

  test('a quotation that was changed afterwards fails, and so does the regulation when it is checked', async () => {
    put('goc.txt', official)
    put('a.quyche', rules('trong thời hạn 08 giờ làm việc'))
    await quotes('--write')
    put('a.quyche', read('a.quyche').replace('«trong thời hạn 08', '«trong thời hạn 07'))
    const { code, err } = await quotes()
    expect(code).toBe(1)
    expect(err).toContain('the official text does not hold this passage')
    expect(err).toContain('after “trong thời hạn” the official text reads “08 giờ làm việc, kể cả')
    const checked = await run(['rules', 'check', 'a.quyche', '--lang', 'en'], { cwd: desk })
    expect(checked.err).toContain('error E0510: the source text is not the passage')
  })

  test('an official text that was changed afterwards fails', async () => {
    put('goc.txt', official)
    put('a.quyche', rules('trong thời hạn 08 giờ làm việc'))
    await quotes('--write')
    put('goc.txt', official.replace('08', '04'))
    expect((await quotes()).code).toBe(1)
    expect((await quotes('--write')).code).toBe(1)
  })

  test('the tone on another vowel is another wording', async () => {
    put('goc.txt', 'việc khóa tài khoản')
    put('a.quyche', rules('việc khoá tài khoản'))
    expect((await quotes()).code).toBe(1)
  })

  test('without the official text nothing is compared', async () => {
    put('a.quyche', rules('trong thời hạn'))
    expect((await run(['rules', 'quotes', 'a.quyche', '--lang', 'en'], { cwd: desk })).code).toBe(2)
    expect((await quotes()).err).toContain('cannot read `goc.txt`')
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type SourceFile, compile, translate } from '../src/index.ts'
import { fold, unaccented } from '../src/syntax/fold.ts'
import { tokenize } from '../src/syntax/tokens.ts'
import { allFiles, filesOf, programOf, provinces, regulation } from './law.ts'

/** How each of the ways a text may be typed changes it. */
const ways: Record<string, (text: string) => string> = {
  'composed (NFC)': (text) => text.normalize('NFC'),
  'decomposed (NFD)': (text) => text.normalize('NFD'),
  'half composed, as Microsoft keyboards type': (text) =>
    text.replace(/\p{L}/gu, (letter) => {
      const [base, ...marks] = letter.normalize('NFD')
      const shape = marks.filter((mark) => '\u0302\u0306\u031b'.includes(mark)).join('')
      const tone = marks.filter((mark) => !'\u0302\u0306\u031b'.includes(mark)).join('')
      return (base! + shape).normalize('NFC') + tone
    }),
  'with the tone on the other vowel': (text) => words(text, otherTonePlacement),
  'with eth for đ': (text) => words(text, (word) => word.replaceAll('Đ', 'Ð').replaceAll('đ', 'ð')),
  'in capitals': (text) => words(text, (word) => (word.length > 1 ? word.toUpperCase() : word)),
  'with no-break spaces': (text) => text.replaceAll(' ', '\u00a0'),
  'with CRLF': (text) => text.replaceAll('\n', '\r\n'),
  'with CR alone': (text) => text.replaceAll('\n', '\r'),
  'with a byte order mark': (text) => `\ufeff${text}`,
}

describe.each(provinces)('the law of %s means the same', (province) => {
  const files = filesOf(province)
  const { hash } = programOf(files)

  test.each(Object.keys(ways))('%s', (way) => {
    expect(programOf(files.map((file) => ({ ...file, text: ways[way]!(file.text) }))).hash).toBe(hash)
  })

  test('wherever its lines are broken', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(9)), (dice) => {
        expect(programOf(files.map((file) => brokenUp(file, dice))).hash).toBe(hash)
      }),
      { numRuns: 8, seed: 42 },
    )
  })

  test('in English, and again in Vietnamese', () => {
    const english = files.map((file) => ({ ...file, text: translate(file.text, 'en') }))
    const { program, diagnostics } = compile(english)
    expect(diagnostics.filter(({ code }) => !/^W(0501|060)/.test(code))).toEqual([])
    expect(program!.hash).toBe(hash)
    const back = english.map((file) => ({ ...file, text: translate(file.text, 'vi') }))
    expect(programOf(back).hash).toBe(hash)
  })

  test('until a number changes', () => {
    const changed = files.map((file) => ({
      ...file,
      text: file.text
        .replace(/^ *không quá một lần/gm, '  không quá 02 lần')
        .replace(/^ *trong 08 giờ/gm, '  trong 07 giờ'),
    }))
    expect(programOf(changed).hash).not.toBe(hash)
  })
})

describe('fold keys', () => {
  test.each([
    ['khoá', 'khóa'],
    ['hoà', 'hòa'],
    ['uỷ', 'ủy'],
    ['Điều', 'ÐIỀU'],
    ['việc', 'viê\u0323c'],
  ])('%s and %s are one word', (a, b) => expect(fold(a)).toBe(fold(b)))

  test.each([
    ['ngày', 'ngay'],
    ['tháng', 'thang'],
    ['điều', 'diều'],
    ['cân', 'căn'],
    ['hỏi', 'hói'],
  ])('%s and %s are two words', (a, b) => expect(fold(a)).not.toBe(fold(b)))

  test('are the same for every form of every word, and unaccented words only suggest', () => {
    for (const { kind, key, text } of allFiles.flatMap((file) => tokenize(file.text))) {
      if (kind !== 'WORD') continue
      expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
      expect(unaccented(key)).toBe(unaccented(text))
    }
  })
})

test('offsets are those of the text as it was written, however it is composed', () => {
  const text = regulation('quy tắc kênh tra cứu\n  căn cứ Điều 16\n  qua tin nhan').text.normalize('NFD')
  const [found] = compile([{ path: 'thu.quyche', text }]).diagnostics
  expect(found!.code).toBe('E0101')
  expect(text.slice(found!.span.from, found!.span.to).normalize('NFC')).toBe('tin nhan')
})

const otherTonePlacement = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/([oOuU])([aAyYeE])([\u0300\u0301\u0303\u0309\u0323])$/u, '$1$3$2')
    .replace(/([oOuU])([\u0300\u0301\u0303\u0309\u0323])([aAyYeE])$/u, '$1$3$2')
    .normalize('NFC')

/** Changes the words of a file, leaving names, quotations and comments as they are. */
function words(text: string, change: (word: string) => string): string {
  let out = ''
  let at = 0
  for (const token of tokenize(text)) {
    if (token.kind !== 'WORD') continue
    out += text.slice(at, token.from) + change(token.text)
    at = token.to
  }
  return out + text.slice(at)
}

/** The file with line breaks and comments put between any two words. */
function brokenUp(file: SourceFile, dice: fc.Stream<number>): SourceFile {
  let out = ''
  let at = 0
  for (const token of tokenize(file.text)) {
    const die = token.first ? 9 : (dice.next().value as number)
    out += file.text.slice(at, token.from)
    if (die === 0) out += '\n      '
    if (die === 1) out += ' # một ghi chú: khi trong quy tắc\n'
    out += token.text
    at = token.to
  }
  return { ...file, text: out + file.text.slice(at) }
}

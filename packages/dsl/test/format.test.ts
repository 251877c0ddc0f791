import { describe, expect, test } from 'vitest'
import { format } from '../src/index.ts'
import { tokenize } from '../src/syntax/tokens.ts'
import { allFiles, filesOf, programOf, provinces, regulation } from './law.ts'

test.each(allFiles.map(({ path, text }) => [path, text]))('%s stands in canonical form', (_, text) => {
  expect(format(text)).toBe(text)
})

describe.each(provinces)('formatting the law of %s', (province) => {
  const files = filesOf(province)
  const { hash } = programOf(files)

  test.each(['vi', 'en'] as const)('in %s keeps its meaning, and twice is once', (lang) => {
    const formatted = files.map(({ path, text }) => ({ path, text: format(text, lang) }))
    expect(programOf(formatted).hash).toBe(hash)
    for (const { text } of formatted) expect(format(text)).toBe(text)
  })
})

/** What a file may look like before it is formatted. */
const untidy: Record<string, (text: string) => string> = {
  'decomposed letters': (text) => text.normalize('NFD'),
  'the line ends of Windows': (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`,
  'indents of its own': (text) => text.replace(/^ */gm, '\t   '),
  'no indents': (text) => text.replace(/^ +/gm, ''),
  'spaces behind its lines': (text) => text.replaceAll('\n', ' \u200b\n'),
  'wide and no-break spaces': wideSpaces,
  'too many empty lines': (text) => `\n\n${text.replaceAll('\n\n', '\n\n\n\n')}\n\n`,
  'phrases in capitals': capitals,
}

describe.each(Object.keys(untidy))('a file with %s', (way) => {
  test.each(allFiles.map(({ path, text }) => [path, text]))('becomes the same as %s', (_, text) => {
    expect(format(untidy[way]!(text))).toBe(text)
  })
})

test('a file without a language line is Vietnamese, and says so once it is formatted', () => {
  const { text } = regulation('')
  const [first] = format(text).split('\n')
  expect(first).toBe('ngôn ngữ vi')
  expect(format(text, 'en').split('\n')[0]).toBe('language en')
})

test('comments stay with the line they stand above or behind', () => {
  const before =
    '#  đầu tệp\nngôn ngữ vi # sau\n   # trên quy tắc\nquy tắc kênh tra cứu\n# trên căn cứ\ncăn cứ Điều 16\n# cuối\n'
  expect(format(before)).toBe(
    [
      '#  đầu tệp',
      'ngôn ngữ vi  # sau',
      '',
      '# trên quy tắc',
      'quy tắc kênh tra cứu',
      '  # trên căn cứ',
      '  căn cứ Điều 16',
      '# cuối\n',
    ].join('\n'),
  )
})

test('a wording the vocabulary also knows is the author’s choice and stays', () => {
  expect(format('ngôn ngữ vi\nNGOÀI  giờ làm việc tính từ giờ làm việc kế tiếp\n')).toBe(
    'ngôn ngữ vi\n  ngoài giờ làm việc tính từ giờ làm việc kế tiếp\n',
  )
})

function wideSpaces(text: string): string {
  let out = ''
  let at = 0
  for (const token of tokenize(text)) {
    const gap = text.slice(at, token.from)
    out += (gap === ' ' ? ' \u00a0 ' : gap) + token.text
    at = token.to
  }
  return out + text.slice(at)
}

function capitals(text: string): string {
  let out = ''
  let at = 0
  for (const token of tokenize(text)) {
    if (token.kind !== 'WORD' || token.text.length < 2) continue
    out += text.slice(at, token.from) + token.text.toUpperCase()
    at = token.to
  }
  return out + text.slice(at)
}

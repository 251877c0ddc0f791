import { expect, test } from 'vitest'
import { en } from './en.ts'
import { vi } from './vi.ts'

function texts(words: unknown): string[] {
  if (typeof words === 'string') return [words]
  if (typeof words !== 'object' || words === null) return []
  return Object.values(words).flatMap(texts)
}

test('no word is left empty in either language, and Vietnamese is written composed', () => {
  for (const text of [...texts(vi), ...texts(en)]) {
    expect(text.trim()).not.toBe('')
    expect(text).toBe(text.normalize('NFC'))
  }
})

test('officers are addressed by no pronoun', () => {
  expect(texts(vi).filter((text) => /\b(bạn|anh\/chị)\b/i.test(text))).toEqual([])
})

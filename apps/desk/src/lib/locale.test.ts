import { describe, expect, test } from 'vitest'
import { localeOf, pathIn, plainPath } from './locale.ts'

describe('both languages share one set of addresses', () => {
  test('English stands under /en, everything else is Vietnamese', () => {
    expect(localeOf('/en')).toBe('en')
    expect(localeOf('/en/queues/new')).toBe('en')
    expect(localeOf('/queues/new')).toBe('vi')
    expect(localeOf('/entry')).toBe('vi')
  })

  test('a path without its language, put back into it, is the same path', () => {
    for (const path of ['/', '/queues/new', '/en', '/en/dossiers/1/accept?x=1'])
      expect(pathIn(localeOf(path), plainPath(path))).toBe(path)
  })
})

import { describe, expect, test } from 'vitest'
import { inOtherLocale, localeOf, localized, safeNext, withoutLocale } from './paths.ts'

describe('the language of an address', () => {
  test('English stands below /en, and only there', () => {
    expect(['/', '/guide', '/en', '/en/guide', '/environment'].map(localeOf)).toEqual([
      'vi',
      'vi',
      'en',
      'en',
      'vi',
    ])
  })

  test.each(['/', '/guide', '/look-up/H39.12-260309-0001'])(
    '%s comes back from English unchanged',
    (path) => {
      expect(withoutLocale(localized('en', path))).toBe(path)
      expect(localized('vi', path)).toBe(path)
    },
  )

  test('the other language is the same page with the same query, but not the same deed', () => {
    const here = new URL('http://long-an.example/procedures?q=dat+dai&/attach=')
    expect(inOtherLocale(here)).toBe('/en/procedures?q=dat+dai')
    expect(inOtherLocale(new URL('http://long-an.example/en'))).toBe('/')
  })
})

describe('where a person goes on after signing in', () => {
  test('is the page of this portal they asked for', () => {
    expect(safeNext('/en/drafts/1/check?from=check', '/dossiers')).toBe('/en/drafts/1/check?from=check')
  })

  test.each([
    ['nothing', null],
    ['another site', 'https://evil.example/'],
    ['another site without a protocol', '//evil.example/'],
    ['another site with a backslash', '/\\evil.example/'],
    ['a backslash further on', '/a\\b'],
    ['a line break', '/a\nb'],
    ['a script', 'javascript:alert(1)'],
  ])('is never %s', (_, next) => {
    expect(safeNext(next, '/dossiers')).toBe('/dossiers')
  })
})

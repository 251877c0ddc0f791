import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { mendedFilesOf, filesOf } from './manual/codes/code-page.ts'
import {
  codePages,
  codesInSource,
  indexOfCodes,
  pageOf,
  saidOf,
  withoutExample,
} from './manual/code-pages.ts'
import { settlePage } from './manual/settle-page.ts'

test('every code the language can give has a page, and no page is of a code that is gone', () => {
  expect(codePages.map(({ code }) => code).toSorted()).toEqual(
    codesInSource().filter((code) => !withoutExample.includes(code)),
  )
})

describe('a page of a diagnostic code', () => {
  test.each(codePages)('$code: its file gives that code and no other', (page) => {
    const codes = [...new Set(saidOf(filesOf(page), page.code).map(({ code }) => code))]
    if (page.told) expect(codes).toContain(page.code)
    else expect(codes).toEqual([page.code])
  })

  test.each(codePages)('$code: its file, mended, gives nothing', (page) => {
    // Of information there is not always anything to mend.
    if (page.change.length === 0) return expect(page.code).toMatch(/^I/)
    const mended = mendedFilesOf(page)
    expect(mended).not.toEqual(filesOf(page))
    expect(saidOf(mended, page.code).map(({ code, message }) => `${code} ${message.vi}`)).toEqual([])
  })

  test.each(codePages)('$code: stands in docs/diagnostics as it is told here', (page) => {
    settlePage(`diagnostics/${page.code}.md`, pageOf(page), (there, made) => expect(there).toBe(made))
  })
})

test('docs/diagnostics holds the pages of these codes, their list and nothing else', () => {
  const there = readdirSync(new URL('../../../docs/diagnostics', import.meta.url)).toSorted()
  expect(there).toEqual([...codePages.map(({ code }) => `${code}.md`), 'README.md'].toSorted())
})

test('the list of codes stands in docs/diagnostics', () => {
  settlePage('diagnostics/README.md', indexOfCodes(), (there, made) => expect(there).toBe(made))
})

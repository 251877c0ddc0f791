import { expect, test } from 'vitest'
import { en } from './en.ts'
import { vi } from './vi.ts'

/** Every word with its address; a word that takes something is asked with a sample. */
function said(words: unknown, at = ''): [string, string][] {
  if (typeof words === 'string') return [[at, words]]
  if (typeof words === 'function') return said(words('X', 'Y'), at)
  return Object.entries(words as object).flatMap(([key, value]) => said(value, `${at}.${key}`))
}

test('nothing is left unsaid in either language', () => {
  for (const [at, text] of [...said(vi), ...said(en)]) expect(text.trim(), at).not.toBe('')
})

test('Vietnamese is written in composed letters', () => {
  for (const [at, text] of said(vi)) expect(text, at).toBe(text.normalize('NFC'))
})

test('English pages do not speak Vietnamese, but for examples', () => {
  const left = said(en).filter(([, text]) =>
    /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu.test(text),
  )
  expect(left.map(([at]) => at)).toEqual(['.catalogue.list.noneAdvice.0', '.account.register.fullNameHint'])
})

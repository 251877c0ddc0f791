import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compile, runExamples } from '../src/index.ts'
import { nationalFiles } from './law.ts'

const docs = new URL('../../../docs/', import.meta.url)

/** Every file of the language that a page shows in full, without the pages whose files are faulty on purpose. */
const shown = readdirSync(docs, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md') && !/^(diagnostics|tutorial)\//.test(name))
  .flatMap((name) => {
    const page = readFileSync(new URL(name, docs), 'utf8')
    return [...page.matchAll(/^```quyche\n([\s\S]*?)^```$/gm)].map(([, text], i) => ({
      name,
      i,
      text: text!,
    }))
  })

test('the page of the language shows a file', () => {
  expect(shown.map(({ name }) => name)).toContain('language.md')
})

test.each(shown)('the file that $name shows has no fault, and its examples hold', ({ text }) => {
  const file = { path: 'shown.quyche', text }
  const { program, diagnostics } = compile([...nationalFiles, file])
  expect(
    diagnostics
      .filter(({ span }) => span.path === file.path)
      .map(({ code, message }) => `${code} ${message.vi}`),
  ).toEqual([])
  const { results } = runExamples(program!, [file.path])
  expect(results.length).toBeGreaterThan(0)
  expect(results.filter(({ passed }) => !passed)).toEqual([])
})

import { describe, expect, test } from 'vitest'
import { type Diagnostic, ask, bindCalendar, compile, placeOf, runExamples } from '../src/index.ts'
import { type Golden, goldensIn } from './goldens.ts'
import { demonstrationHours, nationalFiles } from './law.ts'

/** Code, place, both messages, help and notes: what the author of the files is told. */
function told(found: Diagnostic, files: Golden['files']): string[] {
  const { path, text } = files.find((file) => file.path === found.span.path)!
  const { line, column } = placeOf(text, found.span.from)
  return [
    `${found.code} ${path === files[0]!.path ? '' : `${path}:`}${line}:${column} ${found.message.vi}`,
    `  ${found.message.en}`,
    ...[found.help, ...(found.notes ?? [])].flatMap((one) => (one ? [`  = ${one.vi} | ${one.en}`] : [])),
    ...(found.example ?? '').split('\n').flatMap((line) => (line ? [`  » ${line}`] : [])),
    ...(found.fixes ?? []).map(({ text: put }) => `  + ${JSON.stringify(put)}`),
  ]
}

describe('the language refuses', () => {
  test.each(goldensIn('refuses'))('$name', ({ files, expected, settle }) => {
    const paths = files.map(({ path }) => path)
    const { program, diagnostics } = compile([...nationalFiles, ...files])
    const examples = program ? runExamples(program, paths).diagnostics : []
    const found = [...diagnostics, ...examples].filter(({ span }) => paths.includes(span.path))
    settle(
      found.flatMap((one) => told(one, files)),
      (lines) => expect(lines).toEqual(expected),
    )
    expect(found.length).toBeGreaterThan(0)
  })
})

describe('the language accepts', () => {
  test.each(goldensIn('accepts'))('$name', ({ files, expected, settle }) => {
    const paths = files.map(({ path }) => path)
    const { program, diagnostics } = compile([...nationalFiles, ...files])
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    const bound = bindCalendar(program!, demonstrationHours)
    expect(runExamples(program!, paths).diagnostics.filter(({ code }) => code === 'E1001')).toEqual([])
    settle(
      expected.map((line) => {
        const [, question, facts] = /^(\S+) (\{.*?\}) →/.exec(line)!
        const { answer, path: way } = ask(bound, question!, JSON.parse(facts!) as Record<string, unknown>)
        return `${question} ${facts} → ${JSON.stringify(answer)} ${way}`
      }),
      (lines) => expect(lines).toEqual(expected),
    )
    expect(expected.length).toBeGreaterThan(0)
  })
})

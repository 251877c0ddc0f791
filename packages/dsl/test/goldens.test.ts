import { describe, expect, test } from 'vitest'
import { type Diagnostic, ask, bindCalendar, compile, placeOf, runExamples } from '../src/index.ts'
import { goldensIn } from './goldens.ts'
import { demonstrationHours, nationalFiles } from './law.ts'

const path = 'thu.quyche'

/** Code, place, both messages, help and notes: what the author of the file is told. */
function told(found: Diagnostic, text: string): string[] {
  const { line, column } = placeOf(text, found.span.from)
  return [
    `${found.code} ${line}:${column} ${found.message.vi}`,
    `  ${found.message.en}`,
    ...[found.help, ...(found.notes ?? [])].flatMap((one) => (one ? [`  = ${one.vi} | ${one.en}`] : [])),
    ...(found.fixes ?? []).map(({ text: put }) => `  + ${JSON.stringify(put)}`),
  ]
}

describe('the language refuses', () => {
  test.each(goldensIn('refuses'))('$name', ({ text, expected, settle }) => {
    const { program, diagnostics } = compile([...nationalFiles, { path, text }])
    const examples = program ? runExamples(program, [path]).diagnostics : []
    const found = [...diagnostics, ...examples].filter(({ span }) => span.path === path)
    settle(
      found.flatMap((one) => told(one, text)),
      (lines) => expect(lines).toEqual(expected),
    )
    expect(found.length).toBeGreaterThan(0)
  })
})

describe('the language accepts', () => {
  test.each(goldensIn('accepts'))('$name', ({ text, expected, settle }) => {
    const { program, diagnostics } = compile([...nationalFiles, { path, text }])
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    const bound = bindCalendar(program!, demonstrationHours)
    expect(runExamples(program!, [path]).diagnostics.filter(({ code }) => code === 'E1001')).toEqual([])
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

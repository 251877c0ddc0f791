import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile, renderDiagnostic, translate } from '../src/index.ts'
import { readFile } from '../src/read.ts'
import { newFindings } from '../src/source/diagnostic.ts'
import { lexemes } from '../src/syntax/lexemes.ts'
import { tokenize } from '../src/syntax/tokens.ts'
import { allFiles, nationalFiles } from './law.ts'
import { statementSamples } from './statements.ts'

/** Compiles, and says every diagnostic in both languages, the way an editor would. */
function survive(text: string): void {
  const files = [{ path: 'rac.quyche', text }]
  const { diagnostics } = compile(files)
  for (const found of diagnostics) {
    expect(found.span.from).toBeLessThanOrEqual(found.span.to)
    expect(found.span.to).toBeLessThanOrEqual(text.length)
    renderDiagnostic(found, files, 'vi')
    renderDiagnostic(found, files, 'en')
  }
}

test('tokens cover a text in order, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      let at = 0
      for (const { from, to } of tokenize(text)) {
        expect(from).toBeGreaterThanOrEqual(at)
        expect(to).toBeGreaterThan(from)
        at = to
      }
      lexemes(text)
    }),
    { numRuns: 500, seed: 1 },
  )
})

test('binary text is refused and never throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), survive), { numRuns: 150, seed: 2 })
})

test('words of the language in any order are refused or read and never throw', () => {
  const words = [...new Set(allFiles.flatMap(({ text }) => text.split(/[ \n]+/)))]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words, '\n', '\n'), { maxLength: 60 }), (some) =>
      survive(some.join(' ')),
    ),
    { numRuns: 200, seed: 3 },
  )
})

test(
  'a statement of any kind cut off at any byte is told or read, and never throws',
  { timeout: 60_000 },
  () => {
    const [encoder, decoder] = [new TextEncoder(), new TextDecoder()]
    for (const line of statementSamples().values()) {
      const bytes = encoder.encode(line)
      for (let at = 1; at < bytes.length; at++) {
        const text = decoder.decode(bytes.subarray(0, at))
        const findings = newFindings()
        readFile({ path: 'rac.quyche', text }, findings)
        expect(findings.list.every(({ span }) => span.from <= span.to && span.to <= text.length)).toBe(true)
      }
    }
  },
)

test.each(allFiles.map(({ path, text }) => [path, text]))(
  '%s cut off in the midst of it never throws',
  { timeout: 60_000 },
  (_, text) => {
    const bytes = new TextEncoder().encode(text)
    for (let part = 1; part < 8; part++) {
      const at = Math.floor((bytes.length * part) / 8) + part
      survive(new TextDecoder().decode(bytes.subarray(0, at)))
      survive(new TextDecoder().decode(bytes.subarray(at)))
    }
  },
)

test('a regulation cut off anywhere never throws', () => {
  const { text } = allFiles.find(({ path }) => path.includes('06-2025'))!
  const step = Math.ceil(text.length / 80)
  for (let at = 0; at < text.length; at += step) survive(text.slice(0, at))
  for (let at = 0; at < text.length; at += 4 * step) survive(text.slice(at))
}, 30_000)

test('a regulation with any one word taken out, doubled or changed never throws', () => {
  const { text } = allFiles.find(({ path }) => path.includes('31-2020'))!
  const tokens = tokenize(text)
  for (let i = 0; i < tokens.length; i += Math.ceil(tokens.length / 60)) {
    const { from, to } = tokens[i]!
    survive(text.slice(0, from) + text.slice(to))
    survive(`${text.slice(0, to)} ${text.slice(from)}`)
    survive(`${text.slice(0, from)}khác${text.slice(to)}`)
  }
}, 30_000)

test('a hostile file costs no more than seconds', () => {
  const before = performance.now()
  survive(`khi ${'('.repeat(200_000)}`)
  survive('«'.repeat(200_000))
  survive('"'.repeat(200_001))
  survive('quy tắc xyz\n'.repeat(20_000))
  survive('trong 08 giờ '.repeat(20_000))
  survive('a'.repeat(200_000))
  survive('trong 08 giờ làm việc kể từ khi nộp '.repeat(30_000))
  expect(performance.now() - before).toBeLessThan(10_000)
}, 30_000)

test('translation is total too', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      translate(text, 'en')
    }),
    { numRuns: 100, seed: 4 },
  )
})

test('without any file there is still a program, which knows nothing', () => {
  const { program, diagnostics } = compile([])
  expect(diagnostics).toEqual([])
  expect(program!.regulations).toEqual([])
  expect(compile(nationalFiles).program!.regulations.every(({ province }) => !province)).toBe(true)
})

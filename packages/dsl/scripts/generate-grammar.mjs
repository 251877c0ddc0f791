// Compiles src/syntax/grammar.ne into src/syntax/grammar.generated.js. `node scripts/generate-grammar.mjs`.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const nearley = require('nearley')
const bootstrapped = require('nearley/lib/nearley-language-bootstrapped.js')
const compile = require('nearley/lib/compile.js')
const generate = require('nearley/lib/generate.js')

const source = new URL('../src/syntax/grammar.ne', import.meta.url)
const target = new URL('../src/syntax/grammar.generated.js', import.meta.url)

/** The compiled grammar as JavaScript text. */
export function generatedGrammar() {
  const parser = new nearley.Parser(nearley.Grammar.fromCompiled(bootstrapped))
  parser.feed(readFileSync(source, 'utf8'))
  return generate(
    compile(parser.results[0], { file: 'grammar.ne', version: require('nearley/package.json').version }),
    'grammar',
  )
}

if (import.meta.main) writeFileSync(target, generatedGrammar())

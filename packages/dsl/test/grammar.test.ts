import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { generatedGrammar } from '../scripts/generate-grammar.mjs'
import compiled from '../src/syntax/grammar.generated.js'
import type { Lexeme, Terminal } from '../src/syntax/lexemes.ts'
import { parseStatement } from '../src/syntax/parse.ts'
import { buildPhraseTable, keysOf, leadingTypes, phraseTable } from '../src/syntax/phrase-table.ts'
import type { PhraseType } from '../src/vocabulary/phrase.ts'
import { phrase } from '../src/vocabulary/phrase.ts'

const rules = compiled.ParserRules
const typeOf = (symbol: unknown): Terminal | undefined => (symbol as { type?: Terminal }).type

describe('the compiled grammar', () => {
  test('is what grammar.ne compiles to (`pnpm --filter @motcua/dsl generate`)', () => {
    const committed = readFileSync(new URL('../src/syntax/grammar.generated.js', import.meta.url), 'utf8')
    expect(committed).toBe(generatedGrammar())
  })

  test('begins every statement with a leading phrase, which stands nowhere else', () => {
    for (const { name, symbols } of rules) {
      for (const [i, symbol] of symbols.entries()) {
        const leads = leadingTypes.has(typeOf(symbol) as PhraseType)
        expect({ name, i, leads }).toEqual({ name, i, leads: name === 'statement' && i === 0 })
      }
    }
  })

  test('gives every statement it can make exactly one reading', () => {
    const random = generator(20_190_709)
    for (let i = 0; i < 3_000; i++) {
      const lexemes = make('statement', random, 0).map(lexeme)
      expect(parseStatement(lexemes).ok).toBe(true)
    }
  })
})

describe('the phrase tables', () => {
  test('never give one text two meanings, and no phrase swallows the beginning of the next line', () => {
    expect(phraseTable.clashes()).toEqual([])
  })

  test('report a phrase with two meanings', () => {
    const { clashes } = buildPhraseTable([
      phrase('UNIT', 'working-day', 'ngày', 'working days'),
      phrase('AT', '', 'ngày', 'at'),
    ])
    expect(clashes()).toEqual([{ text: 'ngày', meanings: ['UNIT working-day', 'AT '] }])
  })

  test('report a phrase that would read a line break away', () => {
    const { clashes } = buildPhraseTable([
      phrase('EVENT', 'submitted', 'nộp', 'submitted'),
      phrase('EVENT', 'submitted-when', 'nộp khi', 'submitted then'),
      phrase('WHEN', '', 'khi', 'when'),
    ])
    expect(clashes().map(({ text }) => text)).toEqual(['nộp khi'])
  })

  test('tell `ngay` from `ngày` and `thang` from `tháng`: marks are law', () => {
    expect(phraseTable.find(keysOf('tháng'), 0)).toBeDefined()
    for (const word of ['ngay', 'thang', 'gio', 'khong', 'dieu', 'diem']) {
      expect(phraseTable.find(keysOf(word), 0)).toBeUndefined()
    }
  })
})

/** Random terminals of a production; deep ones choose the shortest way out. */
function make(name: string, random: () => number, depth: number): Terminal[] {
  const choices = rules.filter((rule) => rule.name === name)
  const flat = choices.filter(({ symbols }) => symbols.every((one) => one !== name && one !== 'condition'))
  const from = depth > 8 && flat.length > 0 ? flat : choices
  const { symbols } = from[Math.floor(random() * from.length)]!
  return symbols.flatMap((symbol) =>
    typeof symbol === 'string' ? make(symbol, random, depth + 1) : [typeOf(symbol)!],
  )
}

const lexeme = (type: Terminal): Lexeme => ({ type, value: '', text: '', from: 0, to: 0, first: false })

function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

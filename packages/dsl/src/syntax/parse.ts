import nearley from 'nearley'
import compiled from './grammar.generated.js'
import type { Lexeme, Terminal } from './lexemes.ts'

/** A tagged node of the concrete syntax: `k` names the production, `d` holds what stood in it. */
export interface Cst {
  readonly k: string
  readonly d: readonly CstPart[]
}
export type CstPart = Cst | Lexeme | readonly CstPart[]

export type Parsed =
  | { readonly ok: true; readonly cst: Cst }
  /** `at` is the index of the lexeme that does not fit; the number of lexemes where the statement stops too early. */
  | { readonly ok: false; readonly at: number; readonly expected: readonly Terminal[] }
  | { readonly ok: false; readonly ambiguous: number }

const grammar = nearley.Grammar.fromCompiled(compiled)

/** The parts of nearley's parser that tell what could have come next; its own messages print parse tables. */
interface Column {
  readonly scannable: readonly { rule: { symbols: readonly unknown[] }; dot: number }[]
}

/** Parses one statement. A fresh parser each time: after an error nearley's parser cannot be used again. */
export function parseStatement(lexemes: readonly Lexeme[]): Parsed {
  const parser = new nearley.Parser(grammar, { lexer: arrayLexer(lexemes) })
  const table = (parser as unknown as { table: Column[] }).table
  try {
    parser.feed('x')
  } catch {
    // The last column is the empty one of the lexeme that did not fit; the one before it knows what would have.
    return { ok: false, at: table.length - 2, expected: expectedIn(table.at(-2)) }
  }
  if (parser.results.length === 0)
    return { ok: false, at: lexemes.length, expected: expectedIn(table.at(-1)) }
  if (parser.results.length > 1) return { ok: false, ambiguous: parser.results.length }
  return { ok: true, cst: parser.results[0] as Cst }
}

/** True where the lexemes are one statement with exactly one reading. */
export const isStatement = (lexemes: readonly Lexeme[]): boolean => parseStatement(lexemes).ok

function expectedIn(column: Column | undefined): Terminal[] {
  const found = new Set<Terminal>()
  for (const { rule, dot } of column?.scannable ?? []) {
    const symbol = rule.symbols[dot] as { type?: Terminal } | undefined
    if (symbol?.type) found.add(symbol.type)
  }
  return [...found]
}

/** Hands nearley lexemes that are already cut. */
function arrayLexer(lexemes: readonly Lexeme[]): nearley.Lexer {
  let at = 0
  return {
    reset: () => {
      at = 0
    },
    next: () => lexemes[at++] as unknown as nearley.Token | undefined,
    save: () => ({}),
    formatError: () => '',
  }
}

import nearley from 'nearley'
import compiled from './grammar.generated.js'
import type { Lexeme, Terminal } from './lexemes.ts'

/** A tagged node of the concrete syntax: `k` names the production, `d` holds what stood in it. */
export interface Cst {
  readonly k: string
  readonly d: readonly CstPart[]
}
/** A part of a statement: a production, a lexeme, or a list of either. */
export type CstPart = Cst | Lexeme | readonly CstPart[]

/** A statement read in one way, or why it cannot be. */
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

/** Parses one statement. What of it is grammar depends on the kinds of its lexemes alone: see `shapeOf`. */
export function parseStatement(lexemes: readonly Lexeme[]): Parsed {
  const shape = shapeOf(lexemes.map(({ type }) => type))
  return shape.ok ? { ok: true, cst: filled(shape.cst, lexemes) as Cst } : shape
}

/** The tree of all statements with the same kinds of lexemes; numbers stand for the lexemes. */
type Shape = { readonly ok: true; readonly cst: ShapePart } | Extract<Parsed, { ok: false }>
type ShapePart = number | null | { readonly k: string; readonly d: ShapePart } | readonly ShapePart[]

/** Regulations are made of few kinds of sentences, written over and over. */
const shapes = new Map<string, Shape>()
const [mostShapes, longestKept] = [2_000, 200]

function shapeOf(types: readonly Terminal[]): Shape {
  if (types.length > longestKept) return parse(types)
  const key = types.join(' ')
  const known = shapes.get(key)
  if (known) return known
  const shape = parse(types)
  if (shapes.size === mostShapes) shapes.clear()
  shapes.set(key, shape)
  return shape
}

/** The tree of a shape with the lexemes of one statement in their places. */
function filled(part: ShapePart, lexemes: readonly Lexeme[]): unknown {
  if (typeof part === 'number') return lexemes[part]
  if (part === null) return null
  if ('k' in part) return { k: part.k, d: filled(part.d, lexemes) }
  return part.map((one) => filled(one, lexemes))
}

/** A lexeme of which only the kind is known, and its place among the others. */
interface Placeholder {
  readonly type: Terminal
  readonly at: number
}

type Found = Placeholder | null | { readonly k: string; readonly d: Found } | readonly Found[]

function emptied(found: Found): ShapePart {
  if (found === null) return null
  if ('at' in found && typeof found.at === 'number') return found.at
  if ('k' in found) return { k: found.k, d: emptied(found.d) }
  return (found as readonly Found[]).map(emptied)
}

/** A fresh parser each time: after an error nearley's parser cannot be used again. */
function parse(types: readonly Terminal[]): Shape {
  const parser = new nearley.Parser(grammar, { lexer: arrayLexer(types) })
  const table = (parser as unknown as { table: Column[] }).table
  try {
    parser.feed('x')
  } catch {
    // The last column is the empty one of the lexeme that did not fit; the one before it knows what would have.
    return { ok: false, at: table.length - 2, expected: expectedIn(table.at(-2)) }
  }
  if (parser.results.length === 0) return { ok: false, at: types.length, expected: expectedIn(table.at(-1)) }
  if (parser.results.length > 1) return { ok: false, ambiguous: parser.results.length }
  return { ok: true, cst: emptied(parser.results[0] as Found) }
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

/** Hands nearley what is already cut. */
function arrayLexer(types: readonly Terminal[]): nearley.Lexer {
  let at = 0
  return {
    reset: () => {
      at = 0
    },
    next: () => {
      const type = types[at]
      return type && ({ type, at: at++ } satisfies Placeholder as unknown as nearley.Token)
    },
    save: () => ({}),
    formatError: () => '',
  }
}

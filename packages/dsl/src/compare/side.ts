import type { CompiledEffect, LegalBasis } from '../compile/compiled.ts'
import { unique } from '../compile/effects.ts'
import { askBare, askTouching } from '../evaluate/ask.ts'
import { BadFacts } from '../evaluate/facts.ts'
import type { Path } from '../evaluate/find.ts'
import type { QuestionInfo } from '../vocabulary/questions.ts'
import type { Version } from './version.ts'

type Facts = Readonly<Record<string, unknown>>

/** How one law stands to a question in a cell of its conditions. */
export interface Side {
  readonly path: Path
  readonly basis: readonly LegalBasis[]
  /** The effect that answers; none where the law is silent. */
  readonly answering: number | undefined
  /** The effects that have a part: a delegation, what it reaches, and a rule of the day of receipt. */
  readonly touched: readonly number[]
  /** The rule of the day of receipt that moves the start of this clock. */
  readonly receipt?: number
}

/** How a law stands to a question, told by facts that are as good as any others of the same cell. */
export function sideOf(version: Version, question: QuestionInfo, facts: Facts): Side {
  const given = { ...facts, asOf: version.asOf }
  const { path } = askBare(version.law, question.key, given)
  if (path === 'silent') return { path, basis: [], answering: undefined, touched: [] }
  const { touched } = askTouching(version.law, question.key, given)
  const { effects } = version.law.program.compiled
  return {
    path,
    basis: unique(touched.flatMap((one) => effects[one]!.cites)),
    answering: touched.at(-1)!,
    ...receipts(touched, receiptOf(version, question, facts)),
  }
}

function receipts(touched: readonly number[], of: readonly number[]) {
  return { touched: [...touched, ...of], ...(of.length > 0 ? { receipt: of.at(-1)! } : {}) }
}

function receiptOf(version: Version, { receipt }: QuestionInfo, facts: Facts): readonly number[] {
  return receipt ? askTouching(version.law, receipt, { ...facts, asOf: version.asOf }).touched : []
}

/** The answer of one law; null too where what it goes by is not among the facts. */
export function answerOf({ law, asOf }: Version, { key }: QuestionInfo, facts: Facts): unknown {
  try {
    return askBare(law, key, { ...facts, asOf }).answer
  } catch (cause) {
    if (!(cause instanceof BadFacts) || cause.code !== 'missing-fact') throw cause
    return null
  }
}

/** The effects a side goes by; a delegation itself decides nothing and is left out. */
export const effectsOf = ({ law }: Version, { touched }: Side): CompiledEffect[] =>
  touched.map((one) => law.program.compiled.effects[one]!).filter(({ does }) => does.op !== 'follow')

import type { Instant } from '@motcua/calendar'
import { stableJson } from '../compile/stable.ts'
import { askBare } from '../evaluate/ask.ts'
import type { BoundProgram } from '../evaluate/bind.ts'
import { BadFacts } from '../evaluate/facts.ts'
import { columnsOf, replay } from '../evaluate/replay.ts'
import type { Bilingual } from '../source/diagnostic.ts'
import { questionOf } from '../vocabulary/questions.ts'

/** What is known of a past dossier: its code, the terms it was filed under and the moments it went through. */
export interface PastDossier {
  readonly code: string
  readonly mode: string
  readonly level: string
  readonly limit: { readonly n: number; readonly unit: string }
  readonly submittedAt: Instant
  readonly acceptedAt?: Instant
  /** The moment its result was due, as it was counted then. */
  readonly dueAt?: Instant
  readonly resultAt?: Instant
}

/** How the answers to one question change over the dossiers that can be asked it. The counts add up to `asked`. */
export interface QuestionReplay {
  readonly question: string
  readonly phrase: Bilingual
  readonly asked: number
  readonly same: number
  readonly earlier: number
  readonly later: number
  /** Another answer that is no date. */
  readonly different: number
  /** Answered under the one law only. */
  readonly gained: number
  readonly lost: number
  /** Dossiers that one of the laws cannot answer: the calendar ends first. */
  readonly unanswerable: number
  /** The dossier that moves furthest later, the one that moves furthest earlier, else the first that changes. */
  readonly worst: readonly Moved[]
  /** Of words: how many dossiers went from which answer to which. */
  readonly turns: readonly { readonly before: unknown; readonly after: unknown; readonly count: number }[]
}

/** A dossier whose answer changes. */
export interface Moved {
  readonly code: string
  readonly facts: Facts
  readonly before: unknown
  readonly after: unknown
  /** How much later, in seconds, counted by the clock on the wall; only of dates. */
  readonly seconds?: number
}

/** What a replay of dossiers found, question by question. */
export interface DossierReplay {
  readonly dossiers: number
  /** Answers that both laws were asked for, and how many of them are not the same. */
  readonly answers: number
  readonly changed: number
  readonly questions: readonly QuestionReplay[]
}

type Facts = Readonly<Record<string, unknown>>

/** What a question is asked of a dossier; nothing where the dossier has not come that far. */
type Asking = (dossier: PastDossier) => Facts | undefined

/**
 * The same dossiers under two laws: how many answers change, which way, and the worst. Facts stay what they were; only
 * the law changes. Timeliness is asked with the moment that each law itself makes the result due.
 */
export function replayDossiers(
  before: BoundProgram,
  after: BoundProgram,
  dossiers: readonly PastDossier[],
): DossierReplay {
  const laws = [before, after] as const
  const questions = [
    ...Object.entries(dates).map(([question, asking]) => replayDates(question, asking, laws, dossiers)),
    ...Object.entries(words).map(([question, asking]) => replayWords(question, asking, laws, dossiers)),
  ].filter(({ asked }) => asked > 0)
  const sum = (of: (one: QuestionReplay) => number) => questions.reduce((all, one) => all + of(one), 0)
  return {
    dossiers: dossiers.length,
    answers: sum(({ asked }) => asked),
    changed: sum(({ asked, same, unanswerable }) => asked - same - unanswerable),
    questions,
  }
}

const dates: Readonly<Record<string, Asking>> = {
  'intake.decision': ({ submittedAt, mode }) => ({ submittedAt, mode }),
  'intake.receiptDay': ({ submittedAt, mode }) => ({ submittedAt, mode }),
  'processing.due': ({ acceptedAt, limit }) => acceptedAt && { acceptedAt, limit },
  'apology.notice': ({ dueAt }) => dueAt && { dueAt },
  'extension.latest': ({ dueAt, limit }) => dueAt && { dueAt, limit },
}

/** Questions that are answered in words, each law asked with what it itself says before. */
const words: Readonly<Record<string, (dossier: PastDossier, law: BoundProgram) => Facts | undefined>> = {
  'dossier.timeliness': ({ acceptedAt, limit, resultAt, dueAt }, law) => {
    if (!acceptedAt || !resultAt) return undefined
    const due = answerOf(law, 'processing.due', { acceptedAt, limit }) ?? dueAt
    return due === undefined ? undefined : { acceptedAt, resultAt, dueAt: due }
  },
  'payment.channels': ({ level, mode, submittedAt }) => ({ level, mode, asOf: submittedAt }),
  'return.channels': ({ level, mode, submittedAt }) => ({ level, mode, asOf: submittedAt }),
  'extension.most': ({ limit, acceptedAt }) => acceptedAt && { limit, asOf: acceptedAt },
}

type Laws = readonly [BoundProgram, BoundProgram]

function replayDates(
  question: string,
  asking: Asking,
  [before, after]: Laws,
  dossiers: readonly PastDossier[],
): QuestionReplay {
  const asked = dossiers.flatMap((dossier) => {
    const facts = asking(dossier)
    return facts ? [{ code: dossier.code, facts }] : []
  })
  const columns = columnsOf(
    question,
    asked.map(({ facts }) => facts),
  )
  const found = replay({ law: before }, { law: after }, columns)
  const { count, latest, earliest, firstChanged, ...counts } = found
  const moved = [latest, earliest].filter((one) => one !== null)
  const first = moved.length > 0 || firstChanged < 0 ? [] : [{ index: firstChanged }]
  const worst = [...moved, ...first].map((one): Moved => {
    const { code, facts } = asked[one.index]!
    return {
      code,
      facts,
      before: answerOf(before, question, facts),
      after: answerOf(after, question, facts),
      ...('seconds' in one ? { seconds: one.seconds } : {}),
    }
  })
  return { question, phrase: questionOf.get(question)!.phrase, asked: count, ...counts, worst, turns: [] }
}

function replayWords(
  question: string,
  asking: (dossier: PastDossier, law: BoundProgram) => Facts | undefined,
  [before, after]: Laws,
  dossiers: readonly PastDossier[],
): QuestionReplay {
  const counts = { same: 0, different: 0, gained: 0, lost: 0, unanswerable: 0 }
  const turns = new Map<string, { before: unknown; after: unknown; count: number }>()
  const worst: Moved[] = []
  let asked = 0
  for (const dossier of dossiers) {
    const [old, young] = [asking(dossier, before), asking(dossier, after)]
    if (!old && !young) continue
    asked++
    const answers = [
      old && answerOf(before, question, old),
      young && answerOf(after, question, young),
    ] as const
    const way = wayOf(...answers)
    counts[way]++
    if (way === 'same' || way === 'unanswerable') continue
    const [a, b] = answers
    const key = stableJson([a, b])
    const turn = turns.get(key) ?? { before: a, after: b, count: 0 }
    turns.set(key, { ...turn, count: turn.count + 1 })
    if (worst.length === 0) worst.push({ code: dossier.code, facts: (young ?? old)!, before: a, after: b })
  }
  return {
    ...{ question, phrase: questionOf.get(question)!.phrase, asked, earlier: 0, later: 0, ...counts, worst },
    turns: [...turns.values()].toSorted((x, y) => y.count - x.count),
  }
}

function wayOf(before: unknown, after: unknown): 'same' | 'different' | 'gained' | 'lost' | 'unanswerable' {
  if (before === undefined || after === undefined) return 'unanswerable'
  if (stableJson(before) === stableJson(after)) return 'same'
  return before === null ? 'gained' : after === null ? 'lost' : 'different'
}

/** The answer of one law, or nothing where the facts or the calendar do not reach. */
function answerOf(law: BoundProgram, question: string, facts: Facts): unknown {
  try {
    return askBare(law, question, facts).answer
  } catch (cause) {
    if (!(cause instanceof BadFacts)) throw cause
    return undefined
  }
}

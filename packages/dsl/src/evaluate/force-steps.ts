import type { Moment } from '@motcua/calendar'
import type { CompiledWindow, LegalBasis } from '../compile/compiled.ts'
import type { BoundProgram } from './bind.ts'
import type { Running } from './running.ts'
import type { Worked } from './work.ts'

/** Why this rule and no other is in force. Days are numbered from 1970-01-01, dates written `YYYY-MM-DD`. */
export type ForceStep =
  /** The rule that answers has days of its own. */
  | { readonly k: 'window'; readonly window: CompiledWindow }
  /** The province has a rule for the question, and it does not hold on the day. */
  | { readonly k: 'ended'; readonly question: string; readonly window: CompiledWindow }
  /** What became of the text referred to: kept as it stood on a day, amended, or replaced by another. */
  | {
      readonly k: 'standing'
      readonly how: 'issued' | 'amended' | 'replaced'
      readonly act: string
      readonly by: string
      readonly on: string
    }
  /** What a transition clause says of a matter that ran when the new rule took effect. */
  | {
      readonly k: 'running'
      readonly choice: Running['choice']
      readonly cites: readonly LegalBasis[]
      readonly day: number
    }
  /** The deadlines of the old and the new rule, and which was taken. */
  | {
      readonly k: 'both'
      readonly old: Moment | undefined
      readonly other: Moment | undefined
      readonly took: Running['took']
    }
  /** The official text refers to one place and is read as another. */
  | { readonly k: 'misprint'; readonly to: LegalBasis; readonly readAs: LegalBasis }

/** A list that takes such steps, whatever else it holds. */
interface Steps {
  readonly push: (step: ForceStep) => unknown
}

/** Adds the steps that tell why the rule that answers is in force, or why the province's own is not. */
export function forceInto(list: Steps, bound: BoundProgram, question: string, worked: Worked): void {
  const { found, running } = worked
  const { effect } = found
  if (effect?.holds) list.push({ k: 'window', window: effect.holds })
  if (found.path === 'inherited' || found.path === 'silent') ended(list, bound, question, found.province)
  else if (found.path === 'delegated') standing(list, bound, worked)
  if (running) {
    const { choice, cites, day, took, old, other } = running
    list.push({ k: 'running', choice, cites, day })
    if (old && other) list.push({ k: 'both', old: dueOf(old), other: dueOf(other), took })
  }
  for (const reference of effect?.references ?? []) list.push({ k: 'misprint', ...reference })
}

const dueOf = ({ outcome }: Worked): Moment | undefined => outcome?.trace.due

function ended(list: Steps, { program }: BoundProgram, key: string, province: number): void {
  const { dispatch, compiled } = program
  const question = dispatch.questions.get(key)
  const axis = question?.rowOfDay?.[province]
  if (!axis) return
  const { cells, effects } = question
  const windows = [...new Set(axis)]
    .flatMap((row) => [...effects.subarray(row * cells, (row + 1) * cells)])
    .flatMap((effect) => (effect >= 0 ? (compiled.effects[effect]!.holds ?? []) : []))
  for (const window of new Set(windows)) list.push({ k: 'ended', question: key, window })
}

function standing(list: Steps, { program }: BoundProgram, { found }: Worked): void {
  const { effects, acts } = program.compiled
  const does = effects[found.touched[0]!]!.does
  if (does.op !== 'follow') return
  const act = does.cite.regulation
  if (does.standsOn !== undefined) {
    list.push({ k: 'standing', how: 'issued', act, by: act, on: does.standsOn })
    return
  }
  const reached = found.effect!.act
  if (reached === does.act) return
  const { number, effectiveOn } = acts[reached]!
  const how = acts[does.act]!.amendedBy?.includes(reached) ? 'amended' : 'replaced'
  list.push({ k: 'standing', how, act, by: number, on: effectiveOn })
}

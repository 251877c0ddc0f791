import { type Moment, dayNumberOf } from '@motcua/calendar'
import { indexOfCell } from '../compile/cells.ts'
import type { CompiledEffect, LegalBasis, Operation } from '../compile/compiled.ts'
import { dayNumber } from '../compile/days.ts'
import { type QuestionDispatch, onDay, rowAt } from '../compile/dispatch.ts'
import type { Program } from '../compile/program.ts'
import type { QuestionInfo } from '../vocabulary/questions.ts'
import { type Facts, missing } from './facts.ts'

/** How an answer was come by: the province itself, the nation in its silence, a reference, or not at all. */
export type Path = 'answered' | 'inherited' | 'delegated' | 'silent'

/** The effect that answers, and how it was found. */
export interface Found {
  readonly path: Path
  readonly effect?: CompiledEffect
  /** For a delegation: the places of the province's text that refer to the national act. */
  readonly through: readonly LegalBasis[]
  /** Index of the province's regulation in force on the day of the anchor; -1 where there is none. */
  readonly province: number
  /** Indexes of the effects that had a part: the delegating one and the one it reaches. */
  readonly touched: readonly number[]
}

const silent = (province: number, touched: readonly number[] = []): Found => ({
  path: 'silent',
  through: [],
  province,
  touched,
})

/** Finds which case of which version answers a question: the province's own, what it refers to, or the national floor. */
export function find(program: Program, info: QuestionInfo, facts: Facts): Found {
  const { dispatch, compiled } = program
  const question = dispatch.questions.get(info.key)
  const { province, day } = versionFor(program, question, info, facts)
  if (!question) return silent(province)
  const cell = indexOfCell(question.dims, facts.cell)
  const own = province < 0 ? -1 : effectAt(program, question, province, day, cell)
  const does = own < 0 ? undefined : compiled.effects[own]!.does
  if (does && does.op !== 'follow') return hit(program, 'answered', own, province)
  if (does?.op === 'follow') {
    const reached = followed(program, question, does, day, cell)
    if (reached >= 0) return hit(program, 'delegated', reached, province, compiled.effects[own]!.cites, own)
  }
  const act = onDay(question.nationalOfDay, dispatch.base, day)
  const national = act < 0 ? -1 : effectAt(program, question, act, day, cell)
  if (national >= 0) return hit(program, 'inherited', national, province, [], own)
  return silent(province, own < 0 ? [] : [own])
}

function hit(
  { compiled }: Program,
  path: Path,
  index: number,
  province: number,
  through: Found['through'] = [],
  before = -1,
): Found {
  const touched = before < 0 ? [index] : [before, index]
  return { path, effect: compiled.effects[index]!, through, province, touched }
}

/** The effect a delegation reaches: of the text as it stood when it was referred to, else as it stands on the day. */
function followed(
  program: Program,
  question: QuestionDispatch,
  { act, standsOn }: Extract<Operation, { op: 'follow' }>,
  day: number,
  cell: number,
): number {
  if (standsOn !== undefined) return effectAt(program, question, act, dayNumber(standsOn), cell)
  const reached = inForce(program, act, day)
  return reached < 0 ? -1 : effectAt(program, question, reached, day, cell)
}

/** The effect of an act in a cell on a day: that of what amends it by then, else its own; -1 where there is none. */
export function effectAt(
  program: Program,
  question: QuestionDispatch,
  act: number,
  day: number,
  cell: number,
): number {
  const { amendedBy } = program.compiled.acts[act]!
  if (amendedBy) {
    const amended = amendedAt(program, question, amendedBy, day, cell)
    if (amended >= 0) return amended
  }
  return question.effects[rowAt(question, program.dispatch.base, act, day) * question.cells + cell]!
}

/** What the last of the acts that amend another has put in its place by a day; -1 where none has. */
function amendedAt(
  program: Program,
  question: QuestionDispatch,
  amendedBy: readonly number[],
  day: number,
  cell: number,
): number {
  for (const act of amendedBy.toReversed()) {
    const { effectiveOn, endsBefore } = program.compiled.acts[act]!
    if (day < dayNumber(effectiveOn) || (endsBefore !== null && day >= dayNumber(endsBefore))) continue
    const found = effectAt(program, question, act, day, cell)
    if (found >= 0) return found
  }
  return -1
}

/** The act a delegation reaches on a day: itself, or what has taken its place by then. */
export function inForce(program: Program, act: number, day: number): number {
  const { acts } = program.compiled
  let at = act
  for (let hops = 0; hops < acts.length; hops++) {
    const { endsBefore, replacedBy } = acts[at]!
    if (endsBefore === null || day < dayNumber(endsBefore)) return at
    if (replacedBy === null) return -1
    at = replacedBy
  }
  return -1
}

/**
 * The version of the province's regulation that governs (AMB-17): the one in force at `asOf`, else at the moment the
 * rule of that version binds at.
 */
function versionFor(
  program: Program,
  question: QuestionDispatch | undefined,
  info: QuestionInfo,
  facts: Facts,
): { province: number; day: number } {
  const { base, provinceOfDay } = program.dispatch
  const at = (moment: Moment) => {
    const day = dayNumberOf(moment)
    return { province: onDay(provinceOfDay, base, day), day }
  }
  if (facts.asOf !== undefined) return at(facts.asOf)
  const usual = anchor(info.anchors, facts)
  if (question?.anchors) {
    for (const { act, row, facts: anchors } of question.anchors.toReversed()) {
      const moment = anchor(anchors, facts)
      if (moment === undefined) continue
      const found = at(moment)
      if (found.province === act && rowAt(question, base, act, found.day) === row) return found
    }
  }
  if (usual === undefined) throw missing('asOf', info)
  return at(usual)
}

function anchor(names: QuestionInfo['anchors'], facts: Facts): Moment | undefined {
  for (const name of names) {
    const moment = facts.moments[name]
    if (moment !== undefined) return moment
  }
  return undefined
}

import { type CivilDate, type Instant, instant } from '@motcua/calendar'
import type { LegalBasis } from '../compile/compiled.ts'
import { dayNumber } from '../compile/days.ts'
import { onDay } from '../compile/dispatch.ts'
import { unique } from '../compile/effects.ts'
import type { Bilingual } from '../source/diagnostic.ts'
import { type QuestionKind, questions } from '../vocabulary/questions.ts'
import { type BoundProgram, programOf } from './bind.ts'
import type { Program } from '../compile/program.ts'
import { type Path, effectAt, inForce } from './find.ts'

/** How a tenant's law stands to one question on a day. */
export interface CoverageLine {
  readonly question: string
  readonly kind: QuestionKind
  readonly phrase: Bilingual
  /** `answered` where at least one case of the province answers it. */
  readonly path: Path
  readonly basis: readonly LegalBasis[]
  /** Some cases of the question are not regulated by the province. */
  readonly partly: boolean
  /** Why the value of the rule is not recorded, where it is not. */
  readonly note?: Bilingual
}

/** Per question: answered by the province, delegated, inherited from the national floor, or silent. */
export function coverage(source: Program | BoundProgram, at: CivilDate | Instant): CoverageLine[] {
  const program = programOf(source)
  const day = dayNumber(at.length === 10 ? at : instant(at).slice(0, 10))
  return questions.map(({ key, kind, phrase }) => ({
    question: key,
    kind,
    phrase,
    ...stand(program, key, day),
  }))
}

type Stand = Pick<CoverageLine, 'path' | 'basis' | 'partly' | 'note'>

function stand(program: Program, key: string, day: number): Stand {
  const { dispatch, compiled } = program
  const question = dispatch.questions.get(key)
  if (!question) return { path: 'silent', basis: [], partly: false }
  const row = (act: number, on = day) =>
    act < 0
      ? []
      : Array.from({ length: question.cells }, (_, cell) => effectAt(program, question, act, on, cell))
  const basis = (found: readonly number[]) =>
    unique(found.filter((one) => one >= 0).flatMap((one) => compiled.effects[one]!.cites))
  const note = (found: readonly number[]): Pick<CoverageLine, 'note'> => {
    const does = found.map((one) => compiled.effects[one]?.does).find((one) => one?.op === 'notRecorded')
    return does ? { note: does.why } : {}
  }
  const own = row(onDay(dispatch.provinceOfDay, dispatch.base, day))
  const answered = own.filter((one) => one >= 0)
  const partly = answered.length > 0 && answered.length < own.length
  const does = answered.map((one) => compiled.effects[one]!.does)
  const follow = does.find((one) => one.op === 'follow')
  const kept = follow?.standsOn === undefined ? undefined : dayNumber(follow.standsOn)
  const reached = !follow
    ? []
    : kept === undefined
      ? row(inForce(program, follow.act, day))
      : row(follow.act, kept)
  const both = unique([...basis(answered), ...basis(reached)])
  // What is answered here for some cases and left to another text for the rest is answered by the province.
  if (does.some((one) => one.op !== 'follow'))
    return { path: 'answered', basis: both, partly, ...note(answered) }
  if (reached.some((one) => one >= 0)) return { path: 'delegated', basis: both, partly, ...note(reached) }
  const national = row(onDay(question.nationalOfDay, dispatch.base, day))
  if (national.some((one) => one >= 0)) return { path: 'inherited', basis: basis(national), partly: false }
  return { path: 'silent', basis: [], partly: false }
}

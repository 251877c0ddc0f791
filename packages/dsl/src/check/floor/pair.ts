import type { Moment, WorkCalendar } from '@motcua/calendar'
import type { Cell } from '../../compile/cells.ts'
import type { CompiledEffect } from '../../compile/compiled.ts'
import type { QuestionInfo } from '../../vocabulary/questions.ts'

/** Two effects that answer one question in the same cells while both acts are in force. */
export interface Pair {
  readonly question: QuestionInfo
  readonly own: CompiledEffect
  readonly national: CompiledEffect
  /** The rules of the day of receipt that move the start of either, where the question's clock goes by them. */
  readonly ownReceipt?: CompiledEffect
  readonly nationalReceipt?: CompiledEffect
  readonly cells: readonly Cell[]
  /** First and last second on which both are in force and the calendar is known. */
  readonly from: Moment
  readonly to: Moment
  readonly calendar: WorkCalendar
}

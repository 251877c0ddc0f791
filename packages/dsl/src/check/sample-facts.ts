import { type CivilDate, type WorkCalendar, workingDayOnOrAfter } from '@motcua/calendar'
import type { Case, Regulation, Rule } from '../ast/nodes.ts'
import type { Cell } from '../compile/cells.ts'
import { compileCase } from '../compile/effects.ts'
import { decide } from '../evaluate/decide.ts'
import { BadFacts, readFacts } from '../evaluate/facts.ts'
import type { QuestionInfo } from '../vocabulary/questions.ts'
import type { GivenFacts } from './example-line.ts'

/** Facts to work an example of a question with: its moments on a working day of the regulation, in one cell. */
export function sampleFacts(
  question: QuestionInfo,
  { effective }: Regulation,
  cell: Cell,
  calendar: WorkCalendar,
): GivenFacts {
  const on = (effective?.on ?? calendar.from) as CivilDate
  const covered = on >= calendar.from && on < calendar.to ? on : calendar.from
  const at = `${workingDayOnOrAfter(calendar, covered)}T09:00:00+07:00`
  const moments = question.facts.filter(({ type, required }) => type === 'instant' && required)
  const limited = question.facts.some(({ name }) => name === 'limit')
  return {
    ...Object.fromEntries(moments.map(({ name }) => [name, at])),
    ...cell,
    ...(limited ? { limit: { n: 10, unit: 'working-day' } } : {}),
    ...(moments.length === 0 ? { asOf: at } : {}),
  }
}

/**
 * What a case answers by itself, or undefined where it refers elsewhere or needs facts that are not given. The case must
 * have been read without a fault.
 */
export function answerOfCase(
  regulation: Regulation,
  rule: Rule,
  one: Case,
  question: QuestionInfo,
  facts: GivenFacts,
  calendar: WorkCalendar,
): unknown {
  if (one.effects.length === 0 || one.effects.some(({ k }) => k === 'follows')) return undefined
  try {
    const effect = compileCase(regulation, 0, rule, one, () => ({ index: 0, number: '' }))
    return decide({ question, effect, facts: readFacts(question, facts), calendar }).value
  } catch (error) {
    if (error instanceof BadFacts || error instanceof RangeError) return undefined
    throw error
  }
}

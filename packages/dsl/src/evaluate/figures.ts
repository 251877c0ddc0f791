import { atomsOf } from '../ast/tests.ts'
import type { LegalBasis } from '../compile/compiled.ts'
import type { FigureOperation, Grade } from '../compile/figures.ts'
import { truthOf } from '../figures/truth.ts'
import type { NumberFact } from '../vocabulary/figures.ts'
import type { QuestionInfo } from '../vocabulary/questions.ts'
import { type Facts, missing } from './facts.ts'

/** What a statement of figures answers, and what its answer rests on. */
export interface FigureOutcome {
  readonly value: unknown
  readonly cites: readonly LegalBasis[]
  /** The grade that was given, to say why. */
  readonly grade?: Grade
  /** Numbers that are not known, so that nothing is given. */
  readonly unknown?: readonly NumberFact[]
  /** The text gives no answer for this dossier. */
  readonly silent?: true
}

/** Works a statement of figures out on the facts. Throws BadFacts where a number is needed and not given. */
export function decideFigure(does: FigureOperation, question: QuestionInfo, facts: Facts): FigureOutcome {
  switch (does.op) {
    case 'grade':
      return graded(does, question, facts)
    case 'adds':
      return { value: [...does.questions], cites: [] }
    case 'ratio': {
      const { op: _, ...ratio } = does
      return { value: ratio, cites: [] }
    }
    case 'scale':
      return { value: does.grades.map((one) => ({ ...one })), cites: [] }
    case 'moves':
      return {
        value: does.moves
          .filter(({ test }) => test === null || truthOf(test, facts) === true)
          .map(({ test: _, ...move }) => move),
        cites: [],
      }
    case 'form': {
      const { op: _, ...form } = does
      return { value: form, cites: [] }
    }
  }
  does satisfies never
}

function graded(
  { grades, missing: unsaid }: Extract<FigureOperation, { op: 'grade' }>,
  question: QuestionInfo,
  facts: Facts,
): FigureOutcome {
  const unknown = new Set<NumberFact>()
  for (const grade of grades) {
    const truth = grade.test === null ? true : truthOf(grade.test, facts)
    if (truth) return { value: grade.value, cites: grade.cites, grade }
    if (truth === undefined) for (const one of unknownIn(grade, facts)) unknown.add(one)
  }
  if (unknown.size === 0) return { value: null, cites: [], silent: true }
  if (!unsaid) throw missing([...unknown][0]!, question)
  return { value: null, cites: unsaid, unknown: [...unknown] }
}

const unknownIn = ({ test }: Grade, { numbers }: Facts): NumberFact[] =>
  atomsOf(test!).flatMap((one) => (one.k === 'number' && numbers[one.fact] === undefined ? [one.fact] : []))

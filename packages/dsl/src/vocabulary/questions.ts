import type { InstantFact } from './facts.ts'
import { catalogue } from './questions/catalogue.ts'
import { contact } from './questions/contact.ts'
import { data } from './questions/data.ts'
import { figures } from './questions/figures.ts'
import { filing } from './questions/filing.ts'
import { intake } from './questions/intake.ts'
import { interagency } from './questions/interagency.ts'
import { lateness } from './questions/lateness.ts'
import { lookup } from './questions/lookup.ts'
import { money } from './questions/money.ts'
import { notices } from './questions/notices.ts'
import { officers } from './questions/officers.ts'
import { operations } from './questions/operations.ts'
import { people } from './questions/people.ts'
import { postal } from './questions/postal.ts'
import { processing } from './questions/processing.ts'
import type { Binding, QuestionInfo } from './questions/question.ts'
import { results } from './questions/results.ts'
import { safety } from './questions/safety.ts'
import { scores } from './questions/scores.ts'

export type { Binding, FactInfo, QuestionInfo, QuestionKind } from './questions/question.ts'
export { eventOf } from './questions/question.ts'

/**
 * The closed list of questions the system asks of a regulation. A key, once here, keeps its meaning.
 * A rule opens with the phrase of the question it answers.
 */
export const questions: readonly QuestionInfo[] = [
  ...intake,
  ...filing,
  ...processing,
  ...interagency,
  ...lateness,
  ...money,
  ...results,
  ...lookup,
  ...notices,
  ...contact,
  ...catalogue,
  ...people,
  ...officers,
  ...postal,
  ...figures,
  ...scores,
  ...operations,
  ...safety,
  ...data,
]

/** The facts that are the anchor moment of each binding, for a rule that declares another than its question's own. */
export const bindingFacts: Readonly<Record<Binding, readonly InstantFact[]>> = {
  submission: ['submittedAt'],
  clock: [
    'acceptedAt',
    'receivedAt',
    'registrationReceivedAt',
    'appraisalReceivedAt',
    'decisionReceivedAt',
    'decisionIssuedAt',
    'requestReceivedAt',
    'lockedAt',
    'handedOverAt',
    'transferReceivedAt',
  ],
  act: ['requestedAt', 'noticedAt'],
  payment: [],
  report: ['reportAt', 'resultAt'],
}

/** The questions by their keys. */
export const questionOf: ReadonlyMap<string, QuestionInfo> = new Map(questions.map((one) => [one.key, one]))

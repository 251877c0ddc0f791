import { type Phrase, phrase } from './phrase.ts'

/** What is known about a dossier when a question is asked. Names are those of the JSON facts. */
export const instantFacts = [
  'submittedAt',
  'acceptedAt',
  'receivedAt',
  'dueAt',
  'resultAt',
  'registrationReceivedAt',
  'appraisalReceivedAt',
  'decisionReceivedAt',
  'requestReceivedAt',
  'requestedAt',
  'lockedAt',
] as const
export type InstantFact = (typeof instantFacts)[number]

/** Facts of which there are few values: the conditions of rules are made of these, and tables are indexed by them. */
export const dimensions = {
  level: ['1', '2', '3', '4', 'partial', 'full'],
  mode: ['online', 'counter', 'postal'],
  resultForm: ['paper', 'electronic'],
  scope: ['own', 'cross-agency', 'special'],
  signed: [false, true],
  completed: [false, true],
  collected: [false, true],
} as const satisfies Record<string, readonly (string | boolean)[]>
export type Dimension = keyof typeof dimensions

export const isDimension = (name: string): name is Dimension => Object.hasOwn(dimensions, name)

/** An event of the language and the fact that holds its moment. */
export interface EventWord {
  readonly key: string
  readonly fact: InstantFact
}

const eventTable: readonly (readonly [key: string, fact: InstantFact, vi: string, en: string])[] = [
  ['submitted', 'submittedAt', 'nộp', 'submitted'],
  // In law the clock of Decree 118/2025 runs from the System's receipt; here that is the moment of submission.
  ['system-received', 'submittedAt', 'hệ thống nhận', 'received by the System'],
  ['accepted', 'acceptedAt', 'tiếp nhận', 'accepted'],
  ['question-received', 'receivedAt', 'nhận câu hỏi', 'question received'],
  ['feedback-received', 'receivedAt', 'nhận phản ánh', 'feedback received'],
  ['due', 'dueAt', 'hết hạn', 'due time'],
  ['result', 'resultAt', 'có kết quả', 'result recorded'],
  ['registration-received', 'registrationReceivedAt', 'nhận đăng ký', 'registration received'],
  ['appraisal-received', 'appraisalReceivedAt', 'nhận thẩm định', 'appraisal received'],
  ['decision-received', 'decisionReceivedAt', 'nhận quyết định công bố', 'announcing decision received'],
  ['request-received', 'requestReceivedAt', 'nhận đề nghị', 'request received'],
  ['requested', 'requestedAt', 'thời điểm được đề nghị', 'requested time'],
  ['locked', 'lockedAt', 'khóa tài khoản', 'account locked'],
]

export const events: ReadonlyMap<string, EventWord> = new Map(
  eventTable.map(([key, fact]) => [key, { key, fact }]),
)

export const factPhrases: readonly Phrase[] = [
  ...eventTable.map(([key, , vi, en]) => phrase('EVENT', key, vi, en)),
  phrase('DIMENSION', 'level', 'mức độ', 'level'),
  phrase('DIMENSION', 'mode', 'hình thức nộp', 'filing mode'),
  phrase('DIMENSION', 'resultForm', 'dạng kết quả', 'result form'),
  phrase('DIMENSION', 'scope', 'phạm vi câu hỏi', 'question scope'),
  phrase('FLAG', 'signed', 'ký số', 'digitally signed'),
  phrase('FLAG', 'completed', 'hoàn thành dịch vụ', 'service completed'),
  phrase('FLAG', 'collected', 'nhận kết quả', 'result collected'),
]

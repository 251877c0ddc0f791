import { reporters } from './names/bodies.ts'
import { figureDimensions } from './figures.ts'
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
  'originalDueAt',
  'reportAt',
  'decisionIssuedAt',
  'decisionEffectiveAt',
  'noticedAt',
  'outageAt',
  'recoveredAt',
  'handedOverAt',
  'transferReceivedAt',
  'agreedAt',
] as const
/** The name of a fact that is a moment. */
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
  ...figureDimensions,

  tier: ['province', 'district', 'commune'],
  complexity: ['simple', 'complex'],
  applicant: ['individual', 'entity'],
  medium: ['paper', 'electronic'],
  authLevel: ['not-authenticated', 'basic', 'strong'],
  component: ['shared-data', 'prior-result', 'other-component'],
  slip: ['acceptance-slip', 'supplement-slip', 'refusal-slip', 'apology-slip', 'transfer-slip', 'stop-slip'],
  pauseReason: ['supplement', 'consultation', 'verification', 'force-majeure', 'suspension', 'outage'],
  fault: ['agency', 'receiving-body', 'applicant'],
  workflowStep: ['drafting', 'appraisal', 'approval', 'configuration', 'maintenance'],
  lockCause: ['planned', 'emergency', 'detected-risk'],
  accountTask: ['create', 'lock', 'activate', 'revoke'],
  role: [
    'applicant',
    'officer',
    'control-officer',
    'control-division',
    'unit-admin',
    'provider-agency',
    'service-centre',
  ],
  reporter: reporters,
  matter: ['operation', 'settlement', 'roadmap', 'upgrade', 'rating-results'],
  statScope: ['province', 'agency', 'agency-site', 'district', 'commune'],
  audience: ['citizen', 'staff', 'foreign-language'],
  feedbackTask: ['by-phone', 'routing', 'handling', 'monitoring', 'relay'],
  faqTask: ['authoring', 'publication'],
  upkeep: ['maintenance', 'service-proposals'],
  publishAt: ['portal', 'provincial-system'],
  complete: [false, true],
  valid: [false, true],
  prepaid: [false, true],
  competent: [false, true],
  agreed: [false, true],
  split: [false, true],
  overdue: [false, true],
  inScope: [false, true],
  stillValid: [false, true],
  sectorRequired: [false, true],
  originalsCompared: [false, true],
} as const satisfies Record<string, readonly (string | boolean)[]>
/** The name of a condition fact. */
export type Dimension = keyof typeof dimensions

/** Whether a name is that of a condition fact. */
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
  ['original-due', 'originalDueAt', 'hết hạn ban đầu', 'original due time'],
  ['report', 'reportAt', 'chốt số liệu', 'figures cut off'],
  ['decision-issued', 'decisionIssuedAt', 'ban hành quyết định công bố', 'announcing decision issued'],
  [
    'decision-effective',
    'decisionEffectiveAt',
    'quyết định công bố có hiệu lực',
    'announcing decision in effect',
  ],
  ['items-requested', 'noticedAt', 'gửi yêu cầu bổ sung', 'missing items requested'],
  ['outage-began', 'outageAt', 'xảy ra sự cố', 'outage began'],
  ['recovered', 'recoveredAt', 'khắc phục xong sự cố', 'outage over'],
  ['handed-over', 'handedOverAt', 'ký biên bản giao nhận', 'handover signed'],
  ['transfer-received', 'transferReceivedAt', 'nhận hồ sơ chuyển đến', 'transferred dossier received'],
  ['agreed', 'agreedAt', 'thời điểm được thỏa thuận', 'time agreed on'],
]

/** The events by their keys. */
export const events: ReadonlyMap<string, EventWord> = new Map(
  eventTable.map(([key, fact]) => [key, { key, fact }]),
)

/** The phrases of events and condition facts. */
export const factPhrases: readonly Phrase[] = [
  ...eventTable.map(([key, , vi, en]) => phrase('EVENT', key, vi, en)),
  phrase('DIMENSION', 'level', 'mức độ', 'level'),
  phrase('DIMENSION', 'mode', 'hình thức nộp', 'filing mode'),
  phrase('DIMENSION', 'resultForm', 'dạng kết quả', 'result form'),
  phrase('DIMENSION', 'scope', 'phạm vi câu hỏi', 'question scope'),
  phrase('FLAG', 'signed', 'ký số', 'digitally signed'),
  phrase('FLAG', 'completed', 'hoàn thành dịch vụ', 'service completed'),
  phrase('FLAG', 'collected', 'nhận kết quả', 'result collected'),
  phrase('DIMENSION', 'tier', 'cấp hành chính', 'tier'),
  phrase('DIMENSION', 'complexity', 'tính chất vụ việc', 'complexity'),
  phrase('DIMENSION', 'applicant', 'loại chủ thể', 'kind of applicant'),
  phrase('DIMENSION', 'medium', 'dạng hồ sơ', 'dossier form'),
  phrase('DIMENSION', 'authLevel', 'mức xác thực', 'authentication level'),
  phrase('DIMENSION', 'component', 'loại thành phần', 'kind of component'),
  phrase('DIMENSION', 'slip', 'loại phiếu', 'slip'),
  phrase('DIMENSION', 'pauseReason', 'lý do tạm dừng', 'pause reason'),
  phrase('DIMENSION', 'fault', 'bên gây chậm', 'party at fault'),
  phrase('DIMENSION', 'workflowStep', 'bước xây dựng quy trình', 'workflow step'),
  phrase('DIMENSION', 'lockCause', 'cách khóa', 'kind of lock'),
  phrase('DIMENSION', 'accountTask', 'việc về tài khoản', 'account request'),
  phrase('DIMENSION', 'role', 'vai trò', 'role'),
  phrase('DIMENSION', 'reporter', 'bên báo cáo', 'reporting party'),
  phrase('DIMENSION', 'matter', 'nội dung báo cáo', 'report matter'),
  phrase('DIMENSION', 'statScope', 'phạm vi số liệu', 'scope of figures'),
  phrase('DIMENSION', 'audience', 'bên dùng địa chỉ', 'users of the address'),
  phrase('DIMENSION', 'feedbackTask', 'việc về phản ánh', 'feedback task'),
  phrase('DIMENSION', 'faqTask', 'việc về bộ câu hỏi', 'question set task'),
  phrase('DIMENSION', 'upkeep', 'việc định kỳ', 'recurring task'),
  phrase('DIMENSION', 'publishAt', 'nơi đăng tải', 'place of publication'),
  phrase('FLAG', 'complete', 'đầy đủ', 'complete'),
  phrase('FLAG', 'valid', 'hợp lệ', 'valid'),
  phrase('FLAG', 'prepaid', 'đủ khoản phải nộp trước', 'prepayment made'),
  phrase('FLAG', 'competent', 'đúng thẩm quyền', 'within competence'),
  phrase('FLAG', 'agreed', 'được người nộp đồng ý', 'applicant agrees'),
  phrase('FLAG', 'split', 'nhận và trả tại hai nơi', 'received and returned at two bodies'),
  phrase('FLAG', 'overdue', 'bị quá hạn', 'overdue'),
  phrase('FLAG', 'inScope', 'thuộc phạm vi trả lời', 'within the scope of answers'),
  phrase('FLAG', 'stillValid', 'còn giá trị', 'still valid'),
  phrase(
    'FLAG',
    'sectorRequired',
    'phải đối chiếu theo luật chuyên ngành',
    'comparison required by sector law',
  ),
  phrase('FLAG', 'originalsCompared', 'có đối chiếu bản gốc', 'originals compared'),
]

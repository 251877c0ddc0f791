import type { Bilingual } from '../source/diagnostic.ts'
import { type Dimension, type InstantFact } from './facts.ts'

/** What form an answer has; see docs/language.md. */
export type QuestionKind =
  'deadline' | 'day' | 'amount' | 'set' | 'list' | 'notification' | 'flag' | 'class' | 'count'

/** When a rule takes hold of a dossier (AMB-17): the moment that chooses the version of the regulation. */
export type Binding = 'submission' | 'clock' | 'act' | 'payment' | 'report'

export interface FactInfo {
  readonly name: InstantFact | Dimension | 'limit' | 'asOf'
  readonly type: 'instant' | 'limit' | 'level' | 'mode' | 'resultForm' | 'scope' | 'boolean'
  readonly required: boolean
  /** The events of the language that this moment may be called by; without them every event of the fact. */
  readonly events?: readonly string[]
  /** Taken where the fact is not given. */
  readonly default?: string | boolean
}

export interface QuestionInfo {
  readonly key: string
  readonly kind: QuestionKind
  readonly facts: readonly FactInfo[]
  readonly phrase: Bilingual
  readonly binds: Binding
  /** Facts whose moment chooses the version, the first that is given; `asOf` always comes before them. */
  readonly anchors: readonly InstantFact[]
  /** Closed list of answers of a class. */
  readonly words?: readonly string[]
  /** A question of a day that moves the start of this clock where the regulation answers it (AMB-05f). */
  readonly receipt?: string
}

const asOf: FactInfo = { name: 'asOf', type: 'instant', required: false }
const moment = (name: InstantFact, required = true): FactInfo => ({ name, type: 'instant', required })
const called = (fact: FactInfo, ...events: readonly string[]): FactInfo => ({ ...fact, events })
const limit: FactInfo = { name: 'limit', type: 'limit', required: true }
const level: FactInfo = { name: 'level', type: 'level', required: true }
const online: FactInfo = { name: 'mode', type: 'mode', required: false, default: 'online' }
const onPaper: FactInfo = { name: 'resultForm', type: 'resultForm', required: false, default: 'paper' }
const ownRemit: FactInfo = { name: 'scope', type: 'scope', required: false, default: 'own' }
const flag = (name: 'signed' | 'completed' | 'collected'): FactInfo => ({
  name,
  type: 'boolean',
  required: true,
})

function question(
  key: string,
  kind: QuestionKind,
  phrase: Bilingual,
  binds: Binding,
  facts: readonly FactInfo[],
  more: Pick<QuestionInfo, 'words' | 'receipt'> = {},
): QuestionInfo {
  const anchors = facts.flatMap(({ name, type }) => (type === 'instant' ? [name as InstantFact] : []))
  return { key, kind, phrase, binds, facts: [...facts, asOf], anchors, ...more }
}

/**
 * The closed list of questions the system asks of a regulation. A key, once here, keeps its meaning.
 * A rule opens with the phrase of the question it answers.
 */
export const questions: readonly QuestionInfo[] = [
  question(
    'intake.decision',
    'deadline',
    { vi: 'kiểm tra hồ sơ nộp trực tuyến', en: 'online intake decision' },
    'submission',
    [moment('submittedAt'), online],
    { receipt: 'intake.receiptDay' },
  ),
  question(
    'intake.receiptDay',
    'day',
    { vi: 'ngày nhận hồ sơ nộp trực tuyến', en: 'receipt day of online dossiers' },
    'submission',
    [moment('submittedAt'), online],
  ),
  question(
    'intake.completionLimit',
    'count',
    { vi: 'số lần yêu cầu bổ sung', en: 'completion request limit' },
    'act',
    [],
  ),
  question(
    'processing.due',
    'deadline',
    { vi: 'thời hạn giải quyết hồ sơ', en: 'processing deadline' },
    'clock',
    [moment('acceptedAt'), limit],
  ),
  question(
    'code.issuedAt',
    'class',
    { vi: 'thời điểm cấp mã hồ sơ', en: 'issue of the dossier code' },
    'act',
    [],
    {
      words: ['acceptance', 'submission'],
    },
  ),
  question(
    'filing.via',
    'class',
    { vi: 'nơi nộp hồ sơ trực tuyến', en: 'place of online filing' },
    'submission',
    [],
    { words: ['portal', 'national-portal'] },
  ),
  question(
    'accounts.localRegistration',
    'flag',
    { vi: 'đăng ký tài khoản tại tỉnh', en: 'local account registration' },
    'act',
    [],
  ),
  question('payment.channels', 'set', { vi: 'kênh thanh toán', en: 'payment channels' }, 'payment', [
    level,
    online,
  ]),
  question('refund.due', 'flag', { vi: 'hoàn trả phí lệ phí', en: 'refund of fees' }, 'payment', [
    flag('completed'),
    flag('collected'),
  ]),
  question('return.channels', 'set', { vi: 'kênh trả kết quả', en: 'return channels' }, 'act', [
    level,
    online,
    onPaper,
  ]),
  question(
    'originals.check',
    'flag',
    { vi: 'đối chiếu bản gốc', en: 'comparison with the originals' },
    'act',
    [level, flag('signed'), online],
  ),
  question('result.electronic', 'flag', { vi: 'trả kết quả điện tử', en: 'electronic result' }, 'act', [
    level,
    flag('signed'),
    online,
  ]),
  question('lookup.fields', 'list', { vi: 'nội dung tra cứu', en: 'look-up fields' }, 'act', []),
  question('lookup.channels', 'set', { vi: 'kênh tra cứu', en: 'look-up channels' }, 'act', []),
  question(
    'notify.acceptance',
    'notification',
    { vi: 'thông báo tiếp nhận hồ sơ', en: 'notice of acceptance' },
    'act',
    [],
  ),
  question(
    'notify.supplement',
    'notification',
    { vi: 'thông báo yêu cầu bổ sung', en: 'notice of missing items' },
    'act',
    [],
  ),
  question(
    'dossier.timeliness',
    'class',
    { vi: 'tình trạng đúng hạn của hồ sơ', en: 'timeliness of the dossier' },
    'report',
    [moment('resultAt'), moment('dueAt')],
    { words: ['early', 'on-time', 'late'] },
  ),
  question('question.triage', 'deadline', { vi: 'phân loại câu hỏi', en: 'triage of questions' }, 'clock', [
    called(moment('receivedAt'), 'question-received'),
  ]),
  question('question.answer', 'deadline', { vi: 'trả lời câu hỏi', en: 'answer to questions' }, 'clock', [
    called(moment('receivedAt'), 'question-received'),
    ownRemit,
  ]),
  question(
    'feedback.answer',
    'deadline',
    { vi: 'trả lời phản ánh kiến nghị', en: 'answer to feedback' },
    'clock',
    [called(moment('receivedAt'), 'feedback-received')],
  ),
  question(
    'service.appraisal',
    'deadline',
    { vi: 'thẩm định dịch vụ công trực tuyến', en: 'appraisal of online services' },
    'clock',
    [moment('registrationReceivedAt')],
  ),
  question(
    'procedure.publish',
    'deadline',
    { vi: 'đăng tải thông tin thủ tục', en: 'publication of procedures' },
    'clock',
    [moment('decisionReceivedAt', false), moment('appraisalReceivedAt', false)],
  ),
  question('apology.notice', 'deadline', { vi: 'thông báo xin lỗi', en: 'apology notice' }, 'act', [
    moment('dueAt'),
  ]),
  question('extension.most', 'amount', { vi: 'mức hẹn lại tối đa', en: 'longest extension' }, 'act', [limit]),
  question(
    'extension.latest',
    'deadline',
    { vi: 'ngày hẹn lại muộn nhất', en: 'latest extended date' },
    'act',
    [moment('dueAt'), limit],
  ),
  question('extension.times', 'count', { vi: 'số lần hẹn lại', en: 'number of extensions' }, 'act', []),
  question('account.issue', 'deadline', { vi: 'cấp tài khoản', en: 'issue of accounts' }, 'clock', [
    moment('requestReceivedAt'),
  ]),
  question(
    'account.activate',
    'deadline',
    { vi: 'kích hoạt tài khoản', en: 'reactivation of accounts' },
    'clock',
    [moment('requestReceivedAt'), moment('requestedAt')],
  ),
  question('account.revoke', 'deadline', { vi: 'thu hồi tài khoản', en: 'revocation of accounts' }, 'clock', [
    moment('requestReceivedAt'),
  ]),
  question(
    'account.lockNotice',
    'deadline',
    { vi: 'thông báo khóa tài khoản khẩn cấp', en: 'notice of an emergency lock' },
    'clock',
    [moment('lockedAt')],
  ),
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
    'requestReceivedAt',
    'lockedAt',
  ],
  act: ['requestedAt'],
  payment: [],
  report: ['resultAt'],
}

export const questionOf: ReadonlyMap<string, QuestionInfo> = new Map(questions.map((one) => [one.key, one]))

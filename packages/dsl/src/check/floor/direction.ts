import type { Bilingual } from '../../source/diagnostic.ts'
import type { QuestionInfo, QuestionKind } from '../../vocabulary/questions.ts'

/**
 * What it means that a province's rule keeps to the national one. A policy, not a calculation: docs/language.md says it
 * to lawyers, and they must agree with it.
 */
export type Direction =
  /** An authority's time: the province's deadline is never later. */
  | 'no-later'
  /** Time that is given to the citizen: the province's deadline is never earlier. */
  | 'no-earlier'
  /** A power of the authority: no more of it. */
  | 'no-more'
  /** A right of the citizen: no less of it. */
  | 'no-less'
  /** Choices and information of the citizen: everything the nation gives, and perhaps more. */
  | 'all-of'
  /** What is asked of the citizen: nothing the nation does not ask. */
  | 'none-but'
  /** A duty that comes round: no rarer. */
  | 'no-rarer'
  /** Only where both say the same. */
  | 'same'
  /** A right of the citizen: where the nation says yes, the province does. */
  | 'yes-holds'
  /** A burden on the citizen: where the nation says no, the province does. */
  | 'no-holds'
  /** Each province has its own. */
  | 'own'

/** Which way a question of each kind goes where nothing else is said. */
export const byKind: Readonly<Record<QuestionKind, Direction>> = {
  deadline: 'no-later',
  day: 'no-later',
  amount: 'no-more',
  count: 'no-more',
  set: 'all-of',
  list: 'all-of',
  notification: 'all-of',
  flag: 'yes-holds',
  class: 'same',
  text: 'own',
  schedule: 'no-rarer',
  format: 'own',
  ratio: 'same',
  score: 'same',
  moves: 'own',
  reminders: 'own',
}

/** The questions that go another way than their kind, by the way they go. */
export const exceptions: Readonly<Partial<Record<Direction, readonly string[]>>> = {
  'no-less': ['rating.uses', 'vault.number'],
  'none-but': [
    'qa.conditions',
    'qa.text',
    'qa.fields',
    'qa.excluded',
    'account.documents',
    'account.requestFields',
    'popdb.documents',
    'accounts.rules',
    'completion.requires',
    'vault.componentConditions',
    'postal.prepaid',
    'payment.kinds',
  ],
  'no-holds': [
    'filing.certified',
    'filing.signature',
    'components.required',
    'components.again',
    'accounts.required',
    'originals.check',
    'postal.contract',
    'postal.voucher',
    'vault.selfDigitised',
    'extension.afterDue',
    'api.keySharing',
    'popdb.sharedAccount',
  ],
  same: ['accounts.localRegistration', 'extension.agreed'],
  own: [
    'accounts.number',
    'system.scope',
    'system.actors',
    'system.tiers',
    'agencies.tiers',
    'service.groupBy',
    'filing.attachmentSource',
    'qa.optionalFields',
    'system.operator',
    'workflow.issuedBy',
    'service.levelsBy',
    'service.proposer',
    'faq.by',
    'feedback.by',
    'account.requestBy',
    'accounts.grantedBy',
    'account.lockAhead',
  ],
}

const byQuestion: ReadonlyMap<string, Direction> = new Map(
  Object.entries(exceptions).flatMap(([direction, keys]) =>
    keys.map((key): [string, Direction] => [key, direction as Direction]),
  ),
)

/** Which way a question keeps to the nation. */
export const directionOf = ({ key, kind, granted }: QuestionInfo): Direction =>
  granted ? 'no-earlier' : (byQuestion.get(key) ?? byKind[kind])

/** The law in words: what a province must do so as not to fall behind the nation. */
export const directionWords: Readonly<Record<Direction, Bilingual>> = {
  'no-later': {
    vi: 'thời hạn của cơ quan: không muộn hơn, ở mọi thời điểm',
    en: 'a time limit of the authority: no later, at every moment',
  },
  'no-earlier': {
    vi: 'thời gian dành cho người dân: không kết thúc sớm hơn',
    en: 'time given to the citizen: it ends no earlier',
  },
  'no-more': { vi: 'quyền của cơ quan: không nhiều hơn', en: 'a power of the authority: no more of it' },
  'no-less': { vi: 'quyền của người dân: không ít hơn', en: 'a right of the citizen: no less of it' },
  'all-of': {
    vi: 'lựa chọn và thông tin cho người dân: đủ những gì quốc gia cho, có thể thêm',
    en: 'choices and information of the citizen: all that the nation gives, and perhaps more',
  },
  'none-but': {
    vi: 'yêu cầu đối với người dân: không thêm ngoài những gì quốc gia yêu cầu',
    en: 'what is asked of the citizen: nothing the nation does not ask',
  },
  'no-rarer': { vi: 'việc định kỳ: không thưa hơn', en: 'a duty that comes round: no rarer' },
  same: { vi: 'phải giống nhau', en: 'the same' },
  'yes-holds': {
    vi: 'quyền của người dân: quốc gia nói có thì tỉnh nói có',
    en: 'a right of the citizen: yes where the nation says yes',
  },
  'no-holds': {
    vi: 'gánh nặng của người dân: quốc gia nói không thì tỉnh nói không',
    en: 'a burden on the citizen: no where the nation says no',
  },
  own: { vi: 'mỗi tỉnh tự quy định', en: 'each province has its own' },
}

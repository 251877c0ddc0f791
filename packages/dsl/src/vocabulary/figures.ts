import { type Phrase, phrase } from './phrase.ts'

/** Facts of few values that scores and account moves are told by. */
export const figureDimensions = {
  timeAgainstLimit: ['shorter', 'equal', 'longer'],
  body: ['ministry', 'province', 'district', 'commune'],
  posted: [false, true],
  publishedOnline: [false, true],
  complained: [false, true],
  dragged: [false, true],
  onlineDeployed: [false, true],
} as const

/** What a number counts: whole things, hundredths of a whole, or points of a score. */
export type Measure = 'count' | 'percent' | 'points'

/** Facts that are numbers. A number that is not known is left out, never given as nought. */
export const numbers = {
  contacts: 'count',
  bodiesContacted: 'count',
  onSpotShare: 'percent',
  oneStopShare: 'percent',
  explainedOnTimeShare: 'percent',
  onlineProcedureShare: 'percent',
  onlineDossierShare: 'percent',
  onlineOverdue: 'count',
  totalPoints: 'points',
} as const satisfies Record<string, Measure>
/** The name of a fact that is a number. */
export type NumberFact = keyof typeof numbers

/** A point in time that a standing is told by: which facts hold it, and whether its day or its moment is meant. */
export interface PointInTime {
  readonly of: 'result' | 'due' | 'original-due' | 'report'
  readonly grain: 'day' | 'moment'
}

/** `due-at` alone does not say whether a re-appointment counts; only a question that is told one due date takes it. */
export const pointsInTime: Readonly<Record<string, PointInTime>> = {
  'due-at': { of: 'due', grain: 'day' },
  'result-at': { of: 'result', grain: 'day' },
  'original-due': { of: 'original-due', grain: 'day' },
  'current-due': { of: 'due', grain: 'day' },
  'report-day': { of: 'report', grain: 'day' },
  'result-moment': { of: 'result', grain: 'moment' },
  'original-due-moment': { of: 'original-due', grain: 'moment' },
  'current-due-moment': { of: 'due', grain: 'moment' },
  'report-moment': { of: 'report', grain: 'moment' },
}

/** Where a dossier stands on a report day. `early-or-on-time` is early and on time taken together. */
export const standings = [
  'early',
  'on-time',
  'early-or-on-time',
  'late',
  'pending-in-time',
  'pending-overdue',
] as const
/** A standing of a dossier. */
export type Standing = (typeof standings)[number]

/**
 * What a published rate counts. Dossiers are those of one period, told at its end; a dossier that was withdrawn belongs
 * to none of them (AMB-13). A population that is named like a standing is told by the regulation's own rule of standings.
 */
export const populations = [
  'received-total',
  'carried-over-total',
  'resolved-total',
  'pending-total',
  'filed-online',
  'early-total',
  'on-time-total',
  'early-or-on-time-total',
  'late-total',
  'pending-in-time-total',
  'pending-overdue-total',
  'scored-total',
  'points-total',
] as const
/** A number of dossiers that a rate may count. */
export type Population = (typeof populations)[number]

/** Whether a name is that of a population. */
export const isPopulation = (name: string): name is Population =>
  (populations as readonly string[]).includes(name)

/** The standing a population is named for: `late-total` counts the dossiers that are late. */
export const standingOf = (population: Population): Standing | undefined =>
  standings.find((one) => population === `${one}-total`)

/** States of an account. */
export type State = 'not-issued' | 'active' | 'locked' | 'revoked'

/** What a name or a code is put together from. */
export const nameParts = ['full-name', 'unit-name', 'agency-code', 'acceptance-day', 'sequence'] as const
/** A part of a name or code. */
export type NamePart = (typeof nameParts)[number]

/** Whether a name is that of such a part. */
export const isNamePart = (name: string): name is NamePart => (nameParts as readonly string[]).includes(name)

/** The phrases of the things that figures are about. */
export const figurePhrases: readonly Phrase[] = [
  phrase('NAME', 'report-day', 'ngày chốt số liệu', 'cut-off day'),
  phrase('NAME', 'result-moment', 'thời điểm có kết quả', 'result moment'),
  phrase('NAME', 'original-due-moment', 'thời điểm hẹn trả ban đầu', 'original due moment'),
  phrase('NAME', 'current-due-moment', 'thời điểm hẹn trả hiện tại', 'current due moment'),
  phrase('NAME', 'report-moment', 'thời điểm chốt số liệu', 'cut-off moment'),
  phrase('NAME', 'early-or-on-time', 'đúng và sớm hạn', 'early or on time'),
  phrase('NAME', 'shorter', 'ngắn hơn', 'shorter'),
  phrase('NAME', 'equal', 'bằng', 'equal'),
  phrase('NAME', 'longer', 'dài hơn', 'longer'),
  phrase('NAME', 'ministry', 'bộ', 'ministry'),

  phrase('NAME', 'carried-over-total', 'số hồ sơ kỳ trước chuyển sang', 'dossiers carried over'),
  phrase('NAME', 'early-total', 'số hồ sơ trước hạn', 'early dossiers'),
  phrase('NAME', 'on-time-total', 'số hồ sơ đúng hạn', 'on time dossiers'),
  phrase('NAME', 'early-or-on-time-total', 'số hồ sơ đúng và sớm hạn', 'early or on time dossiers'),
  phrase('NAME', 'late-total', 'số hồ sơ trễ hạn | số hồ sơ quá hạn', 'late dossiers'),
  phrase('NAME', 'pending-in-time-total', 'số hồ sơ đang giải quyết trong hạn', 'dossiers pending in time'),
  phrase('NAME', 'pending-overdue-total', 'số hồ sơ đang giải quyết quá hạn', 'dossiers pending overdue'),
  phrase('NAME', 'scored-total', 'số hồ sơ được chấm điểm', 'dossiers scored'),
  phrase('NAME', 'points-total', 'tổng điểm của các hồ sơ', 'points of all dossiers'),

  phrase('STATE', 'not-issued', 'chưa cấp', 'not yet issued'),
  phrase('STATE', 'active', 'đang hoạt động', 'active'),
  phrase('STATE', 'locked', 'đã khóa', 'locked'),
  phrase('STATE', 'revoked', 'đã thu hồi', 'revoked'),

  phrase('NAME', 'unit-name', 'tên đơn vị', 'name of the unit'),
  phrase('NAME', 'acceptance-day', 'năm tháng ngày tiếp nhận', 'year month day accepted'),
  phrase('NAME', 'sequence', 'số thứ tự', 'serial number'),

  phrase('SETTLED', 'yes', 'đã có kết quả', 'with a result'),
  phrase('SETTLED', 'no', 'chưa có kết quả', 'without a result'),

  phrase('NUMERIC', 'contacts', 'số lần liên hệ để hoàn thiện hồ sơ', 'contacts to complete the dossier'),
  phrase('NUMERIC', 'bodiesContacted', 'số cơ quan phải liên hệ', 'bodies to be contacted'),
  phrase('NUMERIC', 'onSpotShare', 'tỷ lệ giải quyết tại chỗ', 'share settled on the spot'),
  phrase(
    'NUMERIC',
    'oneStopShare',
    'tỷ lệ tiếp nhận và trả tại một cửa',
    'share handled at the one-stop section',
  ),
  phrase('NUMERIC', 'explainedOnTimeShare', 'tỷ lệ giải trình đúng hạn', 'share of explanations on time'),
  phrase('NUMERIC', 'onlineProcedureShare', 'tỷ lệ thủ tục trực tuyến', 'share of procedures online'),
  phrase('NUMERIC', 'onlineDossierShare', 'tỷ lệ hồ sơ nộp trực tuyến', 'share of dossiers filed online'),
  phrase('NUMERIC', 'onlineOverdue', 'số hồ sơ trực tuyến quá hạn', 'overdue online dossiers'),
  phrase('NUMERIC', 'totalPoints', 'tổng số điểm', 'sum of points'),

  phrase('DIMENSION', 'timeAgainstLimit', 'thời gian giải quyết so với quy định', 'time against the limit'),
  phrase('DIMENSION', 'body', 'loại cơ quan', 'kind of body'),
  phrase('FLAG', 'posted', 'niêm yết tại trụ sở', 'posted at the office'),
  phrase('FLAG', 'publishedOnline', 'công khai điện tử', 'published electronically'),
  phrase('FLAG', 'complained', 'bị phản ánh kiến nghị', 'complained of'),
  phrase('FLAG', 'dragged', 'kéo dài giải trình', 'explanation dragged out'),
  phrase('FLAG', 'onlineDeployed', 'triển khai dịch vụ công trực tuyến', 'online services deployed'),
]

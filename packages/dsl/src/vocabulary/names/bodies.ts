import { named } from './named.ts'

/** Bodies and persons that a regulation gives a task, a right or a report. */
export const bodyNames = named([
  ['provincial-committee', 'Ủy ban nhân dân tỉnh', "Provincial People's Committee"],
  ['provincial-chair', 'Chủ tịch Ủy ban nhân dân tỉnh', "Chair of the Provincial People's Committee"],
  ['provincial-office', 'Văn phòng Ủy ban nhân dân tỉnh', "Office of the Provincial People's Committee"],
  ['ict-dept', 'Sở Thông tin và Truyền thông', 'Department of Information and Communications'],
  ['science-dept', 'Sở Khoa học và Công nghệ', 'Department of Science and Technology'],
  ['home-affairs', 'Sở Nội vụ', 'Department of Home Affairs'],
  ['ict-ministry', 'Bộ Thông tin và Truyền thông', 'Ministry of Information and Communications'],
  ['department', 'cơ quan chuyên môn cấp tỉnh', 'provincial specialised agency'],
  ['district-committee', 'Ủy ban nhân dân cấp huyện', "District People's Committee"],
  ['commune-committee', 'Ủy ban nhân dân cấp xã', "Commune People's Committee"],
  ['provider-agency', 'cơ quan cung cấp dịch vụ', 'agency providing the service'],
  ['public-unit', 'đơn vị sự nghiệp công lập', 'public service unit'],
  ['state-enterprise', 'doanh nghiệp nhà nước', 'state enterprise'],
  [
    'service-centre',
    'Trung tâm Phục vụ hành chính công tỉnh',
    'Provincial Public Administration Service Centre',
  ],
  ['district-centre', 'trung tâm hành chính công cấp huyện', 'district public service centre'],
  ['district-section', 'bộ phận một cửa cấp huyện', 'district one-stop section'],
  ['commune-centre', 'trung tâm phục vụ hành chính công cấp xã', 'commune public service centre'],
  ['commune-section', 'bộ phận một cửa cấp xã', 'commune one-stop section'],
  ['original-section', 'bộ phận một cửa nơi tiếp nhận ban đầu', 'original one-stop section'],
  ['lead-agency', 'cơ quan chủ trì', 'lead agency'],
  ['next-agency', 'cơ quan tiếp theo', 'next agency'],
  ['last-agency', 'cơ quan cuối cùng', 'last agency'],
  ['direct-handlers', 'người trực tiếp giải quyết', 'direct handlers'],
  ['receiving-body', 'cơ quan tiếp nhận hồ sơ', 'receiving body'],
  ['receiving-head', 'người đứng đầu cơ quan tiếp nhận', 'head of the receiving body'],
  ['settling-head', 'người đứng đầu cơ quan giải quyết', 'head of the settling agency'],
  ['applicant', 'người nộp hồ sơ', 'applicant'],
  ['account-holder', 'chủ tài khoản', 'account holder'],
  ['principal', 'người ủy quyền', 'principal'],
  ['authorised-filer', 'người được ủy quyền', 'authorised filer'],
  ['officer', 'cán bộ được giao nhiệm vụ', 'assigned officer'],
  ['it-officer', 'cán bộ công nghệ thông tin của cơ quan', "agency's IT officer"],
  ['control-officer', 'cán bộ đầu mối kiểm soát thủ tục hành chính', 'procedure control officer'],
  ['control-division', 'Phòng Kiểm soát thủ tục hành chính', 'Procedure Control Division'],
  ['unit-admin', 'quản trị của đơn vị', 'administrator of the unit'],
  ['police', 'Công an tỉnh', 'Provincial Police'],
  ['police-same-level', 'công an cùng cấp', 'police of the same level'],
  [
    'police-admin-order',
    'Phòng Cảnh sát quản lý hành chính về trật tự xã hội',
    'Police Division for Administrative Order',
  ],
  ['vendor', 'đơn vị cung cấp phần mềm', 'software supplier'],
  ['lessee', 'bên thuê dịch vụ', 'lessee of the service'],
  ['post', 'doanh nghiệp bưu chính', 'postal company'],
  ['service-agent', 'đại lý dịch vụ công', 'public service agent'],
  ['bank', 'ngân hàng', 'bank'],
  ['payment-intermediary', 'trung gian thanh toán', 'payment intermediary'],
  ['fee-collector', 'đơn vị thu phí', 'fee collector'],
  ['related-unit', 'đơn vị liên quan', 'related unit'],
])

/** Who reports, announces an incident or has a periodic duty. */
export const reporters = [
  'ict-dept',
  'provincial-office',
  'home-affairs',
  'department',
  'district-committee',
  'commune-committee',
  'provider-agency',
  'service-centre',
  'it-officer',
  'officer',
  'vendor',
  'post',
] as const

/** Who a report, a plan or a warning of a recurring duty is sent to, and what it is about. */
export const scheduleWords: readonly string[] = [
  'provincial-committee',
  'provincial-chair',
  'provincial-office',
  'ict-dept',
  'ict-ministry',
  'service-centre',
  'operation',
  'settlement',
  'roadmap',
  'upgrade',
  'rating-results',
]

/** Who does a step of settling a dossier. */
export const settlingBodies: readonly string[] = [
  'agency',
  'provincial-office',
  'provincial-chair',
  'department',
  'provider-agency',
  'control-officer',
  'district-committee',
  'lead-agency',
  'counter',
  'original-section',
  'receiving-body',
]

/** Who runs, guards and uses the system. */
export const runningBodies: readonly string[] = [
  ...reporters,
  'science-dept',
  'police',
  'unit-admin',
  'related-unit',
  'agency',
  'entity',
  'individual',
  'lessee',
  'control-officer',
]

/** Ways in and out of the office, as the regulations name them. */
export const channels = [
  'bank-transfer',
  'counter',
  'email',
  'kiosk',
  'mobile',
  'national-portal',
  'online',
  'phone',
  'portal',
  'postal',
  'sms',
  'written',
  'zalo',
] as const
export type Channel = (typeof channels)[number]

/** Level of an online service: 1–4 (43/2011/NĐ-CP) or partial / full (42/2022/NĐ-CP), as the province's regulation names it. */
export const serviceLevels = ['1', '2', '3', '4', 'partial', 'full'] as const
export type ServiceLevel = (typeof serviceLevels)[number]

/** How a dossier came in. */
export const intakeModes = ['online', 'counter', 'postal'] as const
export type IntakeMode = (typeof intakeModes)[number]

/** Early, on time or late, by calendar dates (LA19-14.4). */
export type Timeliness = 'early' | 'on-time' | 'late'

export type Locale = 'vi' | 'en'

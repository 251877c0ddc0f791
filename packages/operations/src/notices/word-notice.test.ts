import { day, instant } from '@motcua/calendar'
import { evolve, type DossierEvent } from '@motcua/domain'
import { describe, expect, test } from 'vitest'
import { accepted, provinces, submitted, tenantNamed } from './fixtures.ts'
import { wordNotice } from './word-notice.ts'

const at = instant('2026-08-03T15:00:00+07:00')
const dossier = evolve(null, submitted)
const about = (id: (typeof provinces)[number]) => ({
  tenant: tenantNamed(id, id),
  portalUrl: `http://${id}.localhost:3000`,
})

test('LA19-9.2: the letter of acceptance names the code, the promised time and the electronic slip', () => {
  const words = wordNotice(accepted, evolve(dossier, accepted), { ...about('long-an'), locale: 'vi' })
  expect(words?.subject).toBe('Đã tiếp nhận hồ sơ H39.21.01-260804-0001')
  expect(words?.body).toContain('Hẹn trả kết quả: 17:00 thứ Ba, 18/08/2026.')
  expect(words?.body).toContain('Giấy tiếp nhận hồ sơ và hẹn trả kết quả bản điện tử')
  expect(words?.body).toContain('http://long-an.localhost:3000/look-up/H39.21.01-260804-0001')
  expect(words?.text).toBe(
    'DVC Long An: da tiep nhan ho so H39.21.01-260804-0001. Hen tra ket qua 17:00 18/08/2026. Tra cuu tai long-an.localhost:3000',
  )
})

test('LA19-9.1: a letter says the day of receipt where the province gives one, and is silent where it gives none', () => {
  const late = {
    ...submitted,
    receiptDay: { ...submitted.intakeClock.why, answer: day('2026-08-04') },
  } satisfies DossierEvent
  const options = { ...about('long-an'), locale: 'vi' } as const
  expect(wordNotice(late, evolve(null, late), options)?.body).toContain('nhận vào ngày thứ Ba, 04/08/2026')
  expect(wordNotice(submitted, dossier, options)?.body).not.toContain('tính là nhận')
})

test('HN19-8.2: a request for completion lists everything once, each thing with its reason', () => {
  const event: DossierEvent = {
    type: 'CompletionRequested',
    at,
    by: 'officer-1',
    items: [
      { kind: 'paper', ref: 'a', label: 'Giấy chứng sinh', reason: 'ảnh mờ', basis: 'Điều 16' },
      { kind: 'field', ref: 'b', label: 'Nơi sinh', reason: 'thiếu tên cơ sở y tế' },
    ],
  }
  const words = wordNotice(event, evolve(dossier, event), { ...about('ha-nam'), locale: 'vi' })
  expect(words?.body).toContain('1. Giấy chứng sinh: ảnh mờ (Điều 16)\n2. Nơi sinh: thiếu tên cơ sở y tế')
  expect(words?.body).not.toContain('Hướng dẫn thêm')
  expect(words?.text).toContain('can bo sung 2 noi dung')
})

describe('every province has words for every event, in both languages', () => {
  const request: DossierEvent = {
    type: 'CompletionRequested',
    at,
    by: 'o',
    items: [{ kind: 'paper', ref: 'a', label: 'Giấy chứng sinh', reason: 'ảnh mờ' }],
    note: 'Chụp lại rõ bốn góc.',
  }
  const supply: DossierEvent = {
    type: 'CompletionSupplied',
    at,
    answers: {},
    papers: [],
    intakeClock: submitted.intakeClock,
  }
  const refusal: DossierEvent = {
    type: 'IntakeRefused',
    at,
    by: 'o',
    reason: 'Sai thẩm quyền',
    basis: 'Điều 13',
  }
  const result: DossierEvent = {
    type: 'ResultRecorded',
    at: instant('2026-08-18T09:00:00+07:00'),
    by: 'o',
    outcome: 'granted',
    timeliness: 'on-time',
    timelinessBasis: [],
  }
  const stories: DossierEvent[][] = [
    [submitted],
    [submitted, request],
    [submitted, request, supply],
    [submitted, refusal],
    [submitted, accepted],
    [submitted, accepted, result],
  ]

  test.each(provinces)('%s', (id) => {
    for (const story of stories) {
      const event = story.at(-1)!
      const state = story.reduce<ReturnType<typeof evolve> | null>(evolve, null)!
      for (const locale of ['vi', 'en'] as const) {
        const words = wordNotice(event, state, { ...about(id), locale })!
        expect(words.subject).toContain('code' in state ? state.code : state.submissionNo)
        expect(words.body).toContain('Trần Thị Đan')
        expect(words.subject + words.body + words.text).not.toMatch(/[{}]|undefined/)
        expect(words.text).toMatch(/^[\x20-\x7e]{40,160}$/)
      }
    }
  })
})

test('a letter about a fee says how much and before what, names the receipt, and later the voucher of what went back', () => {
  const line = { item: 'Lệ phí', kind: 'charges', amount: 135_000, count: 1, basis: 'TT' } as const
  const fee = { amount: 135_000, lines: [line], before: 'result', basis: [] } as const
  const paid = { at, paymentId: 'p', channel: 'online', amount: 135_000, receiptNo: '26/0000001' } as const
  const by = { accountId: 'b', fullName: 'B' }
  const paidOut = { at, by, channel: 'bank-transfer', reference: 'UNC 7' } as const
  const said: readonly (readonly [DossierEvent, readonly string[]])[] = [
    [{ type: 'FeeDemanded', at, by: 'a', fee }, ['135.000 đồng: Lệ phí.', 'trước khi nhận kết quả']],
    [{ type: 'FeePaid', by: 'a', ...paid }, ['135.000 đồng', 'Số biên lai: 26/0000001']],
    [
      { type: 'FeeRefunded', at, by: 'b', paymentId: 'p', amount: 135_000, paidOut },
      ['135.000 đồng', 'Số chứng từ: UNC 7'],
    ],
  ]
  for (const id of provinces)
    for (const [event, words] of said) {
      const letter = wordNotice(event, dossier!, { ...about(id), locale: 'vi' })!
      for (const word of words) expect(letter.body).toContain(word)
      expect(letter.body).not.toContain('Lý do tính lại')
      expect(letter.text).toMatch(/^[\x20-\x7e]{40,160}$/)
    }
})

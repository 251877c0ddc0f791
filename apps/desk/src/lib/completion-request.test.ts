import type { AskingView, StaffDossierView } from '@motcua/api/client'
import { describe, expect, test } from 'vitest'
import { candidates, firstRequest, itemsAsked, needsHeadReason, requestErrors } from './completion-request.ts'
import { deskWords } from './words/index.ts'

const paper = (id: string, required: boolean) => ({
  id,
  name: `Giấy ${id}`,
  originals: 1,
  copies: 0,
  required,
  presentedOnly: false,
})
const dossier = {
  checklist: [
    { paper: paper('a', true), given: [], handedIn: false },
    { paper: paper('b', true), given: [], handedIn: true },
    { paper: paper('c', false), given: [], handedIn: false },
  ],
  form: {
    id: 'f',
    pages: [
      {
        id: 'p',
        title: { vi: 'Trang', en: 'Page' },
        fields: [
          { id: 'birthDate', kind: 'date', label: { vi: 'Ngày sinh', en: 'Date of birth' }, optional: false },
        ],
      },
    ],
  },
  answers: { birthDate: '1990-03-31' },
  agency: { id: 'x', name: 'Phường 1' },
} as unknown as StaffDossierView
const { papers, fields } = candidates(dossier, 'en')
const all = [...papers, ...fields]
const say = deskWords('vi')

describe('a request for completion (HN19-8.2: the whole list at once, each with its reason and its law)', () => {
  test('it begins with the required papers that are not there', () => {
    expect(firstRequest(all, 'Chưa có trong hồ sơ')).toEqual({
      ticked: ['paper-a'],
      reasons: { 'paper-a': 'Chưa có trong hồ sơ' },
      bases: {},
      note: '',
    })
  })

  test('an answer is shown as it was given, and asked for by its Vietnamese name', () => {
    expect(fields[0]).toMatchObject({ shown: 'Date of birth', label: 'Ngày sinh', declared: '31/03/1990' })
  })

  test('it is not sent empty', () => {
    const typed = { ticked: [], reasons: {}, bases: {}, note: '' }
    expect(requestErrors(all, typed, say)).toEqual([
      { href: '#paper-a', text: 'Chọn ít nhất một giấy tờ hoặc một nội dung cần bổ sung' },
    ])
  })

  test('each thing needs its own reason and its own law; what is not ticked needs neither', () => {
    const typed = {
      ticked: ['paper-a', 'field-birthDate'],
      reasons: { 'paper-a': 'Bản chụp mờ' },
      bases: { 'paper-a': 'khoản 2 Điều 8, 42/2019/QĐ-UBND' },
      note: '',
    }
    expect(requestErrors(all, typed, say).map(({ href }) => href)).toEqual([
      '#reason-field-birthDate',
      '#basis-field-birthDate',
    ])
  })

  test('what is sent names the ticked things in the order of the procedure', () => {
    const typed = {
      ticked: ['field-birthDate', 'paper-c'],
      reasons: { 'paper-c': 'Cần cho trường hợp này', 'field-birthDate': 'Không khớp' },
      bases: { 'paper-c': 'Điều 1', 'field-birthDate': 'Điều 2' },
      note: '',
    }
    expect(itemsAsked(all, typed)).toEqual([
      { kind: 'paper', ref: 'c', label: 'Giấy c', reason: 'Cần cho trường hợp này', basis: 'Điều 1' },
      { kind: 'field', ref: 'birthDate', label: 'Ngày sinh', reason: 'Không khớp', basis: 'Điều 2' },
    ])
  })

  test('a note longer than may be kept is found before it is sent', () => {
    const typed = {
      ticked: ['paper-c'],
      reasons: { 'paper-c': 'x' },
      bases: { 'paper-c': 'y' },
      note: 'a'.repeat(2001),
    }
    expect(requestErrors(all, typed, say)).toEqual([
      { href: '#note', text: 'Rút ngắn “Lời nhắn chung cho người nộp”, nhiều nhất 2000 ký tự' },
    ])
  })
})

describe('asking again', () => {
  const asking = (more: Partial<AskingView>): AskingView => ({
    requests: 1,
    limit: { answer: 1 } as AskingView['limit'],
    further: 'head-reason',
    open: ['paper:a'],
    mayGiveReason: false,
    ...more,
  })

  test('AMB-10: needs the head where something could have been named before', () => {
    expect(needsHeadReason(asking({}), ['paper-a'])).toBe(false)
    expect(needsHeadReason(asking({}), ['paper-a', 'field-birthDate'])).toBe(true)
    expect(needsHeadReason(asking({ requests: 0 }), ['paper-b'])).toBe(false)
    expect(needsHeadReason(asking({ further: 'allowed' }), ['paper-b'])).toBe(false)
  })

  test('ND118 art. 19.5: needs the head once the days to send an accepted dossier back have passed', () => {
    const late = { isLate: true } as NonNullable<AskingView['supplement']>
    expect(needsHeadReason(asking({ requests: 0, supplement: late }), ['paper-a'])).toBe(true)
  })
})

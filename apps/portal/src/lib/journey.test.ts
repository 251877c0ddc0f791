import { describe, expect, test } from 'vitest'
import type { DraftView } from './api-types.ts'
import { asksPayment, journeyOf, leftToDo, pathAfter, pathBefore } from './journey.ts'

const words = (text: string) => ({ vi: text, en: text })

/** A draft of which nothing is done yet: two cases, two pages, one required and one shown paper. */
function draft(change: Partial<DraftView> = {}, procedure: Partial<DraftView['procedure']> = {}): DraftView {
  const paper = { originals: 1, copies: 0, presentedOnly: false }
  return {
    id: 'd1',
    procedure: {
      cases: [{ id: 'usual' }, { id: 'verified' }],
      papers: [
        { ...paper, id: 'p1', name: 'Tờ khai', required: true },
        { ...paper, id: 'p2', name: 'Căn cước', required: true, presentedOnly: true },
      ],
      fee: '8.000 đ/bản',
      payment: { channels: ['counter', 'online'], basis: [] },
      return: { channels: ['counter', 'postal'], basis: [] },
      ...procedure,
    },
    form: {
      id: 'f',
      pages: [
        { id: 'applicant', title: words('Người nộp'), fields: [{ id: 'fullName' }] },
        { id: 'contact', title: words('Liên hệ'), fields: [{ id: 'phone' }] },
      ],
    },
    answers: {},
    papers: [],
    todo: ['case', 'applicant', 'contact', 'p1', 'return-channel'],
    ...change,
  } as unknown as DraftView
}

describe('the way through a draft', () => {
  test('leads from the case over pages and papers to the channels', () => {
    expect(journeyOf(draft(), 'vi').map(({ path }) => path)).toEqual([
      '/case',
      '/form/applicant',
      '/form/contact',
      '/papers',
      '/return',
      '/payment',
    ])
  })

  test('leaves out what there is nothing to choose or upload for', () => {
    const short = draft({}, { cases: [{ id: 'usual' }] as never, papers: [], fee: 'Miễn phí' })
    expect(journeyOf(short, 'vi').map(({ id }) => id)).toEqual(['applicant', 'contact', 'return-channel'])
  })

  test('says of each page whether it is done, begun or not begun', () => {
    const half = draft({ answers: { fullName: 'Đan', phone: '09' }, todo: ['case', 'contact', 'p1'] })
    expect(journeyOf(half, 'vi').map(({ state }) => state)).toEqual([
      'todo',
      'done',
      'doing',
      'todo',
      'todo',
      'todo',
    ])
  })

  test('does not wait for a page that may be left empty', () => {
    const father = { id: 'father', title: words('Người cha'), fields: [{ id: 'fatherName', optional: true }] }
    const form = { id: 'f', pages: [...draft().form.pages, father] } as DraftView['form']
    const almost = draft({ form, answers: { fullName: 'Đan', phone: '09' }, caseId: 'usual', todo: [] })
    expect(journeyOf(almost, 'vi').find(({ id }) => id === 'father')).toMatchObject({
      state: 'todo',
      optional: true,
    })
    expect(leftToDo(journeyOf(almost, 'vi')).map(({ id }) => id)).not.toContain('father')
  })

  test('ends at the check and begins at the list of tasks', () => {
    const steps = journeyOf(draft(), 'vi')
    expect(pathAfter(steps, 'payment-channel')).toBe('/check')
    expect(pathAfter(steps, 'case')).toBe('/form/applicant')
    expect(pathBefore(steps, 'case')).toBe('')
    expect(pathBefore(steps, 'papers')).toBe('/form/contact')
  })
})

describe('how to pay', () => {
  test('is asked where there is a fee and the rules name a way', () => {
    expect(asksPayment(draft())).toBe(true)
    expect(asksPayment(draft({}, { payment: { channels: [], basis: [] } }))).toBe(false)
  })

  test('is not asked for what is free, but for what is free in some cases', () => {
    expect(asksPayment(draft({}, { fee: 'Miễn phí' }))).toBe(false)
    expect(asksPayment(draft({}, { fee: 'Miễn phí (đúng hạn); quá hạn: HĐND tỉnh quyết định' }))).toBe(true)
  })
})

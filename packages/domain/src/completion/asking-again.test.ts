import { expect, test } from 'vitest'
import type { CompletionItem } from '../dossier/dossier.ts'
import { accepted, given, requested, submitted, supplied, why } from '../dossier/examples.ts'
import type { AskingTerms, FurtherRequest } from './asking-again.ts'
import { requestCompletion } from './request-completion.ts'

const item = (ref: string, kind: CompletionItem['kind'] = 'paper'): CompletionItem => ({
  kind,
  ref,
  label: ref,
  reason: 'Bản chụp mờ',
})
const terms = (limit: number | null, further: FurtherRequest | null = null): AskingTerms => ({
  limit: why('intake.completionLimit', limit),
  further: why('intake.furtherRequest', further),
})
const ask = (items: CompletionItem[], law: AskingTerms, headReason?: string) =>
  requestCompletion(
    given(submitted, requested, supplied),
    { at: supplied.at, by: 'Trần Văn Bình', items, ...(headReason && { headReason }) },
    law,
  )

test('HN19-8.2: the first request may name anything', () => {
  const first = { at: submitted.at, by: 'B', items: [item('giay-chung-sinh'), item('childName', 'field')] }
  expect(requestCompletion(given(submitted), first, terms(1)).granted).toBe(true)
})

test('PT20-9.2c.2: what could have been said the first time is not asked a second time', () => {
  // The birth certificate was filed at first and has not changed since: its fault was there to be seen.
  expect(ask([item('giay-chung-sinh')], terms(1))).toEqual({
    granted: false,
    refusal: {
      code: 'completion-limit-reached',
      data: {
        requests: 1,
        limit: 1,
        further: 'head-reason',
        items: ['giay-chung-sinh'],
        basis: why('', null).basis,
      },
    },
  })
})

test('AMB-10: what was asked for and is still wrong may be asked for again', () => {
  expect(ask([item('van-ban-uy-quyen')], terms(1)).granted).toBe(true)
})

test('AMB-10: a fault that came with what was supplied may be named, though nobody named it before', () => {
  expect(ask([item('childName', 'field')], terms(1)).granted).toBe(true)
})

test('AMB-10: with the reason of the head, written down, the office may ask again', () => {
  const decision = ask([item('giay-chung-sinh')], terms(1), 'Phát hiện giấy chứng sinh bị sửa')
  expect(decision).toMatchObject({
    granted: true,
    events: [{ type: 'CompletionRequested', headReason: 'Phát hiện giấy chứng sinh bị sửa' }],
  })
})

test('AMB-10: each request is counted, whatever let it through', () => {
  expect(given(submitted, requested, supplied, requested, supplied, accepted).requests).toBe(2)
})

test('where the law forbids a further request, no reason opens it; where it allows one, none is needed', () => {
  expect(ask([item('giay-chung-sinh')], terms(1, 'forbidden'), 'Lý do')).toMatchObject({
    refusal: { code: 'completion-limit-reached', data: { further: 'forbidden' } },
  })
  expect(ask([item('giay-chung-sinh')], terms(1, 'allowed')).granted).toBe(true)
})

test('TQ19-12.2c.2: where the law sets no number, the office may ask again', () => {
  expect(ask([item('giay-chung-sinh')], terms(null)).granted).toBe(true)
})

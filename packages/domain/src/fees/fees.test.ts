import { describe, expect, test } from 'vitest'
import type { Decision } from '../decision.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { DossierEvent } from '../dossier/events.ts'
import { evolve } from '../dossier/evolve.ts'
import { accepted, at, clock, decided, given, refusedAtIntake, submitted } from '../dossier/examples.ts'
import { acceptDossier } from '../intake/accept-dossier.ts'
import { demandFee, feeOwed, type FeeTerms } from './demand-fee.ts'
import type { Received } from './fee.ts'
import { receivePayment } from './receive-payment.ts'
import { decideRefund, payRefund, refundFacts, requestRefund } from './refund-fee.ts'

const line = { item: 'Lệ phí', kind: 'charges', amount: 10_000, count: 2, basis: 'TT 75' } as const
const terms: FeeTerms = { lines: [line], before: 'acceptance', basis: [] }
const fee = { ...feeOwed(terms)!, demandedAt: at('09:00') }
const filed: DossierEvent = { ...submitted, fee } as DossierEvent
const received = (paymentId: string, amount = 20_000): Received => ({
  at: at('10:00'),
  paymentId,
  channel: 'online',
  amount,
  receiptNo: 'BL-1',
})
const after = (dossier: Dossier, decision: Decision<DossierEvent>): Dossier => {
  if (!decision.granted) throw new Error(decision.refusal.code)
  return decision.events.reduce<Dossier>(evolve, dossier)
}
const code = (decision: Decision<DossierEvent>): string =>
  decision.granted ? 'granted' : decision.refusal.code
const acceptance = { code: 'H35.12.03-260804-0001', processingClock: clock(at('14:00'), at('17:00')) }
const accept = (dossier: Dossier, more = {}) =>
  acceptDossier(dossier, { at: at('14:00'), by: 'Bình' }, { ...acceptance, ...more })

describe('TQ19-12.2c, PT20-9.2c: what must be paid before acceptance', () => {
  test('keeps the dossier from being accepted until it is paid', () => {
    const dossier = given(filed)
    expect(code(accept(dossier))).toBe('fee-unpaid')
    expect(code(accept(after(dossier, receivePayment(dossier, received('p1'), 'VNPAY'))))).toBe('granted')
  })

  test('is not asked for a second time at acceptance', () => {
    const dossier = given(filed)
    const paid = after(dossier, receivePayment(dossier, received('p1'), 'VNPAY'))
    const events = accept(paid, { fee: { ...terms, before: 'result' } })
    expect(events.granted && events.events.map(({ type }) => type)).toEqual(['DossierAccepted'])
  })
})

test('a fee due before the result is asked for with the acceptance', () => {
  const decision = accept(given(submitted), { fee: { ...terms, before: 'result' } })
  expect(after(given(submitted), decision)).toMatchObject({ phase: 'processing', fee: { amount: 20_000 } })
  const none = accept(given(submitted), { fee: { ...terms, lines: [{ ...line, amount: 0 }] } })
  expect(after(given(submitted), none).fee).toBeUndefined()
})

describe('money that comes in', () => {
  const open = given(filed)
  const paid = after(open, receivePayment(open, received('p1'), 'VNPAY'))

  test('settles the fee where it is what is owed', () => {
    expect(paid.fee!.paid).toEqual(received('p1'))
  })

  test('a second time, or of another amount, or for nothing owed, is surplus and settles nothing', () => {
    const twice = after(paid, receivePayment(paid, received('p2'), 'VNPAY'))
    expect([twice.fee!.paid!.paymentId, twice.fee!.surplus!.map(({ paymentId }) => paymentId)]).toEqual([
      'p1',
      ['p2'],
    ])
    const short = after(open, receivePayment(open, received('p3', 10_000), 'VNPAY'))
    expect([short.fee!.paid, short.fee!.surplus]).toEqual([undefined, [received('p3', 10_000)]])
    const free = given(submitted)
    expect(after(free, receivePayment(free, received('p4'), 'VNPAY')).fee!.surplus).toHaveLength(1)
  })
})

describe('working a fee out anew', () => {
  const how = { at: at('09:30'), by: 'Bình', reason: 'Hộ nghèo' }
  const less: FeeTerms = { ...terms, lines: [{ ...line, count: 1 }] }

  test('changes what is owed as long as nothing was paid', () => {
    expect(after(given(filed), demandFee(given(filed), how, less)).fee!.amount).toBe(10_000)
    const paid = after(given(filed), receivePayment(given(filed), received('p1'), 'VNPAY'))
    expect(code(demandFee(paid, how, less))).toBe('fee-already-paid')
  })

  test('to nothing lifts it', () => {
    const nothing = { ...terms, lines: [{ ...line, amount: 0 }] }
    expect(after(given(filed), demandFee(given(filed), how, nothing)).fee).toBeUndefined()
    expect(code(demandFee(given(submitted), how, nothing))).toBe('nothing-owed')
  })

  test('needs a reason, a line in the table and a dossier that lives', () => {
    expect(code(demandFee(given(filed), { ...how, reason: ' ' }, less))).toBe('reason-missing')
    expect(code(demandFee(given(filed), how, undefined))).toBe('fee-unknown')
    expect(code(demandFee(given(filed, refusedAtIntake), how, less))).toBe('dossier-over')
  })
})

describe('a refund', () => {
  const an = { accountId: 'an', fullName: 'An' }
  const binh = { accountId: 'binh', fullName: 'Bình' }
  const open = given(filed)
  const paid = after(open, receivePayment(open, received('p1'), 'VNPAY'))
  const turned = after(paid, { granted: true, events: [refusedAtIntake] })
  const done = [accepted, decided].reduce(evolve, paid)
  const ask = {
    at: at('15:00'),
    by: an,
    paymentId: 'p1',
    ground: 'agency-failed',
    reason: 'Không thực hiện được',
  } as const
  const due = { due: true, basis: [{ regulation: '246/QĐ-UBND', article: '12', clause: '5', point: 'c' }] }
  const not = { ...due, due: false }
  const asked = after(turned, requestRefund(turned, ask, due))
  const yes = { at: at('15:30'), by: binh, paymentId: 'p1', approved: true }

  test('TQ19-12.5c, LA19-8.4, HN19-10.2d, PT20-13.3: is due where the agency does not complete the service', () => {
    expect(refundFacts(turned)).toEqual({ completed: false, collected: false })
    expect(asked.fee!.refunds).toMatchObject([{ amount: 20_000, basis: due.basis, requestedBy: an }])
  })

  test('TQ19-12.5c.2, LA19-8.4.2, HN19-10.2d.2, PT20-13.3.2: is not due of a result nobody fetched', () => {
    expect(refundFacts(done)).toEqual({ completed: true, collected: false })
    expect(code(requestRefund(done, ask, not))).toBe('refund-not-due')
  })

  test('AMB-28: is not due where the applicant took the dossier back, unless another law says so and is cited', () => {
    const ending = { at: at('14:00'), by: 'An', reason: 'Rút', asked: 'portal' as const, basis: [] }
    const withdrawn = after(paid, { granted: true, events: [{ type: 'DossierWithdrawn', ...ending }] })
    expect(code(requestRefund(withdrawn, ask, due))).toBe('refund-not-due')
    expect(code(requestRefund(withdrawn, { ...ask, ground: 'other-law' }, not))).toBe('basis-missing')
    expect(code(requestRefund(withdrawn, { ...ask, ground: 'other-law', cited: 'Điều 4 TT 25' }, not))).toBe(
      'granted',
    )
  })

  test('AMB-28: of a province whose regulation is silent rests on a law that is cited', () => {
    expect(code(requestRefund(turned, ask, { due: null, basis: [] }))).toBe('refund-not-due')
  })

  test('takes two people: who asked does not decide', () => {
    expect(code(decideRefund(asked, { ...yes, by: an }))).toBe('second-person-needed')
    expect(code(decideRefund(asked, yes))).toBe('granted')
    expect(code(decideRefund(turned, yes))).toBe('refund-not-requested')
  })

  test('is asked for once, decided once and paid once', () => {
    expect(code(requestRefund(asked, ask, due))).toBe('refund-already-requested')
    const approved = after(asked, decideRefund(asked, yes))
    expect(code(decideRefund(approved, yes))).toBe('refund-not-requested')
    const pay = {
      at: at('16:00'),
      by: binh,
      paymentId: 'p1',
      channel: 'bank-transfer',
      reference: 'UNC 1',
    } as const
    const back = after(approved, payRefund(approved, pay))
    expect(back.fee!.refunds![0]!.paidOut).toMatchObject({ reference: 'UNC 1' })
    expect(code(payRefund(back, pay))).toBe('refund-already-paid')
    expect(code(payRefund(asked, pay))).toBe('refund-not-requested')
  })

  test('that was turned down with a reason may be asked for again', () => {
    expect(code(decideRefund(asked, { ...yes, approved: false }))).toBe('reason-missing')
    const no = after(asked, decideRefund(asked, { ...yes, approved: false, note: 'Đã làm xong' }))
    expect(code(requestRefund(no, ask, due))).toBe('granted')
  })

  test('of surplus money needs no rule, and a fee is no surplus', () => {
    const twice = after(paid, receivePayment(paid, received('p2'), 'VNPAY'))
    const silent = { due: null, basis: [] }
    expect(code(requestRefund(twice, { ...ask, paymentId: 'p2', ground: 'surplus' }, silent))).toBe('granted')
    expect(code(requestRefund(twice, { ...ask, ground: 'surplus' }, silent))).toBe('refund-not-due')
    expect(code(requestRefund(twice, { ...ask, paymentId: 'p9' }, due))).toBe('payment-not-here')
  })
})

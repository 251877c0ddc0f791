import { randomUUID } from 'node:crypto'
import { day } from '@motcua/calendar'
import {
  addBankLine,
  addStatement,
  declareRemittance,
  enterLedger,
  issueReceipt,
  keepReconciliation,
  openPayment,
  settlePayment,
  type Tx,
} from '../src/index.ts'
import { nine } from './sample.ts'

/** A payment of 20,000 đồng as it is opened online. */
export const paymentOf = (dossierId: string, ref = 'HS00000001') => ({
  id: randomUUID(),
  dossierId,
  ref,
  channel: 'online' as const,
  amount: 20_000,
  openedAt: nine,
  openedBy: 'Trần Thị Đan',
  key: randomUUID(),
})

/** At least one row of every table of money. */
export async function seedFees(tx: Tx, dossierId: string): Promise<void> {
  const payment = paymentOf(dossierId)
  await openPayment(tx, payment)
  await enterLedger(tx, {
    paymentId: payment.id,
    dossierId,
    kind: 'paid',
    amount: 20_000,
    channel: 'online',
    source: 'vnpay',
    sourceRef: 'HS00000001/1',
    at: nine,
    by: 'VNPAY',
  })
  await settlePayment(tx, payment.id, { status: 'paid', at: nine })
  await issueReceipt(tx, { paymentId: payment.id, series: '26', at: nine, content: { a: 1 } })
  const statementId = randomUUID()
  const account = '1090000000039'
  const sha256 = '0'.repeat(64)
  await addStatement(tx, {
    id: statementId,
    account,
    name: 's.csv',
    sha256,
    lines: 1,
    addedAt: nine,
    addedBy: 'K',
  })
  await addBankLine(tx, {
    id: randomUUID(),
    statementId,
    line: 2,
    account,
    bankRef: 'FT1',
    bookedAt: nine,
    amount: 20_000,
    description: 'HS00000001',
  })
  await declareRemittance(tx, {
    id: randomUUID(),
    holder: 'post',
    agencyId: 'xa-1',
    amount: 20_000,
    payments: 1,
    declaredAt: nine,
    declaredBy: 'B',
  })
  const id = randomUUID()
  await keepReconciliation(tx, {
    id,
    day: day('2026-08-04'),
    runAt: nine,
    runBy: 'K',
    differences: 0,
    content: {},
  })
}

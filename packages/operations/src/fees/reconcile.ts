import { DayInput } from '@motcua/domain'
import { randomUUID } from 'node:crypto'
import { addDays, dateOf, instant, type CivilDate, type Instant } from '@motcua/calendar'
import {
  getDossier,
  keepReconciliation,
  listBankLines,
  listLedger,
  listPaymentsBetween,
  listReconciliations,
  moneyInDossiers,
  type BankLine,
  type Database,
  type LedgerEntry,
  type Payment,
  type Reconciliation,
} from '@motcua/db'
import { z } from 'zod'
import { staffOf } from '../dossier/reach.ts'
import { errand, operation } from '../operation.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { takeNotice } from './bring-notice.ts'
import { GatewayDown, type PaymentGateway } from './gateway.ts'
import { orderOf } from './pay-online.ts'

/** One thing that is not the same on two sides. */
export interface Difference {
  kind:
    | 'dossier-without-ledger'
    | 'ledger-without-dossier'
    | 'gateway-without-ledger'
    | 'ledger-without-gateway'
    | 'amount-at-gateway'
    | 'bank-without-payment'
    | 'ledger-without-bank'
  /** Payment, transaction or bank line it is about. */
  about: string
  dossierId?: string
  /** Đồng on one side and on the other. */
  here: number
  there: number
}

/** What a day's comparison found. */
export interface ReconciliationReport {
  id: string
  day: CivilDate
  runAt: Instant
  runBy: string
  /** Đồng by way, as the ledger has them. */
  totals: Record<string, number>
  surplus: number
  refunded: number
  movements: number
  differences: Difference[]
  /** Payments the gateway could not be asked about; run it again when it answers. */
  notAsked: number
}

/** Compares dossiers, ledger, gateway and bank for one day, and keeps what was found. */
export const reconcile = errand({
  name: 'fees.reconcile',
  may: 'fee:reconcile',
  input: z.object({ day: DayInput }),

  async run({ db, tenant, actor, now, gateway }, { day }): Promise<ReconciliationReport> {
    const runBy = staffOf(actor).fullName
    return reconcileDay({ db, tenant, now, gateway }, { day, runBy })
  },
})

/** The last comparisons. */
export const listReports = operation({
  name: 'fees.reports',
  may: 'fee:reconcile',
  input: z.object({}).default({}),
  run: async ({ tx }): Promise<ReconciliationReport[]> => (await listReconciliations(tx)).map(toReport),
})

interface Comparing {
  readonly db: Database
  readonly tenant: Tenant
  readonly now: Instant
  readonly gateway?: PaymentGateway | undefined
}

/** Money the gateway took and nobody here knew of is counted at once; that it was missing is reported all the same. */
export async function reconcileDay(
  comparing: Comparing,
  { day, runBy }: { day: CivilDate; runBy: string },
): Promise<ReconciliationReport> {
  const { db, tenant, now, gateway } = comparing
  const during = { from: startOf(day), to: startOf(addDays(day, 1)) }
  const read = await db.read(tenant.id, async (tx) => ({
    ledger: await listLedger(tx, during),
    dossiers: await moneyInDossiers(tx, during),
    payments: await listPaymentsBetween(tx, { ...during, channel: 'online' }),
    bank: await listBankLines(tx, during),
  }))
  const asked = gateway
    ? await compareGateway({ ...comparing, gateway }, read.payments, read.ledger)
    : { differences: [], notAsked: 0 }
  const differences = [
    ...compareDossiers(read.ledger, read.dossiers),
    ...asked.differences,
    ...compareBank(read.ledger, read.bank),
  ]
  const report = {
    id: randomUUID(),
    day,
    runAt: now,
    runBy,
    ...sumsOf(read.ledger),
    differences,
    notAsked: asked.notAsked,
  }
  const { id, runAt } = report
  await db.transact(tenant.id, (tx) =>
    keepReconciliation(tx, { id, day, runAt, runBy, differences: differences.length, content: report }),
  )
  return report
}

function sumsOf(ledger: readonly LedgerEntry[]) {
  const totals: Record<string, number> = {}
  let [surplus, refunded, movements] = [0, 0, 0]
  for (const { kind, amount, channel } of ledger) {
    if (kind === 'paid') totals[channel] = (totals[channel] ?? 0) + amount
    if (kind === 'surplus') surplus += amount
    if (kind === 'refunded') refunded -= amount
    if (kind === 'paid' || kind === 'surplus' || kind === 'refunded') movements++
  }
  return { totals, surplus, refunded, movements }
}

const eventOfKind = { paid: 'FeePaid', surplus: 'FeeOverpaid', refunded: 'FeeRefunded' } as const

function compareDossiers(
  ledger: readonly LedgerEntry[],
  events: readonly { dossierId: string; paymentId: string; type: string; amount: number }[],
): Difference[] {
  const key = (type: string, paymentId: string, amount: number): string => `${type} ${paymentId} ${amount}`
  const money = ledger.filter(
    (one): one is LedgerEntry & { kind: keyof typeof eventOfKind } => one.kind in eventOfKind,
  )
  const here = new Set(money.map((one) => key(eventOfKind[one.kind], one.paymentId, Math.abs(one.amount))))
  const there = new Set(events.map((one) => key(one.type, one.paymentId, one.amount)))
  return [
    ...events
      .filter((one) => !here.has(key(one.type, one.paymentId, one.amount)))
      .map(({ paymentId, dossierId, amount }) => ({
        kind: 'dossier-without-ledger' as const,
        about: paymentId,
        dossierId,
        here: 0,
        there: amount,
      })),
    ...money
      .filter((one) => !there.has(key(eventOfKind[one.kind], one.paymentId, Math.abs(one.amount))))
      .map(({ paymentId, dossierId, amount }) => ({
        kind: 'ledger-without-dossier' as const,
        about: paymentId,
        dossierId,
        here: amount,
        there: 0,
      })),
  ]
}

async function compareGateway(
  { db, tenant, now, gateway }: Required<Comparing> & { gateway: PaymentGateway },
  payments: readonly Payment[],
  ledger: readonly LedgerEntry[],
): Promise<{ differences: Difference[]; notAsked: number }> {
  const differences: Difference[] = []
  let notAsked = 0
  for (const payment of payments) {
    const here = ledger
      .filter(({ paymentId, kind }) => paymentId === payment.id && (kind === 'paid' || kind === 'surplus'))
      .reduce((sum, { amount }) => sum + amount, 0)
    const told = { about: payment.ref, dossierId: payment.dossierId, here }
    try {
      const dossier = await db.read(tenant.id, (tx) => getDossier(tx, payment.dossierId))
      const requestId = randomUUID().replaceAll('-', '')
      const notice = await gateway.ask(orderOf(payment, dossier), { now, requestId })
      const there = notice.outcome === 'paid' ? notice.amount : 0
      if (there > 0 && here === 0 && payment.status !== 'paid') {
        differences.push({ kind: 'gateway-without-ledger', ...told, there })
        await takeNotice({ db, tenant, now, name: gateway.name }, notice)
      } else if (there === 0 && here > 0) differences.push({ kind: 'ledger-without-gateway', ...told, there })
      else if (there !== here && here > 0) differences.push({ kind: 'amount-at-gateway', ...told, there })
    } catch (error) {
      if (!(error instanceof GatewayDown)) throw error
      notAsked++
    }
  }
  return { differences, notAsked }
}

function compareBank(ledger: readonly LedgerEntry[], lines: readonly BankLine[]): Difference[] {
  const booked = new Map(lines.map((line) => [`${line.account}/${line.bankRef}`, line]))
  const waiting = lines.filter(({ status, amount }) => status === 'unmatched' && amount > 0)
  const unbooked = ledger.filter(
    ({ source, sourceRef, amount }) => source === 'bank' && booked.get(sourceRef!)?.amount !== amount,
  )
  return [
    ...waiting.map(({ bankRef, amount }) => ({
      kind: 'bank-without-payment' as const,
      about: bankRef,
      here: 0,
      there: amount,
    })),
    ...unbooked.map(({ paymentId, dossierId, amount }) => ({
      kind: 'ledger-without-bank' as const,
      about: paymentId,
      dossierId,
      here: amount,
      there: 0,
    })),
  ]
}

/**
 * Compares yesterday for every province that has no comparison of that day yet. Where one cannot be compared the others
 * are all the same.
 * @throws AggregateError with what failed, once all were tried
 */
export async function reconcileYesterday(
  office: {
    readonly db: Database
    readonly tenants: { list(): Promise<readonly Tenant[]> }
    readonly now: () => Instant
    readonly gateways?: ((province: Tenant['manifest']) => PaymentGateway | undefined) | undefined
  },
  done: Set<string>,
): Promise<void> {
  const now = office.now()
  const day = addDays(dateOf(now), -1)
  const failures: unknown[] = []
  for (const tenant of await office.tenants.list()) {
    const key = `${tenant.id} ${day}`
    if (done.has(key)) continue
    try {
      const before = await office.db.read(tenant.id, (tx) => listReconciliations(tx))
      if (!before.some((one) => one.day === day)) {
        const gateway = office.gateways?.(tenant.manifest)
        await reconcileDay({ db: office.db, tenant, now, gateway }, { day, runBy: 'hệ thống' })
      }
      done.add(key)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) {
    throw new AggregateError(
      failures,
      `the money of ${day} was not compared: ${failures.map(String).join('; ')}`,
    )
  }
}

function toReport({ content }: Reconciliation): ReconciliationReport {
  return content as ReconciliationReport
}

function startOf(day: CivilDate): Instant {
  return instant(`${day}T00:00:00+07:00`)
}

import { createHash, randomUUID } from 'node:crypto'
import {
  addBankLine,
  addStatement,
  decideBankLine,
  findPaymentByRef,
  getBankLineForUpdate,
  getDossierForUpdate,
  listStatements,
  listUnmatchedLines,
  logRead,
  type BankLine,
  type BankStatement,
  type Tx,
} from '@motcua/db'
import type { Instant } from '@motcua/calendar'
import { NotFound, Refused } from '@motcua/domain'
import { z } from 'zod'
import { staffOf } from '../dossier/reach.ts'
import { errand, operation } from '../operation.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { readStatement } from './read-statement.ts'
import { receive } from './receive.ts'

/** What became of a statement file. */
export interface StatementTaken {
  /** Lines of the file; movements that stood here before, from this file or an overlapping one. */
  lines: number
  known: number
  /** Money found to be a payment, and left for somebody to look at. */
  matched: number
  unmatched: number
}

/**
 * Takes in a statement of the receiving account: each movement once, however often and in however many files it comes.
 * Money whose description names an open payment of that amount settles it; everything else waits for a person.
 */
export const takeInStatement = errand({
  name: 'fees.takeInStatement',
  may: 'fee:reconcile',
  input: z.object({
    name: z.string().max(300),
    bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length <= 5 * 1024 * 1024),
  }),

  async run({ db, tenant, actor, now }, { name, bytes }): Promise<StatementTaken> {
    const by = staffOf(actor).fullName
    const account = accountOf(tenant)
    const { lines, faults } = readStatement(bytes)
    if (faults.length > 0)
      throw new Refused({ code: 'statement-unreadable', data: { faults: faults.slice(0, 50) } })
    const statement = {
      id: randomUUID(),
      account,
      name,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      lines: lines.length,
      addedAt: now,
      addedBy: by,
    }
    const fresh = await db.transact(tenant.id, async (tx) => {
      if (!(await addStatement(tx, statement))) return []
      const added: string[] = []
      for (const line of lines) {
        const id = randomUUID()
        if (await addBankLine(tx, { ...line, id, statementId: statement.id, account })) added.push(id)
      }
      return added
    })
    let matched = 0
    // Each in a transaction of its own: a line that cannot be matched keeps no other from being.
    for (const id of fresh)
      if (await db.transact(tenant.id, (tx) => match({ tx, tenant, now, by }, id))) matched++
    return {
      lines: lines.length,
      known: lines.length - fresh.length,
      matched,
      unmatched: fresh.length - matched,
    }
  },
})

/** Finds what a line pays by the number in its description. @returns whether it was found, and the amount is what is owed */
async function match(
  room: { tx: Tx; tenant: Tenant; now: Instant; by: string },
  lineId: string,
): Promise<boolean> {
  const line = await getBankLineForUpdate(room.tx, lineId)
  if (line.amount <= 0 || line.status !== 'unmatched') return false
  for (const ref of refsIn(line.description)) {
    const payment = await findPaymentByRef(room.tx, ref)
    if (payment && payment.amount === line.amount) return settle(room, line, ref)
  }
  return false
}

async function settle(
  { tx, tenant, now, by }: { tx: Tx; tenant: Tenant; now: Instant; by: string },
  line: BankLine,
  ref: string,
): Promise<boolean> {
  const found = await findPaymentByRef(tx, ref)
  if (!found) throw new NotFound('payment')
  const dossier = await getDossierForUpdate(tx, found.dossierId)
  const payment = (await findPaymentByRef(tx, ref))!
  const { outcome, paymentId } = await receive({ tx, tenant, now }, dossier, {
    payment,
    amount: line.amount,
    source: 'bank',
    sourceRef: `${line.account}/${line.bankRef}`,
    at: line.bookedAt < now ? line.bookedAt : now,
    by: tenant.manifest.payment?.account?.bank ?? 'ngân hàng',
    detail: { description: line.description },
  })
  if (outcome === 'counted-before') return false
  await decideBankLine(tx, line.id, { at: now, by, paymentId })
  return true
}

/** A number of ours, as banks carry it: capital letters, perhaps stuck to other words. */
function refsIn(description: string): string[] {
  return [...description.toUpperCase().matchAll(/HS[2-9A-HJKMNP-Z]{10}/g)].map(([ref]) => ref)
}

/** Says of a line that waits what it is: the payment of this number, or, with the reason, no fee of the office. */
export const decideLine = operation({
  name: 'fees.decideLine',
  may: 'fee:reconcile',
  input: z.object({
    lineId: z.uuid(),
    ref: z.string().trim().toUpperCase().max(20).optional(),
    note: z.string().trim().max(500).optional(),
  }),

  async run({ tx, tenant, actor, now }, { lineId, ref, note }): Promise<void> {
    const by = staffOf(actor).fullName
    const line = await getBankLineForUpdate(tx, lineId)
    if (line.status !== 'unmatched') throw new Refused({ code: 'money-counted' })
    if (!ref) {
      if (!note) throw new Refused({ code: 'reason-missing' })
      return decideBankLine(tx, lineId, { at: now, by, note })
    }
    if (line.amount <= 0) throw new Refused({ code: 'payment-not-here' })
    const payment = await findPaymentByRef(tx, ref)
    if (!payment) throw new Refused({ code: 'payment-not-here' })
    if (!(await settle({ tx, tenant, now, by }, line, ref))) throw new Refused({ code: 'money-counted' })
  },
})

/** The account's statements and what still waits: what banks write names payers. */
export interface StatementsView {
  account: string
  statements: BankStatement[]
  waiting: BankLine[]
}

export const listBank = operation({
  name: 'fees.bank',
  may: 'fee:reconcile',
  input: z.object({}).default({}),

  async run({ tx, tenant, actor, now }): Promise<StatementsView> {
    const [statements, waiting] = await Promise.all([listStatements(tx), listUnmatchedLines(tx)])
    if (waiting.length > 0)
      await logRead(tx, { actor, thing: 'bank-lines', thingId: accountOf(tenant), why: 'fees.bank', at: now })
    return { account: accountOf(tenant), statements, waiting }
  },
})

function accountOf(tenant: Tenant): string {
  return tenant.manifest.payment?.account?.number ?? 'chính'
}

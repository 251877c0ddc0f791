import type { Instant } from '@motcua/calendar'
import { NotFound } from '@motcua/domain'
import { query, type Tx } from './database.ts'

/** A statement file of the receiving account. */
export interface BankStatement {
  readonly id: string
  readonly account: string
  readonly name: string
  readonly sha256: string
  readonly lines: number
  readonly addedAt: Instant
  readonly addedBy: string
}

/** One line of the bank, and the payment it was found to be. */
export interface BankLine {
  readonly id: string
  readonly statementId: string
  /** Line of the file it stood on. */
  readonly line: number
  readonly account: string
  /** The bank's own number of the movement. */
  readonly bankRef: string
  readonly bookedAt: Instant
  /** Đồng: what came in, or below nothing what went out. */
  readonly amount: number
  readonly description: string
  readonly status: 'matched' | 'unmatched' | 'set-aside'
  readonly paymentId?: string
  readonly note?: string
  readonly decidedBy?: string
}

/** Keeps a statement file. @returns false where the same file was taken in before */
export async function addStatement(tx: Tx, one: BankStatement): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await query(tx)
    .insertInto('bank_statement')
    .values({
      tenant: tx.tenant,
      id: one.id,
      account: one.account,
      name: one.name,
      sha256: one.sha256,
      lines: one.lines,
      added_at: one.addedAt,
      added_by: one.addedBy,
    })
    .onConflict((c) => c.columns(['tenant', 'sha256']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Keeps a line. @returns false where the bank's movement stands here already, from this file or another */
export async function addBankLine(tx: Tx, one: Omit<BankLine, 'status'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await query(tx)
    .insertInto('bank_line')
    .values({
      tenant: tx.tenant,
      id: one.id,
      statement_id: one.statementId,
      line: one.line,
      account: one.account,
      bank_ref: one.bankRef,
      booked_at: one.bookedAt,
      amount: one.amount,
      description: one.description,
      status: 'unmatched',
      payment_id: null,
      note: null,
      decided_at: null,
      decided_by: null,
    })
    .onConflict((c) => c.columns(['tenant', 'account', 'bank_ref']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Locks a line until the door closes. @throws NotFound */
export async function getBankLineForUpdate(tx: Tx, id: string): Promise<BankLine> {
  const row = await lines(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new NotFound('bank line')
  return toLine(row)
}

/** Says what a line was: a payment, or, with a reason, none of the office's. */
export async function decideBankLine(
  tx: Tx,
  id: string,
  decided: { at: Instant; by: string } & ({ paymentId: string } | { note: string }),
): Promise<void> {
  await query(tx)
    .updateTable('bank_line')
    .set({
      ...('paymentId' in decided
        ? { status: 'matched' as const, payment_id: decided.paymentId }
        : { status: 'set-aside' as const, note: decided.note }),
      decided_at: decided.at,
      decided_by: decided.by,
    })
    .where('tenant', '=', tx.tenant)
    .where('id', '=', id)
    .where('status', '=', 'unmatched')
    .execute()
}

/** Lines nobody has found the payment of, oldest first; at most 500. */
export async function listUnmatchedLines(tx: Tx): Promise<BankLine[]> {
  const rows = await lines(tx)
    .where('status', '=', 'unmatched')
    .orderBy('booked_at')
    .orderBy('line')
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map(toLine)
}

/** Lines booked between two moments. */
export async function listBankLines(
  tx: Tx,
  { from, to }: { from: Instant; to: Instant },
): Promise<BankLine[]> {
  const rows = await lines(tx)
    .where('booked_at', '>=', from)
    .where('booked_at', '<', to)
    .orderBy('booked_at')
    .orderBy('line')
    .orderBy('id')
    .execute()
  return rows.map(toLine)
}

/** The statement files taken in, the latest first; at most 50. */
export async function listStatements(tx: Tx): Promise<BankStatement[]> {
  const rows = await query(tx)
    .selectFrom('bank_statement')
    .selectAll()
    .where('tenant', '=', tx.tenant)
    .orderBy('added_at', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    account: row.account,
    name: row.name,
    sha256: row.sha256,
    lines: row.lines,
    addedAt: row.added_at,
    addedBy: row.added_by,
  }))
}

function lines(tx: Tx) {
  return query(tx).selectFrom('bank_line').selectAll().where('tenant', '=', tx.tenant)
}

type Row = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]

function toLine(row: Row): BankLine {
  return {
    id: row.id,
    statementId: row.statement_id,
    line: row.line,
    account: row.account,
    bankRef: row.bank_ref,
    bookedAt: row.booked_at,
    amount: row.amount,
    description: row.description,
    status: row.status,
    ...(row.payment_id && { paymentId: row.payment_id }),
    ...(row.note && { note: row.note }),
    ...(row.decided_by && { decidedBy: row.decided_by }),
  }
}

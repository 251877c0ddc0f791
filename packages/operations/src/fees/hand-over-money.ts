import { randomUUID } from 'node:crypto'
import {
  confirmRemittance,
  declareRemittance,
  enterLedger,
  getRemittanceForUpdate,
  listHeld,
  listRemittances,
  type Remittance,
  type Tx,
} from '@motcua/db'
import type { Instant } from '@motcua/calendar'
import { Refused, type Actor } from '@motcua/domain'
import { ask } from '@motcua/dsl'
import { z } from 'zod'
import { agenciesOf, staffOf } from '../dossier/reach.ts'
import { operation, type Room } from '../operation.ts'
import type { Tenant } from '../tenants/tenant.ts'

/** Money somebody holds for the office. */
export interface HeldMoney {
  holder: 'post' | 'counter'
  payments: { paymentId: string; dossierId: string; amount: number; at: Instant; by: string }[]
  /** Đồng. */
  total: number
  /** How it must be handed over (PT20-28.2). */
  duty: string[]
  remittances: Remittance[]
}

/** What the one who asks holds, or, for the accountant, everybody. */
export const heldMoney = operation({
  name: 'fees.held',
  may: 'fee:collect',
  input: z.object({ holder: z.enum(['post', 'counter']).default('counter') }),
  run: async (room, { holder }): Promise<HeldMoney> => viewOf(room, holder),
})

/** The same for the post. */
export const heldByPost = operation({
  name: 'fees.heldByPost',
  may: 'fee:collect-by-post',
  input: z.object({}).default({}),
  run: async (room): Promise<HeldMoney> => viewOf(room, 'post'),
})

/** The counter hands its cash over: everything it holds, which is in full. */
export const handOverCash = operation({
  name: 'fees.handOverCash',
  may: 'fee:collect',
  input: z.object({ total: z.int().positive() }),
  run: async (room, { total }): Promise<{ id: string }> => handOver(room, 'counter', total),
})

/** The post hands over what it took for the office, in full (PT20-28.2). */
export const handOverByPost = operation({
  name: 'fees.handOverByPost',
  may: 'fee:collect-by-post',
  input: z.object({ total: z.int().positive() }),
  run: async (room, { total }): Promise<{ id: string }> => handOver(room, 'post', total),
})

/** Another person counts it and confirms. */
export const confirmHandOver = operation({
  name: 'fees.confirmHandOver',
  may: 'fee:reconcile',
  input: z.object({ id: z.uuid() }),

  async run({ tx, actor, now }, { id }): Promise<void> {
    const { accountId, fullName: by } = staffOf(actor)
    const { declaredById } = await getRemittanceForUpdate(tx, id)
    if (declaredById === accountId) throw new Refused({ code: 'second-person-needed' })
    if (!(await confirmRemittance(tx, id, { at: now, by }))) throw new Refused({ code: 'money-counted' })
  },
})

async function viewOf({ tx, tenant, actor, now }: Room, holder: 'post' | 'counter'): Promise<HeldMoney> {
  const [payments, remittances] = await Promise.all([mine(tx, tenant, actor, holder), listRemittances(tx)])
  const duty = ask(tenant.rules, 'postal.remittance', { asOf: now }).answer
  return {
    holder,
    payments,
    total: payments.reduce((sum, { amount }) => sum + amount, 0),
    duty: holder === 'post' ? ((duty ?? []) as string[]) : [],
    remittances: remittances.filter((one) => one.holder === holder),
  }
}

/** @throws Refused where the total was counted before somebody took or handed over more */
async function handOver({ tx, tenant, actor, now }: Room, holder: 'post' | 'counter', total: number) {
  const { accountId, fullName, agencyId } = staffOf(actor)
  const held = await mine(tx, tenant, actor, holder)
  const sum = held.reduce((all, { amount }) => all + amount, 0)
  if (sum !== total) throw new Refused({ code: 'amount-differs', data: { owed: sum, given: total } })
  const id = randomUUID()
  for (const { paymentId, dossierId, amount } of held) {
    const entered = await enterLedger(tx, {
      paymentId,
      dossierId,
      kind: 'remitted',
      amount,
      channel: holder === 'post' ? 'postal' : 'counter',
      source: 'remittance',
      sourceRef: paymentId,
      at: now,
      by: fullName,
      detail: { remittance: id },
    })
    // Somebody handed it over in between: all of this is taken back.
    if (!entered) throw new Refused({ code: 'money-counted' })
  }
  await declareRemittance(tx, {
    id,
    holder,
    agencyId,
    amount: sum,
    payments: held.length,
    declaredAt: now,
    declaredBy: fullName,
    declaredById: accountId,
  })
  return { id }
}

/** Who collects holds their body's cash; the accountant sees all; the post holds what it took. */
async function mine(tx: Tx, tenant: Tenant, actor: Actor, holder: 'post' | 'counter') {
  const held = await listHeld(tx, holder)
  const { roles } = staffOf(actor)
  if (holder === 'post' || roles.includes('accountant')) return held
  const bodies = agenciesOf(tenant, actor)
  return held.filter(({ agencyId }) => bodies.includes(agencyId))
}

import {
  eventsOf,
  getDossierForUpdate,
  listPayments,
  markDone,
  postpone,
  putErrand,
  type Errand,
  type Tx,
} from '@motcua/db'
import { fold, type Actor, type Dossier, type DossierEvent } from '@motcua/domain'
import { noteStateToTell, tellNationalPortal, tellState } from '../exchange/tell.ts'
import { checkPayments, nextCheck } from '../fees/check-payments.ts'
import { tell, type Delivery } from '../notices/deliver-notices.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { followUps } from './follow-ups.ts'
import { handlers } from './handlers.ts'
import { takeErrands } from './take-errands.ts'

/**
 * One round of the worker: whatever is due is done. After an event what follows from it later is written down and the
 * applicant is told; at a later moment what was left for it is done.
 * @returns how many errands were taken.
 */
export function runErrands(office: Delivery, options: { limit?: number } = {}): Promise<number> {
  return takeErrands(office, (errand) => run(office, errand), options)
}

async function run(office: Delivery, errand: Errand): Promise<void> {
  const tenant = await office.tenants.find(errand.tenant)
  if (!tenant) throw new Error('the tenant has no edition in force')
  if (Object.hasOwn(handlers, errand.kind)) return handle(office, tenant, errand)
  if (errand.kind === tellNationalPortal)
    return tellState(office.db, { tenant, errand, now: office.now() }, office.nationalPortal)
  if (errand.kind === 'CheckPayments') return askGateway(office, tenant, errand)
  // What is left for later does not wait for a gateway that is down.
  await plan(office, tenant, errand)
  await tell(office, errand)
}

/** Asks the gateway about open payments. It answers slowly or not at all: no door is held open meanwhile. */
async function askGateway({ db, now, gateways }: Delivery, tenant: Tenant, errand: Errand): Promise<void> {
  const gateway = gateways?.(tenant.manifest)
  if (!gateway) throw new Error('the province has no payment gateway')
  await checkPayments({ db, tenant, now: now(), gateway }, errand.dossierId)
  await db.transact(errand.tenant, async (tx) => {
    // With the dossier locked, as where payments are opened: none that was opened meanwhile is forgotten.
    await getDossierForUpdate(tx, errand.dossierId)
    const next = nextCheck(await listPayments(tx, errand.dossierId))
    if (next) await postpone(tx, errand.id, next)
    else await markDone(tx, errand.id, now())
  })
}

/** The system as it acts by time. */
const actor: Actor = { kind: 'system', name: 'errands' }

async function handle(office: Delivery, tenant: Tenant, errand: Errand): Promise<void> {
  const { db, now, portalUrl } = office
  const handler = handlers[errand.kind as keyof typeof handlers]
  await db.transact(errand.tenant, async (tx) => {
    const dossier = await getDossierForUpdate(tx, errand.dossierId)
    // Somebody else may have done it while this one's lease ran out.
    if (!(await markDone(tx, errand.id, now()))) return
    const { event, then } = await past(tx, errand)
    const at = now()
    const room = { tx, tenant, actor, now: at, portal: portalUrl(tenant), errand, dossier, event, then }
    const again = await handler(room)
    if (again) await postpone(tx, errand.id, again)
  })
}

/** Leaves what follows from an event later. However often it is tried, each is left once. */
async function plan({ db, now, nationalPortal }: Delivery, tenant: Tenant, errand: Errand): Promise<void> {
  await db.transact(errand.tenant, async (tx) => {
    const { event, then } = await past(tx, errand)
    for (const later of followUps(tenant, then, event)) {
      await putErrand(tx, { ...later, dossierId: errand.dossierId, eventVersion: errand.eventVersion })
    }
    await noteStateToTell(tx, { tenant, errand, now: now() }, nationalPortal, { then, event })
  })
}

/** The event an errand follows from, and the dossier as it made it. */
async function past(tx: Tx, errand: Errand): Promise<{ event: DossierEvent; then: Dossier }> {
  const events = (await eventsOf(tx, errand.dossierId)).slice(0, errand.eventVersion)
  const event = events.at(-1)
  if (events.length !== errand.eventVersion || !event) {
    throw new Error(`the dossier has no event ${errand.eventVersion}`)
  }
  return { event, then: fold(events) }
}

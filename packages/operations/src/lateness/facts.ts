import type { Instant } from '@motcua/calendar'
import { Refused, type Dossier, type Fault } from '@motcua/domain'
import { promiseOf } from '../clocks/promise.ts'
import type { ApologyFacts } from './terms.ts'

/** What the law is told of a dossier for which an apology is thought of. @throws Refused where nothing is promised */
export function factsOf(
  dossier: Dossier,
  at: Instant,
  said: { readonly fault: Fault; readonly split: boolean },
): ApologyFacts {
  if (dossier.phase !== 'processing')
    throw new Refused({ code: 'dossier-not-accepted', data: { phase: dossier.phase } })
  const promise = promiseOf(dossier)
  if (!promise) throw new Refused({ code: 'nothing-promised' })
  const { procedure, agencyId } = dossier
  return {
    at,
    promise,
    originalDueAt: dueBeforeReappointment(dossier) ?? promise.dueAt,
    limit: procedure.limit,
    agencyId,
    ...said,
  }
}

/** The due moment as it stood before the result was re-appointed; the present one where it was not (AMB-14). */
export function dueBeforeReappointment(dossier: Dossier): Instant | null {
  if (!('processingClock' in dossier) || !dossier.processingClock) return null
  const { dueAt } = dossier.processingClock
  const chain = (dossier.apologies ?? []).filter(({ processingClock }) => processingClock !== undefined)
  let before = dueAt
  for (const apology of chain.toReversed()) {
    if (apology.processingClock!.dueAt === before) before = apology.dueAt
  }
  return before
}

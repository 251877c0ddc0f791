import type { Instant } from '@motcua/calendar'
import { findByCode, type LookedUpDossier } from '@motcua/db'
import type { Phase } from '@motcua/domain'
import { z } from 'zod'
import { addressOf, limit, lookUpByAddress } from '../identity/limits.ts'
import { errand } from '../operation.ts'
import { lookupFields, timeliness } from '../rules/determine.ts'
import { agencyName } from '../tenants/agency-name.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { lookupFieldKeys, type LookupField, type LookupFieldKey, type LookupView } from '../views.ts'
import { maskName } from './mask-name.ts'

/**
 * Looks a dossier up by its code (or its submission number, before it has one) without signing in: what the
 * province's article lists, in its order, and nothing else. A code of nobody and a code of another province are one.
 */
export const lookUp = errand({
  name: 'dossier.lookUp',
  may: 'dossier:look-up',
  input: z.object({ code: z.string().trim().max(60) }),

  async run(counter, { code }): Promise<LookupView | null> {
    const { db, tenant, actor, now } = counter
    // A key has a limit of its own.
    if (actor.kind !== 'client') await limit(counter, 'look-up', addressOf(actor), lookUpByAddress)
    const listed = lookupFields(tenant, now)
    const dossier = await findByCode(db, tenant.id, code.toUpperCase().replace(/\s/g, ''))
    if (!dossier) return null
    const keys = (listed.answer ?? ['status']).filter(isKnown)
    const clock =
      keys.includes('due-at') && 'processingClock' in dossier ? dossier.processingClock : undefined
    return {
      fields: keys.map((key) => fieldOf(tenant, dossier, key)),
      basis: [...listed.basis],
      timeliness: timelinessOf(tenant, dossier, now),
      ...(clock && { clock }),
    }
  },
})

function isKnown(key: string): key is LookupFieldKey {
  return (lookupFieldKeys as readonly string[]).includes(key)
}

function fieldOf(tenant: Tenant, dossier: LookedUpDossier, key: LookupFieldKey): LookupField {
  const accepted = 'code' in dossier ? dossier : undefined
  switch (key) {
    case 'code':
      return { key, text: accepted?.code ?? dossier.submissionNo }
    case 'applicant-name':
      return { key, text: maskName(dossier.applicant.fullName) }
    case 'organisation':
      return { key, text: '' }
    case 'field':
      return { key, text: dossier.procedure.field }
    case 'procedure':
      return { key, text: dossier.procedure.name }
    case 'agency':
      return { key, text: agencyName(tenant, dossier.agencyId) }
    case 'submitted-at':
      return { key, at: dossier.submittedAt }
    case 'accepted-at':
      return { key, at: accepted?.acceptedAt ?? null }
    case 'due-at':
      return { key, at: accepted?.processingClock?.dueAt ?? null }
    case 'result-at':
      return { key, at: 'result' in dossier ? dossier.result.at : null }
    case 'status':
      return { key, phase: dossier.phase }
    case 'progress':
      return { key, steps: stepsOf(dossier) }
    default:
      return key satisfies never
  }
}

/** The way so far, without names. */
function stepsOf(dossier: LookedUpDossier): { at: Instant; phase: Phase }[] {
  const { phase } = dossier
  const accepted = 'code' in dossier && dossier.acceptedAt
  const last = lastStepOf(dossier)
  return [
    { at: dossier.submittedAt, phase: 'submitted' },
    ...(accepted ? [{ at: accepted, phase: 'processing' as const }] : []),
    ...('handOver' in dossier ? [{ at: dossier.result.at, phase: 'decided' as const }] : []),
    ...(last ? [{ at: last, phase }] : []),
  ]
}

/** When the present phase began, where it is a step of its own. */
function lastStepOf(dossier: LookedUpDossier): Instant | undefined {
  switch (dossier.phase) {
    case 'submitted':
    case 'processing':
      return undefined
    case 'completion-requested':
    case 'supplement-requested':
      return dossier.request.at
    case 'refused':
      return dossier.refusal.at
    case 'decided':
      return dossier.result.at
    case 'returned':
      return dossier.handOver.at
    case 'withdrawn':
      return dossier.withdrawal.at
    case 'closed':
      return dossier.closing.at
    default:
      return dossier satisfies never
  }
}

/** Early, on time or late once there is a result; before it, whether a result of today would be late. */
function timelinessOf(tenant: Tenant, dossier: LookedUpDossier, now: Instant): LookupView['timeliness'] {
  if ('result' in dossier) {
    const { timeliness: word, timelinessBasis } = dossier.result
    return { word, basis: [...timelinessBasis] }
  }
  if (dossier.phase !== 'processing' || dossier.processingClock.dueAt === null) return null
  const { answer, basis } = timeliness(tenant, { dueAt: dossier.processingClock.dueAt, resultAt: now })
  return { word: answer === 'late' ? 'overdue' : 'running', basis: [...basis] }
}

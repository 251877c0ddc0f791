import { dateOf, type CivilDate, type Instant } from '@motcua/calendar'
import { getDossier, validitiesOf, type KeptPaper, type Tx, type Validity } from '@motcua/db'
import type { LegalBasis } from '@motcua/domain'
import { determine } from '../rules/determine.ts'
import type { Tenant } from '../tenants/tenant.ts'

/** Whether a kept paper may stand for a new one: nobody judged it yet, it is valid, or it is so no more (AMB-43). */
export type Standing =
  | { readonly standing: 'unknown' }
  | { readonly standing: 'valid'; readonly lastDay?: CivilDate }
  | { readonly standing: 'ended'; readonly why: 'expired' | 'found-invalid' | 'corrected' }

/** How each of these papers stands today. */
export async function standingsOf(
  tx: Tx,
  papers: readonly KeptPaper[],
  now: Instant,
): Promise<Map<string, Standing>> {
  const found = await validitiesOf(
    tx,
    papers.map(({ id }) => id),
  )
  const standings = new Map<string, Standing>()
  for (const paper of papers) {
    standings.set(paper.id, await standingOf(tx, paper, found.get(paper.id), now))
  }
  return standings
}

async function standingOf(
  tx: Tx,
  paper: KeptPaper,
  found: Validity | undefined,
  now: Instant,
): Promise<Standing> {
  if (await isCorrected(tx, paper)) return { standing: 'ended', why: 'corrected' }
  if (!found) return { standing: 'unknown' }
  if (!found.valid) return { standing: 'ended', why: 'found-invalid' }
  const { lastDay } = found
  if (lastDay !== undefined && lastDay < dateOf(now)) return { standing: 'ended', why: 'expired' }
  return { standing: 'valid', ...(lastDay && { lastDay }) }
}

/** A result in whose place the office put another one is worth nothing any more. */
async function isCorrected(tx: Tx, { kind, dossierId, fileId }: KeptPaper): Promise<boolean> {
  if (kind !== 'result') return false
  const dossier = await getDossier(tx, dossierId)
  return 'result' in dossier && dossier.result.document?.fileId !== fileId
}

/**
 * The law by which a paper handed in before is not asked for again: a paper still valid (HN19-6.2.2), what is kept in
 * the vault (TQ25-6.3), an earlier result (PT20-22.2b). Empty where the province's law says none of it.
 */
export function reuseBasis(tenant: Tenant, kind: KeptPaper['kind'], asOf: Instant): LegalBasis[] {
  const again = determine<boolean | null>(tenant, 'components.again', { asOf, stillValid: true })
  if (again.answer === false) return [...again.basis]
  const uses = determine<string[] | null>(tenant, 'vault.uses', { asOf })
  if (uses.answer?.includes('online')) return [...uses.basis]
  if (kind !== 'result') return []
  const accepted = determine<string[] | null>(tenant, 'components.accepted', {
    asOf,
    component: 'prior-result',
  })
  return accepted.answer?.includes('source-reference') ? [...accepted.basis] : []
}

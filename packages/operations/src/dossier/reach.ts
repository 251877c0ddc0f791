import { getDossier, getDossierForUpdate } from '@motcua/db'
import { bodiesOf, Forbidden, NotFound, type Actor, type Dossier } from '@motcua/domain'
import type { Room } from '../operation.ts'
import type { Tenant } from '../tenants/tenant.ts'

/** The member of staff who acts. @throws Forbidden for anybody else */
export function staffOf(actor: Actor): Extract<Actor, { kind: 'staff' }> {
  if (actor.kind !== 'staff') throw new Forbidden('dossier:read')
  return actor
}

/** Bodies whose dossiers a member of staff works on: an officer's own, a head's own and those below it. */
export function agenciesOf(tenant: Tenant, actor: Actor): string[] {
  const { agencyId, roles, grants = [], isGuest } = staffOf(actor)
  const own = isGuest ? [] : [{ agencyId, head: roles.includes('one-stop-head') }]
  const given = grants.map((grant) => ({ agencyId: grant.agencyId, head: grant.role === 'one-stop-head' }))
  const all = [...own, ...given].flatMap((at) =>
    at.head ? [at.agencyId, ...below(tenant, at.agencyId)] : [at.agencyId],
  )
  return [...new Set(all)]
}

/**
 * A dossier of one of these bodies, as staff read it, or one in whose work they have a part (PT20-8.2). Another body's
 * is not found. @throws NotFound
 */
export async function getDossierAtDesk({ tx, tenant, actor }: Room, id: string): Promise<Dossier> {
  return reachable(tenant, actor, await getDossier(tx, id), true)
}

/** The same, locked until the work is done. @throws NotFound */
export async function getDossierToChange({ tx, tenant, actor }: Room, id: string): Promise<Dossier> {
  return reachable(tenant, actor, await getDossierForUpdate(tx, id))
}

/** A dossier in whose work the actor's body has a part, locked until the work is done. @throws NotFound */
export async function getDossierToWorkOn({ tx, tenant, actor }: Room, id: string): Promise<Dossier> {
  return reachable(tenant, actor, await getDossierForUpdate(tx, id), true)
}

/** The same, for dossiers of one procedure: a role given for some procedures reaches no others. */
export function agenciesFor(tenant: Tenant, actor: Actor, procedureCode: string): string[] {
  const staff = staffOf(actor)
  const fits = (codes: readonly string[]) => codes.length === 0 || codes.includes(procedureCode)
  return agenciesOf(tenant, {
    ...staff,
    grants: (staff.grants ?? []).filter(({ procedures }) => fits(procedures)),
  })
}

/** Whether a line of a list is of a dossier that the actor reaches. */
export function isListed(
  { tenant, actor }: Pick<Room, 'tenant' | 'actor'>,
  { agencyId, procedureCode }: { readonly agencyId: string; readonly procedureCode: string },
): boolean {
  return agenciesFor(tenant, actor, procedureCode).includes(agencyId)
}

/** Whether a dossier is one of the actor's bodies', or one in whose work they have a part. */
export function reaches(tenant: Tenant, actor: Actor, dossier: Dossier, orWorksOnIt = true): boolean {
  const bodies = agenciesFor(tenant, actor, dossier.procedure.code)
  const parts = orWorksOnIt && 'work' in dossier && dossier.work ? bodiesOf(dossier.work) : []
  return [dossier.agencyId, ...parts].some((id) => bodies.includes(id))
}

function reachable(tenant: Tenant, actor: Actor, dossier: Dossier, orWorksOnIt = false): Dossier {
  if (!reaches(tenant, actor, dossier, orWorksOnIt)) throw new NotFound('dossier')
  return dossier
}

function below(tenant: Tenant, agencyId: string): string[] {
  const children = [...tenant.agencies.values()].filter(({ parentId }) => parentId === agencyId)
  return children.flatMap(({ id }) => [id, ...below(tenant, id)])
}

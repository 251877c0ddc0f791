import { getAccount, listAudit } from '@motcua/db'
import { actingIn, Forbidden, NotFound } from '@motcua/domain'
import { describe, expect, test } from 'vitest'
import { getDossier } from '../dossier/get-dossier.ts'
import { listQueue } from '../dossier/list-queue.ts'
import { agenciesOf } from '../dossier/reach.ts'
import { actorOf } from '../identity/actor.ts'
import { openSession } from '../identity/session.ts'
import { getSession } from '../identity/get-session.ts'
import { accept } from '../intake/accept.ts'
import type { Context } from '../operation.ts'
import { handIn, openOffices, type TestOffice } from '../testing.ts'
import { decideRole, takeRole } from './decide-role.ts'
import { listRoles } from './list-roles.ts'
import { proposeRole } from './propose-role.ts'

const { open, db } = await openOffices()

const code = '1.001193'
const reason = 'Thay người nghỉ thai sản'
const refusedWith = (code: string) => expect.objectContaining({ refusal: expect.objectContaining({ code }) })
const idOf = ({ actor }: Context) => (actor as { accountId: string }).accountId

async function usernameOf(office: TestOffice, context: Context): Promise<string> {
  const account = await db.read(office.tenant, (tx) => getAccount(tx, idOf(context)))
  return account.kind === 'staff' ? account.username : ''
}

/** The same person at their next call, with the roles they have by then. */
async function again(office: TestOffice, context: Context): Promise<Context> {
  const { tenant } = office
  const account = await db.read(tenant, (tx) => getAccount(tx, idOf(context)))
  const now = context.now()
  const session = await openSession(db, { tenant, account, now })
  const actor = await actorOf(db, { session, tenant, kind: 'staff', address: '198.51.100.1', now })
  return { ...context, actor }
}

/** A dossier at one body, and somebody of another who has nothing to do with it. */
async function anOffice() {
  const office = await open('long-an')
  const { dossierId, agencyId } = await handIn(office, code)
  const { tenant } = await office.visitor()
  const parents = new Set([...tenant.agencies.values()].map(({ parentId }) => parentId))
  const homeId = [...tenant.agencies.keys()].find((id) => id !== agencyId && !parents.has(id))!
  const helper = await office.staff(homeId, 'accountant')
  const manager = await office.staff('ttpvhcc', 'account-manager')
  const second = await office.staff('ttpvhcc', 'account-manager')
  const username = await usernameOf(office, helper)
  const proposal = { username, role: 'one-stop-officer' as const, agencyId, from: '2026-03-02', reason }
  return { office, dossierId, agencyId, homeId, helper, manager, second, proposal }
}

describe('a role', () => {
  test('opens nothing until somebody else approved it, and then exactly what it says', async () => {
    const { office, helper, manager, second, proposal, dossierId } = await anOffice()
    const { id } = await proposeRole(manager, proposal)
    await expect(accept(await again(office, helper), { dossierId })).rejects.toThrow(Forbidden)
    await expect(decideRole(manager, { id, decision: 'give' })).rejects.toEqual(refusedWith('own-request'))
    await decideRole(second, { id, decision: 'give' })
    const officer = await again(office, helper)
    expect(await getSession(officer, undefined)).toMatchObject({ roles: ['accountant', 'one-stop-officer'] })
    expect((await listQueue(officer, { queue: 'new' })).rows.map((row) => row.id)).toContain(dossierId)
    await accept(officer, { dossierId })
  })

  test('given for other procedures reaches no dossier of this one', async () => {
    const { office, helper, manager, second, proposal, dossierId } = await anOffice()
    const { tenant } = await office.visitor()
    const other = [...tenant.procedures.keys()].find((one) => one !== code)!
    const { id } = await proposeRole(manager, { ...proposal, procedures: [other] })
    await decideRole(second, { id, decision: 'give' })
    const officer = await again(office, helper)
    await expect(accept(officer, { dossierId })).rejects.toThrow(NotFound)
    await expect(getDossier(officer, { id: dossierId })).rejects.toThrow(NotFound)
    expect((await listQueue(officer, { queue: 'new' })).rows).toEqual([])
  })

  test('at another body lends nothing to the role at the own: an accountant at home accepts nothing there', async () => {
    const { office, helper, manager, second, proposal, homeId } = await anOffice()
    const { id } = await proposeRole(manager, proposal)
    await decideRole(second, { id, decision: 'give' })
    const officer = await again(office, helper)
    const { tenant } = officer
    expect(agenciesOf(tenant, actingIn(officer.actor, 'dossier:accept'))).toEqual([proposal.agencyId])
    expect(agenciesOf(tenant, actingIn(officer.actor, 'fee:reconcile'))).toEqual([homeId])
  })

  test('holds from its first day to its last, and not a call longer than it is taken back', async () => {
    const { office, helper, manager, second, proposal, dossierId } = await anOffice()
    const { id } = await proposeRole(manager, { ...proposal, from: '2026-03-03', until: '2026-03-05' })
    await decideRole(second, { id, decision: 'give' })
    const rolesOn = async (day: string) => {
      office.at(`${day}T10:00:00+07:00`)
      return ((await again(office, helper)).actor as { grants?: unknown[] }).grants?.length ?? 0
    }
    expect([
      await rolesOn('2026-03-02'),
      await rolesOn('2026-03-03'),
      await rolesOn('2026-03-05'),
      await rolesOn('2026-03-06'),
    ]).toEqual([0, 1, 1, 0])
    office.at('2026-03-04T10:00:00+07:00')
    await takeRole(manager, { id, reason: 'Trở lại làm việc' })
    await expect(accept(await again(office, helper), { dossierId })).rejects.toThrow(Forbidden)
    const trail = await db.read(office.tenant, (tx) =>
      listAudit(tx, { thing: 'role-grant', thingId: id }, { limit: 9 }),
    )
    expect(trail.map(({ deed }) => deed).toSorted()).toEqual(['grant:give', 'grant:propose', 'grant:take'])
  })

  test('is not given to oneself, nor beside one it watches over, nor twice, nor backwards in time', async () => {
    const { office, manager, proposal } = await anOffice()
    const self = { ...proposal, username: await usernameOf(office, manager) }
    await expect(proposeRole(manager, self)).rejects.toEqual(refusedWith('own-request'))
    await expect(proposeRole(manager, { ...proposal, role: 'leader' })).rejects.toEqual(
      refusedWith('roles-conflict'),
    )
    await proposeRole(manager, proposal)
    await expect(proposeRole(manager, proposal)).rejects.toEqual(refusedWith('grant-held-already'))
    await expect(
      proposeRole(manager, { ...proposal, role: 'specialist', until: '2026-03-01' }),
    ).rejects.toEqual(refusedWith('grant-period-wrong'))
  })

  test('PT20-4.3: a unit’s administrator proposes at the own unit only, and approves nothing', async () => {
    const { office, proposal, homeId, helper } = await anOffice()
    const admin = await office.staff(homeId, 'unit-admin')
    await expect(proposeRole(admin, proposal)).rejects.toEqual(refusedWith('role-beyond-own'))
    const { id } = await proposeRole(admin, { ...proposal, agencyId: homeId })
    await expect(decideRole(admin, { id, decision: 'give' })).rejects.toThrow(Forbidden)
    const { grants } = await listRoles(admin, {})
    expect(grants).toMatchObject([{ id, accountId: idOf(helper), mayDecide: false, mayTake: false }])
  })
})

import { findOfficial, getStaff, linkOfficial, noteDeed, unlinkOfficial } from '@motcua/db'
import { Refused } from '@motcua/domain'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { staffOf } from '../dossier/reach.ts'
import { beginFlow, finishFlow, type BegunFlow } from '../identity/oidc/flow.ts'
import { identitySystems, type IdentitySystem } from '../identity/oidc/identity-provider.ts'
import { errand, operation, type Counter } from '../operation.ts'
import { officerSignIn } from './account-law.ts'
import { letStaffOn, type StaffSignIn } from './staff-sign-in.ts'

const System = z.enum(identitySystems)

/** Ways besides the password in which officers of a province sign in: those its law names and it is joined to. */
export const listOfficialSignIns = errand({
  name: 'accounts.officialSignIns',
  may: 'identity:enter',
  input: z.object({}),

  async run(counter): Promise<IdentitySystem[]> {
    return identitySystems.filter((system) => isOffered(counter, system))
  },
})

/** Leads an officer to their official account, or to VNeID, to come back to the desk (TQ25-14.2). */
export const beginOfficialSignIn = errand({
  name: 'accounts.beginOfficialSignIn',
  may: 'identity:enter',
  input: z.object({ system: System }),

  async run(counter, { system }): Promise<BegunFlow> {
    const { desk } = counter
    if (!desk || !isOffered(counter, system)) throw new Refused({ code: 'sign-in-not-offered' })
    return beginFlow(counter, system, { callback: `${desk}/sign-in/official/back` })
  },
})

/** Takes an officer back. Only an account the officer linked before is entered: nobody is known by name alone. */
export const finishOfficialSignIn = errand({
  name: 'accounts.finishOfficialSignIn',
  may: 'identity:enter',
  input: z.object({ system: System, flow: z.string().max(200), back: z.string().max(8000) }),

  async run(counter, { system, ...came }): Promise<StaffSignIn> {
    const { db, tenant } = counter
    const { identity } = await finishFlow(counter, system, came)
    const account = await db.read(tenant.id, async (tx) => {
      const id = await findOfficial(tx, { issuer: system, subject: identity.subject })
      return id === undefined ? undefined : getStaff(tx, id)
    })
    if (!account) throw new Refused({ code: 'official-account-unknown' })
    // Who proved it there proved it with all that was asked there.
    return letStaffOn(counter, account, { proof: proofOf(system, identity.level), secondFactor: true })
  },
})

/** Links the official account an officer came back from to the own account, who is signed in. */
export const linkOfficialAccount = errand({
  name: 'accounts.linkOfficial',
  may: 'account:own',
  input: z.object({ system: System, flow: z.string().max(200), back: z.string().max(8000) }),

  async run(counter, { system, ...came }): Promise<void> {
    const { db, tenant, actor, now } = counter
    const { accountId, fullName } = staffOf(actor)
    const { identity } = await finishFlow(counter, system, came)
    await db.transact(tenant.id, async (tx) => {
      if (!(await linkOfficial(tx, accountId, { issuer: system, subject: identity.subject }, now)))
        throw new Refused({ code: 'official-account-taken' })
      await noteDeed(tx, accountId, {
        at: now,
        deed: 'official-account-linked',
        byId: accountId,
        byName: fullName,
      })
      const detail = { system }
      await audit({ tx, actor, now }, { deed: 'account:link', thing: 'account', thingId: accountId, detail })
    })
  },
})

/** Takes the link to an official account away. */
export const unlinkOfficialAccount = operation({
  name: 'accounts.unlinkOfficial',
  may: 'account:own',
  input: z.object({ system: System }),

  async run(room, { system }): Promise<void> {
    const { tx, actor, now } = room
    const { accountId, fullName } = staffOf(actor)
    await unlinkOfficial(tx, accountId, system)
    await noteDeed(tx, accountId, {
      at: now,
      deed: 'official-account-unlinked',
      byId: accountId,
      byName: fullName,
    })
    const detail = { system, unlinked: true }
    await audit(room, { deed: 'account:link', thing: 'account', thingId: accountId, detail })
  },
})

/** Where the law names no way, the official accounts the province is joined to are a way. */
function isOffered({ tenant, now, identityProvider }: Counter, system: IdentitySystem): boolean {
  if (!identityProvider(system)) return false
  const ways = officerSignIn(tenant, now).answer
  return ways === null ? system === 'official-account' : ways.includes(system)
}

function proofOf(system: IdentitySystem, level: 1 | 2) {
  if (system === 'official-account') return 'official-account'
  return level === 2 ? 'eid-2' : 'eid-1'
}

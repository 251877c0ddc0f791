import type { Instant } from '@motcua/calendar'
import { listHosts, type Database } from '@motcua/db'
import { Conflict } from '@motcua/domain'
import { z } from 'zod'
import { applyTenant } from '../tenants/apply-tenant.ts'
import { examineTenant, type Examined } from '../tenants/examine-tenant.ts'
import type { TenantFolder } from '../tenants/folder.ts'
import { planTenant, type TenantPlan } from '../tenants/plan-tenant.ts'
import { TenantProblems, type Problem } from '../tenants/problem.ts'
import { houseOperation, noteDeed, type House } from './house-operation.ts'
import { folderBounds, withUnpacked } from './unpack-folder.ts'

/** A ZIP as it travels to the API. */
const Zip = z.base64().max(Math.ceil(folderBounds.zipBytes / 3) * 4 + 4)

/** What is to be known of a folder before it is applied. */
export interface ProvincePlan extends Pick<Examined, 'problems' | 'remarks' | 'coverage'> {
  readonly province?: { readonly id: string; readonly name: string; readonly hosts: readonly string[] }
  /** Missing while there is a problem. */
  readonly plan?: TenantPlan
}

/** Everything that is wrong with a province's folder at once, or what applying it would change. Changes nothing. */
export const planProvince = houseOperation({
  name: 'house.planProvince',
  may: 'house:run',
  input: z.object({ zip: Zip, overDesk: z.boolean().default(false) }),

  async run(house, { zip, overDesk }): Promise<ProvincePlan> {
    const { folder: _, ...told } = await examined(house, zip, overDesk)
    return told
  },
})

export interface ProvinceApplied {
  /** What stood in its way; nothing was changed where there is any. */
  readonly problems: readonly Problem[]
  readonly applied?: {
    readonly id: string
    readonly name: string
    readonly edition: number
    readonly changed: boolean
    readonly portals: readonly string[]
    /** The end of the first administrator's link, which works once; missing where the province has one. */
    readonly invitation?: { readonly token: string; readonly expiresAt: Instant }
  }
}

/**
 * Puts a province's folder into force, as it was planned: the same folder over the same edition.
 * @throws Conflict where either is another by now
 */
export const applyProvince = houseOperation({
  name: 'house.applyProvince',
  may: 'house:run',
  input: z.object({
    zip: Zip,
    overDesk: z.boolean().default(false),
    /** Of the plan that was read. */
    planned: z.object({ hash: z.string(), from: z.number().int() }),
    reason: z.string().trim().min(1).max(500),
  }),

  async run(house, { zip, overDesk, planned, reason }): Promise<ProvinceApplied> {
    const { db, now, actor } = house
    const { problems, folder, plan } = await examined(house, zip, overDesk)
    if (!folder || !plan) return { problems }
    if (plan.hash !== planned.hash || plan.from !== planned.from) throw new Conflict('edition')
    const done = await applyTenant(db, folder, { now, actor, overDesk, invite: true, reason })
    const { tenant: id, edition, changed, invited: invitation } = done
    await db.inHouse((tx) =>
      noteDeed(tx, house, { deed: 'apply-province', thing: id, detail: { edition, changed, reason } }),
    )
    const { name, hosts } = folder.manifest
    const portals = hosts.map((host) => portalAt(house, folder, host))
    return {
      problems: [],
      applied: { id, name, edition, changed, portals, ...(invitation && { invitation }) },
    }
  },
})

async function examined(
  { db, now, library }: House,
  zip: string,
  overDesk: boolean,
): Promise<ProvincePlan & { folder?: TenantFolder }> {
  if (!library) throw new Error('this process does not know where the law lies (LIBRARY)')
  try {
    const { folder, ...found } = await withUnpacked(Buffer.from(zip, 'base64'), library, (places) =>
      examineTenant(places, now),
    )
    if (!folder) return found
    const { id, name, hosts } = folder.manifest
    const taken = await takenHosts(db, folder)
    if (taken.length > 0) return { ...found, problems: taken }
    const plan = await planTenant(db, folder, { overDesk })
    return { ...found, folder, province: { id, name, hosts }, plan }
  } catch (error) {
    if (!(error instanceof TenantProblems)) throw error
    return { problems: error.problems, remarks: [], coverage: none }
  }
}

const none = { answered: 0, delegated: 0, inherited: 0, silent: 0 }

/** Hosts of the folder that lead to another province. */
async function takenHosts(db: Database, { manifest }: TenantFolder): Promise<Problem[]> {
  const owners = new Map((await listHosts(db)).map(({ host, tenant }) => [host, tenant]))
  return manifest.hosts.flatMap((host) => {
    const owner = owners.get(host.toLowerCase())
    if (owner === undefined || owner === manifest.id) return []
    return [
      {
        file: 'tenant.yaml',
        vi: `\`hosts\`: \`${host}\` đang dẫn đến \`${owner}\``,
        en: `\`hosts\`: \`${host}\` leads to \`${owner}\``,
      },
    ]
  })
}

/** The address of a portal that goes by this host. */
function portalAt({ portalOf }: House, { manifest }: TenantFolder, host: string): string {
  return portalOf({ manifest: { ...manifest, hosts: [host] } })
}

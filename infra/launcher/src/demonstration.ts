import { globSync } from 'node:fs'
import path from 'node:path'
import { fromMoment, instant, type Instant } from '@motcua/calendar'
import { CannotStart, connect } from '@motcua/db'
import { applyTenant } from '@motcua/operations/tenants/apply-tenant'
import { openDemonstration } from '@motcua/operations/tenants/open-demonstration'
import { TenantProblems } from '@motcua/operations/tenants/problem'
import { readDemonstration, readTenantFolder } from '@motcua/operations/tenants/read-tenant-folder'

/** A province as the start announces it. */
export interface Demonstrated {
  readonly id: string
  readonly name: string
  readonly host: string
  readonly password: string
  readonly citizens: readonly string[]
  readonly staff: readonly { readonly login: string; readonly role: string }[]
}

export interface DemonstrationOptions {
  readonly root: string
  readonly appUrl: string
  /** Moment the clock starts at; now unless told. */
  readonly now: string | undefined
  readonly log: (text: string) => void
}

/** Applies every folder of `tenants/` that has demonstration accounts, and opens these accounts. */
export async function applyDemonstration({
  root,
  appUrl,
  now,
  log,
}: DemonstrationOptions): Promise<Demonstrated[]> {
  const at: Instant = now ? instant(now) : fromMoment(Math.floor(Date.now() / 1000))
  const db = connect({ url: appUrl, max: 4 })
  try {
    const shown: Demonstrated[] = []
    for (const file of globSync('tenants/*/demo.yaml', { cwd: root }).sort()) {
      const folder = path.join(root, path.dirname(file))
      const content = await readTenantFolder({
        folder,
        national: path.join(root, 'tenants/national'),
        rules: path.join(root, 'rules'),
      })
      const { tenant, edition, changed } = await applyTenant(db, content, { now: at })
      if (changed) log(`  ${content.manifest.name}: edition ${edition}`)
      const demonstration = await readDemonstration(folder)
      if (!demonstration) continue
      await openDemonstration(db, tenant, demonstration, at)
      shown.push({
        id: tenant,
        name: content.manifest.name,
        host: content.manifest.hosts[0] ?? '',
        password: demonstration.password,
        citizens: demonstration.citizens.map(({ email }) => email),
        staff: demonstration.staff.map(({ username, roles }) => ({
          login: username,
          role: roles.join(', '),
        })),
      })
    }
    return shown
  } catch (error) {
    if (!(error instanceof TenantProblems)) throw error
    throw new CannotStart(
      {
        vi: `không áp dụng được một tỉnh:\n${error.message}`,
        en: `a province cannot be applied:\n${error.message}`,
      },
      { cause: error },
    )
  } finally {
    await db.close()
  }
}

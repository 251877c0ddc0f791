import { globSync } from 'node:fs'
import path from 'node:path'
import { fromMoment, instant, type Instant } from '@motcua/calendar'
import { CannotStart, connect } from '@motcua/db'
import { applyTenant } from '@motcua/operations/tenants/apply-tenant'
import { openDemonstration } from '@motcua/operations/tenants/open-demonstration'
import type { TenantFolder } from '@motcua/operations/tenants/folder'
import { TenantProblems } from '@motcua/operations/tenants/problem'
import { readDemonstration, readTenantFolder } from '@motcua/operations/tenants/read-tenant-folder'
import { demonstrationKeys } from './demonstration-keys.ts'

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
  /** Folder of the keys with which these provinces sign. */
  readonly keystore: string
}

/** Applies every folder of `tenants/` that has demonstration accounts, and opens these accounts. */
export async function applyDemonstration({
  root,
  appUrl,
  now,
  log,
  keystore,
}: DemonstrationOptions): Promise<Demonstrated[]> {
  const at: Instant = now ? instant(now) : fromMoment(Math.floor(Date.now() / 1000))
  const db = connect({ url: appUrl, max: 4 })
  try {
    const shown: Demonstrated[] = []
    const read = await readFolders(root)
    const authority = await demonstrationKeys(
      keystore,
      read.map(({ content }) => content.manifest),
    )
    const trusted = { path: 'trust/demonstration.pem', text: authority }
    for (const { folder, content } of read) {
      const trust = [...content.trust, trusted]
      const { tenant, edition, changed } = await applyTenant(db, { ...content, trust }, { now: at })
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

async function readFolders(root: string): Promise<{ folder: string; content: TenantFolder }[]> {
  const read = []
  for (const file of globSync('tenants/*/demo.yaml', { cwd: root }).sort()) {
    const folder = path.join(root, path.dirname(file))
    const places = { folder, national: path.join(root, 'tenants/national'), rules: path.join(root, 'rules') }
    read.push({ folder, content: await readTenantFolder(places) })
  }
  return read
}

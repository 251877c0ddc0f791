import { currentEdition, findTenantState, type Database } from '@motcua/db'
import { TenantFolder } from './folder.ts'

/** What a province declares now, by the edition in force; undefined where there is no such province. */
export async function currentFolder(db: Database, tenant: string): Promise<TenantFolder | undefined> {
  const state = await findTenantState(db, tenant)
  if (state?.edition === undefined) return undefined
  return TenantFolder.parse((await db.read(tenant, currentEdition)).content)
}

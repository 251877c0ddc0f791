import { existsSync } from 'node:fs'
import path from 'node:path'
import type { TenantPlaces } from '@motcua/operations/tenants/read-tenant-folder'
import { Unusable } from './command.ts'

/** Where the law and the provinces lie: the folder that holds both `rules/` and `tenants/`. */
export interface Project {
  readonly root: string
  readonly rules: string
  readonly tenants: string
}

/** The project the person stands in, or the one this program belongs to. */
export function projectOf(cwd: string): Project {
  const own = path.resolve(import.meta.dirname, '../../..')
  const root = ancestors(cwd).find((folder) =>
    ['rules', 'tenants'].every((name) => existsSync(path.join(folder, name))),
  )
  return {
    root: root ?? own,
    rules: path.join(root ?? own, 'rules'),
    tenants: path.join(root ?? own, 'tenants'),
  }
}

/** Where a province is read from, given its id (`long-an`) or its folder (`tenants/long-an`). */
export function tenantPlaces(project: Project, cwd: string, given: string): TenantPlaces {
  const isId = /^[a-z0-9-]+$/.test(given)
  const folder = isId ? path.join(project.tenants, given) : path.resolve(cwd, given)
  if (!existsSync(path.join(folder, 'tenant.yaml'))) {
    const shown = path.relative(cwd, folder) || '.'
    throw new Unusable({
      vi: `không có tỉnh ở \`${shown}\`: thiếu tệp tenant.yaml`,
      en: `there is no tenant in \`${shown}\`: it has no tenant.yaml`,
    })
  }
  return { folder, national: path.join(path.dirname(folder), 'national'), rules: project.rules }
}

/** The `rules/` folder a file of law belongs to, found from where it lies; the project's own for a file elsewhere. */
export function rulesRootOf(
  file: string,
  project: Project,
): { readonly root: string; readonly inside: boolean } {
  const root = ancestors(path.dirname(file)).find(
    (folder) => path.basename(folder) === 'rules' && existsSync(path.join(folder, 'national')),
  )
  return root ? { root, inside: true } : { root: project.rules, inside: false }
}

function ancestors(folder: string): string[] {
  const above = path.dirname(folder)
  return above === folder ? [folder] : [folder, ...ancestors(above)]
}

import { TenantManifest } from '@motcua/domain'
import { OfficeHours, type TenantFolder } from './folder.ts'
import { TenantProblems } from './problem.ts'
import type { Reader } from './read-file-checked.ts'
import { readYaml } from './read-file-checked.ts'
import { readRules, type TenantPlaces } from './read-tenant-folder.ts'

/** The part of a province that answers questions of law: its manifest, its office hours and its rules files. */
export type TenantLaw = Pick<TenantFolder, 'manifest' | 'calendar' | 'rules'>

/**
 * Reads only what a question of law needs, so that it can be asked while procedures or forms are still being written.
 * @throws TenantProblems listing everything wrong, in both languages, with file and line
 */
export async function readTenantLaw({
  folder,
  rules: lawFolder,
}: Omit<TenantPlaces, 'national'>): Promise<TenantLaw> {
  const own: Reader = { folder, problems: [] }
  const law: Reader = { folder: lawFolder, problems: [] }
  const manifest = await readYaml(own, 'tenant.yaml', TenantManifest)
  const calendar = await readYaml(own, 'calendar.yaml', OfficeHours)
  const rules = manifest ? await readRules(own, law, manifest.rules) : []
  const problems = [
    ...own.problems,
    ...law.problems.map((problem) => ({ ...problem, file: `rules/${problem.file}` })),
  ]
  if (problems.length > 0) throw new TenantProblems(problems)
  return { manifest: manifest!, calendar: calendar!, rules }
}

import { dateOf, type Instant } from '@motcua/calendar'
import { compile, coverage, type CoverageLine } from '@motcua/dsl'
import { checkParts } from './check-tenant.ts'
import type { TenantFolder } from './folder.ts'
import { lookOver } from './look-over.ts'
import { TenantProblems, type Problem } from './problem.ts'
import { readTenantParts, type TenantPlaces } from './read-tenant-folder.ts'

/** All there is to say about a province's folder before it is applied. */
export interface Examined {
  /** The folder, where nothing stands between it and its portal. */
  readonly folder?: TenantFolder
  /** What has to be mended first. */
  readonly problems: readonly Problem[]
  /** What may stay as it is, and should be known. */
  readonly remarks: readonly Problem[]
  /** How the law stands to its questions on the day; empty where it does not compile. */
  readonly coverage: Readonly<Record<CoverageLine['path'], number>>
}

/**
 * Examines a folder in one go: the form of its files, its agencies and procedures, its looks and texts, its law and
 * how they agree. A fault in one part does not hide those of another.
 */
export async function examineTenant(places: TenantPlaces, now: Instant): Promise<Examined> {
  const { parts, problems: ofForm } = await readTenantParts(places)
  const problems = [...ofForm, ...checkParts(parts, { now, whole: ofForm.length === 0 })]
  const lines = questionsOf(parts, now)
  return {
    ...(problems.length === 0 && { folder: parts as TenantFolder }),
    problems,
    remarks: lookOver(parts, lines),
    coverage: counted(lines),
  }
}

/** The folder, examined. @throws TenantProblems with everything that is wrong */
export async function soundFolder(places: TenantPlaces, now: Instant): Promise<TenantFolder> {
  const { folder, problems } = await examineTenant(places, now)
  if (!folder) throw new TenantProblems(problems)
  return folder
}

function questionsOf({ rules = [] }: Partial<TenantFolder>, now: Instant): CoverageLine[] {
  const { program } = compile(rules)
  return program ? coverage(program, dateOf(now)) : []
}

function counted(lines: readonly CoverageLine[]): Examined['coverage'] {
  const count = { answered: 0, delegated: 0, inherited: 0, silent: 0 }
  for (const { path } of lines) count[path] += 1
  return count
}

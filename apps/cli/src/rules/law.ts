import { existsSync } from 'node:fs'
import path from 'node:path'
import { type BoundProgram, bindCalendar, compile, hoursOf } from '@motcua/dsl'
import { TenantProblems, problemLine } from '@motcua/operations/tenants/problem'
import { readTenantLaw } from '@motcua/operations/tenants/read-tenant-law'
import { type Lang, Unusable } from '../command.ts'
import { type Project, projectOf, tenantPlaces } from '../places.ts'
import { draftOf } from './draft.ts'

/**
 * A province's law with its office hours, ready to be asked. `given` is its id or its folder; or a file of law, which is
 * asked in the office hours of its own examples, so that a draft can be tried before there is a tenant.
 */
export async function lawOf(given: string, cwd: string): Promise<BoundProgram> {
  if (given.endsWith('.quyche')) {
    const { program, path: own } = draftOf(given, cwd)
    return bindCalendar(program, hoursOf(program, own))
  }
  const places = tenantPlaces(projectOf(cwd), cwd, given)
  return bound(places.folder, places.rules)
}

/** The provinces of a project by id, each read and compiled once; undefined for an id no folder has. */
export function lawOffice(project: Project): (tenant: string) => Promise<BoundProgram | undefined> {
  const known = new Map<string, Promise<BoundProgram | undefined>>()
  return (tenant) => {
    const there = known.get(tenant)
    if (there) return there
    const folder = path.join(project.tenants, tenant)
    const isTenant = /^[a-z0-9-]+$/.test(tenant) && existsSync(path.join(folder, 'tenant.yaml'))
    const opened = isTenant ? bound(folder, project.rules) : Promise.resolve(undefined)
    known.set(tenant, opened)
    return opened
  }
}

async function bound(folder: string, rules: string): Promise<BoundProgram> {
  const law = await readTenantLaw({ folder, rules }).catch((error: unknown) => {
    throw error instanceof TenantProblems ? unreadable(error) : error
  })
  const { program, diagnostics } = compile(law.rules)
  if (!program) throw uncompiled(path.basename(folder), diagnostics.length)
  try {
    return bindCalendar(program, law.calendar)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new Unusable({ vi: `calendar.yaml: ${error.message}`, en: `calendar.yaml: ${error.message}` })
  }
}

function unreadable({ problems }: TenantProblems): Unusable {
  const lines = (lang: Lang) => problems.map((problem) => problemLine(problem, lang)).join('\n')
  return new Unusable({ vi: lines('vi'), en: lines('en') })
}

function uncompiled(tenant: string, faults: number): Unusable {
  return new Unusable({
    vi: `quy chế của \`${tenant}\` có ${faults} lỗi; hãy chạy \`rules check\``,
    en: `the rules of \`${tenant}\` have ${faults} faults; run \`rules check\``,
  })
}

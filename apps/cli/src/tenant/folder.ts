import { soundFolder } from '@motcua/operations/tenants/examine-tenant'
import { TenantProblems, problemLine, type Problem } from '@motcua/operations/tenants/problem'
import type { TenantPlaces } from '@motcua/operations/tenants/read-tenant-folder'
import { now } from '../clock.ts'
import type { Call } from '../command.ts'
import { projectOf, tenantPlaces } from '../places.ts'

/** Where the province lies that the call names. */
export function placesOf({ io, operands }: Call): TenantPlaces {
  return tenantPlaces(projectOf(io.cwd), io.cwd, operands[0]!)
}

/** The province's folder that the call names, read and examined. @throws TenantProblems */
export function folderOf(call: Call) {
  return soundFolder(placesOf(call), now())
}

/** Runs a command about a tenant; what is wrong with its declarations goes to standard error, line by line. */
export async function orProblems(call: Call, work: () => Promise<0>): Promise<0 | 1> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof TenantProblems)) throw error
    await tellProblems(call, error.problems)
    return 1
  }
}

/** Says what is wrong, one line for each thing. */
export async function tellProblems(call: Call, problems: readonly Problem[]): Promise<void> {
  for (const problem of problems) call.io.err(`${problemLine(problem, call.lang)}\n`)
  if (call.json) await call.io.out(`${JSON.stringify({ problems })}\n`)
}

/** The province that the call names, by its id or by its folder. @throws TenantProblems */
export async function idOf(call: Call): Promise<string> {
  const [given = ''] = call.operands
  return /^[a-z0-9-]+$/.test(given) ? given : (await folderOf(call)).manifest.id
}

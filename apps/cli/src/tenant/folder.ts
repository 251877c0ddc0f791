import { TenantProblems, problemLine } from '@motcua/operations/tenants/problem'
import { readTenantFolder } from '@motcua/operations/tenants/read-tenant-folder'
import type { Call } from '../command.ts'
import { projectOf, tenantPlaces } from '../places.ts'

/** The province's folder that the call names, read and checked for form. @throws TenantProblems */
export function folderOf({ io, operands }: Call) {
  return readTenantFolder(tenantPlaces(projectOf(io.cwd), io.cwd, operands[0]!))
}

/** Runs a command about a tenant; what is wrong with its declarations goes to standard error, line by line. */
export async function orProblems(call: Call, work: () => Promise<0>): Promise<0 | 1> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof TenantProblems)) throw error
    for (const problem of error.problems) call.io.err(`${problemLine(problem, call.lang)}\n`)
    if (call.json) await call.io.out(`${JSON.stringify({ problems: error.problems })}\n`)
    return 1
  }
}

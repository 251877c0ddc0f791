import { createHash } from 'node:crypto'
import type { ProcedureContent } from '@motcua/domain'
import type { TenantFolder } from '../tenants/folder.ts'
import type { Tenant } from '../tenants/tenant.ts'

/** A procedure as the province offers it now; undefined where it does not. */
export function contentOf(tenant: Tenant, code: string): ProcedureContent | undefined {
  const offered = tenant.procedures.get(code)
  if (!offered) return undefined
  const { procedure, level, agencies, form } = offered
  const fees = tenant.fees.filter((rate) => rate.procedure === code)
  return { procedure, level, agencies: agencies.map(({ id }) => id), form, fees }
}

/** The same out of what a province declares. */
export function contentIn(folder: TenantFolder, code: string): ProcedureContent | undefined {
  const offered = folder.offered.find((one) => one.code === code)
  const procedure = folder.procedures.find((one) => one.code === code)
  const form = folder.forms.find(({ id }) => id === offered?.form)
  if (!offered || !procedure || !form) return undefined
  const fees = folder.fees.filter((rate) => rate.procedure === code)
  return { procedure, level: offered.level, agencies: offered.agencies, form, fees }
}

/** What a province declares, with a procedure said so. Its form becomes its own where others use that one too. */
export function withContent(folder: TenantFolder, content: ProcedureContent): TenantFolder {
  const { code } = content.procedure
  const rest = withoutProcedure(folder, code)
  const form = rest.forms.some(({ id }) => id === content.form.id && !sameForm(rest, content))
    ? { ...content.form, id: ownFormId(code) }
    : content.form
  const offered = { code, level: content.level, agencies: content.agencies, form: form.id }
  return {
    ...rest,
    procedures: inPlace(folder.procedures, content.procedure),
    offered: inPlace(folder.offered, offered),
    forms: [...rest.forms.filter(({ id }) => id !== form.id), form],
    workflows: folder.workflows,
    fees: [...rest.fees, ...content.fees],
  }
}

/** What a province declares, without a procedure; forms nobody uses any more go with it. */
export function withoutProcedure(folder: TenantFolder, code: string): TenantFolder {
  const offered = folder.offered.filter((one) => one.code !== code)
  const used = new Set(offered.map(({ form }) => form))
  return {
    ...folder,
    offered,
    procedures: folder.procedures.filter((one) => one.code !== code),
    forms: folder.forms.filter(({ id }) => used.has(id)),
    fees: folder.fees.filter((rate) => rate.procedure !== code),
    workflows: folder.workflows.filter(({ procedureCode }) =>
      offered.some((one) => one.code === procedureCode),
    ),
  }
}

/** The name a form bears that was drawn up for one procedure. */
export function ownFormId(code: string): string {
  return `form-${code}`
}

/** What tells one content from another, whatever order its members stand in. */
export function contentHash(content: ProcedureContent): string {
  const stable = JSON.stringify(content, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
  return createHash('sha256').update(stable).digest('hex')
}

function sameForm({ forms }: TenantFolder, { form }: ProcedureContent): boolean {
  const other = forms.find(({ id }) => id === form.id)
  return JSON.stringify(other?.pages) === JSON.stringify(form.pages)
}

/** The list with one thing said anew where it stands, or added at the end. */
function inPlace<T extends { readonly code: string }>(all: readonly T[], one: T): T[] {
  if (!all.some(({ code }) => code === one.code)) return [...all, one]
  return all.map((other) => (other.code === one.code ? one : other))
}

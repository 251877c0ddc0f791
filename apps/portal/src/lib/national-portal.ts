import type { TenantView } from './api-types.ts'

/** The national portal with the code of a procedure carried along, where the province files there (TQ25-5.1). */
export function nationalAddress({ url }: TenantView['filing'], procedureCode: string): string | undefined {
  if (!url) return undefined
  const address = new URL(url)
  address.searchParams.set('ma_thu_tuc', procedureCode)
  return address.href
}

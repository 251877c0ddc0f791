import type { TenantView } from './api-types.ts'

/** Address of the stylesheet that carries a province's colours; it changes when the colours do. */
export function themeAddress({ colour, onColour }: TenantView['brand']): string {
  return `/theme.css?${new URLSearchParams({ brand: colour.slice(1), on: onColour.slice(1) })}`
}

/** The stylesheet itself. The contrast of the two colours was checked when the tenant was applied. */
export function themeSheet({ colour, onColour }: TenantView['brand']): string {
  return `:root{--brand:${colour};--on-brand:${onColour}}\n`
}

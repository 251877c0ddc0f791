import type { TenantView } from './api-types.ts'

/** Address of the stylesheet that carries a province's colours; it changes when the colours do. */
export function themeAddress({ colour, onColour }: TenantView['brand']): string {
  return `/theme.css?${new URLSearchParams({ brand: colour.slice(1), on: onColour.slice(1) })}`
}

/**
 * The stylesheet itself. It stands above the colours of the design system wherever it is loaded; the contrast of the
 * two was checked when the tenant was applied.
 */
export function themeSheet({ colour, onColour }: TenantView['brand']): string {
  return `html:root{--brand:${colour};--on-brand:${onColour}}\n`
}

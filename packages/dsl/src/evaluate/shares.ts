import type { Unit } from '../ast/nodes.ts'
import type { Part } from '../compile/compiled.ts'

/** Working hours of a working day, where a day is measured in hours (AMB-11c). */
export const hoursPerDay = 8

/**
 * A share of the whole time, rounded in the procedure's own unit. A share of less than one day is counted in working
 * hours where the rule says so, eight to a day (AMB-11c).
 */
export function shareOf(
  { part, of, rounding, subDay }: Part,
  limit: { readonly n: number; readonly unit: Unit },
): { n: number; unit: Unit } {
  const round = rounding === 'down' ? Math.floor : Math.ceil
  if (subDay && limit.unit === 'working-day' && limit.n * part < of) {
    return { n: round((limit.n * hoursPerDay * part) / of), unit: 'working-hour' }
  }
  return { n: round((limit.n * part) / of), unit: limit.unit }
}

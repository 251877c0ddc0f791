import type { Example } from '../ast/nodes.ts'
import { type Form, formatName } from '../figures/form.ts'
import { type Ratio, rateOf } from '../figures/rate.ts'
import type { NamePart, Population } from '../vocabulary/figures.ts'

/** What an example expects where nothing is counted below the line. */
export const noData = 'no-data'

/**
 * An example may give counts or the parts of a name: then the answer, which is a formula or a form, is applied to them
 * and the example says what comes out.
 */
export function appliedTo({ facts: given }: Example): {
  facts: Readonly<Record<string, unknown>>
  apply: (answer: unknown) => unknown
} {
  const { counts, parts, ...facts } = given
  const apply = (answer: unknown): unknown => {
    if (answer === null) return answer
    try {
      if (counts) {
        const rate = rateOf(answer as Ratio, counts as Partial<Record<Population, number>>)
        return rate === null ? noData : Number(rate)
      }
      if (parts) return formatName(answer as Form, parts as Partial<Record<NamePart, string>>)
    } catch (cause) {
      if (cause instanceof RangeError) return cause.message
      throw cause
    }
    return answer
  }
  return { facts, apply }
}

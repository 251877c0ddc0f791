import type { Population } from '../vocabulary/figures.ts'

/** How a published rate is worked out: what is counted above and below the line, and how the result is written. */
export interface Ratio {
  readonly numerator: readonly Population[]
  readonly denominator: readonly Population[]
  /** 100 for a rate in percent, 1 for an average. */
  readonly times: number
  /** Digits after the point; halves are rounded up. */
  readonly decimals: number
  /** What is shown where nothing is counted below the line (AMB-13f). */
  readonly empty: 'no-data' | 'zero'
}

/**
 * The rate of some counts, exact to the last digit: whole numbers are divided as whole numbers and halves go up. Null is
 * “no data”. Throws RangeError where a count is missing, broken or below nought.
 */
export function rateOf(ratio: Ratio, counts: Readonly<Partial<Record<Population, number>>>): string | null {
  const sum = (of: readonly Population[]) => of.reduce((total, one) => total + countOf(one, counts), 0n)
  const [above, below] = [sum(ratio.numerator), sum(ratio.denominator)]
  if (below === 0n) return ratio.empty === 'zero' ? written(0n, ratio.decimals) : null
  const scaled = above * BigInt(ratio.times) * 10n ** BigInt(ratio.decimals)
  return written((2n * scaled + below) / (2n * below), ratio.decimals)
}

function countOf(population: Population, counts: Readonly<Partial<Record<Population, number>>>): bigint {
  const n = counts[population]
  if (n !== undefined && Number.isSafeInteger(n) && n >= 0) return BigInt(n)
  throw new RangeError(`the rate needs a whole number of \`${population}\`, found \`${String(n)}\``)
}

function written(units: bigint, decimals: number): string {
  const text = units.toString().padStart(decimals + 1, '0')
  return decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`
}

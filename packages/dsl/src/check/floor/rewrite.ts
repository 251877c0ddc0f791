import type { CompiledEffect } from '../../compile/compiled.ts'
import type { Direction } from './direction.ts'
import { compareDeadlines } from './deadlines.ts'
import type { Pair } from './pair.ts'
import type { Verdict } from './verdict.ts'

/** The province's own deadline with another amount, and what proves that it keeps to the nation. */
export interface Rewrite {
  readonly n: number
  readonly unit: string
  readonly effect: CompiledEffect
  readonly verdict: Verdict
}

/**
 * The amount nearest to the nation's, in the nation's unit, with which the province's rule would keep to it, all else
 * as it is. Proven by the same sweep; nothing where no amount will do.
 */
export function tightestRewrite(pair: Pair, direction: Direction): Rewrite | undefined {
  const { own, national } = pair
  const counted = (op: string) => op === 'add' || op === 'before' || op === 'published'
  if (!counted(own.does.op) || !(national.does.op === 'add' || national.does.op === 'before'))
    return undefined
  const { n, unit } = national.does
  const kept = (amount: number): Rewrite | undefined => {
    const does = { ...own.does, op: national.does.op, n: amount, unit } as CompiledEffect['does']
    const effect: CompiledEffect = { ...own, does }
    const verdict = compareDeadlines({ ...pair, own: effect }, direction)
    return verdict.is === 'kept' ? { n: amount, unit, effect, verdict } : undefined
  }
  const longer = (direction === 'no-earlier') !== (national.does.op === 'before')
  // A deadline grows with its amount, so the first that will do is the nearest.
  const tries = longer ? [n, n + 1, n + 2, n + 3] : [n, n - 1, n - 2, n - 3, Math.ceil(n / 2), 1]
  for (const amount of new Set(tries)) {
    const found = amount > 0 ? kept(amount) : undefined
    if (found) return found
  }
  return undefined
}

import type { CompiledEffect } from './compiled.ts'
import { stableJson } from './stable.ts'

/** What an effect means, without where in the law it stands and how it was understood; the same text for the same. */
export function meaningOf(effect: CompiledEffect): string {
  const { act: _, cites: _cites, readings: _readings, binds: _binds, ...rest } = effect
  return stableJson(withoutPlaces(rest))
}

/** Places of the law become a mark that there is one. */
function withoutPlaces(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  if (isPlace(value)) return 'law'
  if (Array.isArray(value)) {
    return value.length > 0 && value.every(isPlace) ? 'law' : value.map(withoutPlaces)
  }
  const kept = Object.entries(value).filter(([key]) => key !== 'act' && key !== 'cites' && key !== 'cite')
  return Object.fromEntries(kept.map(([key, one]) => [key, withoutPlaces(one)]))
}

const isPlace = (value: unknown): boolean =>
  value !== null && typeof value === 'object' && 'regulation' in value && 'article' in value

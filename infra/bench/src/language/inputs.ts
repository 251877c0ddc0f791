import { type Instant, type Moment, toMoment } from '@motcua/calendar'
import { dice } from './measure.ts'

/** As many inputs as no branch predictor learns by heart. */
export const inputs = 65_536

export const momentAt = (date: string): Moment => toMoment(`${date}T00:00:00+07:00` as Instant)

export interface Drawn {
  readonly moments: Float64Array
  readonly cells: Uint8Array
}

/** Moments of a stretch of days to the second, and cells of a question's conditions, all alike likely. */
export function draw(from: string, to: string, cells: number, seed: number, count = inputs): Drawn {
  const roll = dice(seed)
  const [first, last] = [momentAt(from), momentAt(to)]
  return {
    moments: Float64Array.from({ length: count }, () => first + roll(last - first)),
    cells: Uint8Array.from({ length: count }, () => roll(cells)),
  }
}

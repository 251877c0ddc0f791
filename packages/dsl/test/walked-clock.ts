import {
  type Length,
  closeFrom,
  closeOf,
  dayMinutes,
  dayOf,
  monthsOn,
  open,
  workingDayFrom,
  works,
} from './obvious-clock.ts'

/** A stretch in which a dossier stood still: whole minutes, the end null while it lasts. */
export interface Pause<Reason extends string> {
  readonly from: number
  readonly to: number | null
  readonly reason: Reason
}

/** What a pause does to a clock: it runs on, leaves the pause out, or begins afresh at its end. */
export type Effect = 'continue' | 'exclude' | 'reset'

/**
 * A time limit counted by walking through it minute by minute: at each minute nothing is known but what stands still
 * now. `effect` tells what a pause does to the clock. Null where the clock stands still at the end.
 */
export function walked<Reason extends string>(
  start: number,
  limit: Length,
  pauses: readonly Pause<Reason>[],
  effect: (pause: Pause<Reason>) => Effect,
): number | null {
  const stops = pauses.filter((one) => effect(one) !== 'continue')
  const ends = (one: Pause<Reason>) => one.to ?? Infinity
  const stands = (at: number) => stops.some((one) => one.from <= at && at < ends(one))
  const byHours = limit.unit === 'working-hour'
  const wanted = (from: number) =>
    limit.unit === 'month' ? monthsOn(dayOf(from), limit.n, 'last-day') - dayOf(from) : limit.n
  let [counted, needed, dayZero] = [0, byHours ? limit.n * 60 : wanted(start), dayOf(start)]
  let over: number | null = null
  for (let at = start; ; at++) {
    if (over === at) {
      if (!stops.some((one) => one.from < at && at < ends(one))) return at
      over = Infinity
    }
    for (const one of stops) {
      if (one.to !== at || at === start) continue
      if (effect(one) === 'reset') {
        ;[counted, dayZero, over] = [0, dayOf(at), null]
        if (!byHours) needed = wanted(at)
      } else if (over === Infinity && !stands(at)) over = closeFrom(at)
    }
    if (stops.some((one) => one.to === null && one.from <= at)) return null
    if (byHours) {
      if (open(at) && !stands(at)) counted++
      if (counted === needed) return at + 1
      continue
    }
    const isDawn = at % dayMinutes === 0 && dayOf(at) > dayZero
    if (!isDawn || over !== null || stops.some((one) => one.from < at && at <= ends(one))) continue
    if (limit.unit !== 'working-day' || works(dayOf(at))) counted++
    if (counted === needed) over = closeOf(workingDayFrom(dayOf(at)))
  }
}

import type { Moment } from '@motcua/calendar'
import type { Clock } from './clock.ts'

/** What the second deadline makes of the moment the first one ends at. */
export function chain(first: Clock, second: Clock): Clock {
  return {
    at: (event) => second.at(first.at(event)),
    breaks: (from, to, into) => {
      first.breaks(from, to, into)
      const own: Moment[] = []
      second.breaks(first.at(from), first.at(to), own)
      for (const moment of own) first.reaching(moment, into)
    },
    reaching: (moment, into) => {
      const own: Moment[] = []
      second.reaching(moment, own)
      for (const one of own) first.reaching(one, into)
    },
  }
}

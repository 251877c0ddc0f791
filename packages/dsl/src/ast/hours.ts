import type { Cst, CstPart } from '../syntax/parse.ts'
import type { ExampleSegment, OpeningHours } from './nodes.ts'
import { type Room, dateOf, leaf, list, node, timeOf } from './reader.ts'

/** The weekdays and sessions of the office hours a file works its examples with. */
export function hoursOf(room: Room, days: CstPart | undefined, ranges: CstPart | undefined): OpeningHours {
  return { weekdays: weekdaysOf(days), sessions: sessionsOf(room, ranges) }
}

/** Days with hours of their own, all of them or some weekdays alone. */
export function segmentOf(room: Room, { d }: Cst): ExampleSegment {
  return {
    from: dateOf(room, d[1]),
    to: dateOf(room, d[3]),
    ...(d.length > 6 ? { weekdays: weekdaysOf(d[5]) } : {}),
    sessions: sessionsOf(room, d.at(-1)),
  }
}

/** One weekday, or those from one to another. */
function weekdaysOf(part: CstPart | undefined): number[] {
  const named = list(part).map((one) => Number(leaf(one).value))
  const [from, to] = [named[0]!, named.at(-1)!]
  return [1, 2, 3, 4, 5, 6, 7].filter((one) => one >= from && one <= to)
}

const sessionsOf = (room: Room, part: CstPart | undefined): OpeningHours['sessions'] =>
  list(part).map((one) => ({ from: timeOf(room, node(one).d[0]), to: timeOf(room, node(one).d[2]) }))

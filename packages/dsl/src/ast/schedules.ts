import type { Cst, CstPart } from '../syntax/parse.ts'
import type { Schedule } from './nodes.ts'
import { type Room, isNode, list, node } from './reader.ts'
import { timesOf, wordsOf } from './values.ts'

/** `{hằng quý}, mỗi kỳ 02 lần trở lên, gửi tới {…}, về {…}`: the parts in this order, those left out empty lists. */
export function scheduleOf(room: Room, [periods, rate, to, content]: readonly CstPart[]): Schedule {
  return {
    periods: wordsOf(list(periods)),
    ...(isNode(rate) ? { atLeast: timesOf(room, node(rate) as Cst) } : {}),
    ...some('to', to),
    ...some('content', content),
  }
}

const some = <K extends 'to' | 'content'>(key: K, part: CstPart | undefined): Partial<Schedule> => {
  const words = wordsOf(list(part ?? []))
  return words.length === 0 ? {} : { [key]: words }
}

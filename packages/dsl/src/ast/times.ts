import type { Lexeme } from '../syntax/lexemes.ts'
import type { Cst } from '../syntax/parse.ts'
import type { Dimension } from '../vocabulary/facts.ts'
import type { Effect, EndAct, Modifier, MonthEnd, Quantity, Share, Sum } from './nodes.ts'
import {
  type Room,
  leaf,
  list,
  momentOf,
  node,
  notOfList,
  quantityOf,
  spanOf,
  shareOf,
  timeOf,
} from './reader.ts'
import { valueOf } from './values.ts'

/** The statements that only speak of time, and what they say of their case. */
export function timeEffectOf(room: Room, cst: Cst): Effect {
  const { d } = cst
  const text = (i: number) => leaf(d[i]).value
  switch (cst.k) {
    case 'within':
      return { k: 'within', duration: durationOf(room, node(d[1])), event: text(3) }
    case 'sequence':
      return { k: 'sequence', terms: list(d[1]).map((one) => termOf(room, node(one))), event: text(3) }
    case 'later':
    case 'earlier':
      return { k: cst.k, sums: list(d[1]).map((one) => sumOf(room, node(one))) }
    case 'at':
      return { k: 'at', event: text(1), how: leaf(d[0]).type === 'IMMEDIATELY' ? 'immediately' : 'by' }
    case 'sameDay':
    case 'nextOpening':
      return { k: cst.k, event: text(1) }
    case 'agreed':
      return { k: 'agreed', ...(d[3] ? { most: quantityOf(room, node(d[3])) } : {}) }
    case 'amount':
      return { k: 'amount', duration: quantityOf(room, node(d[1])) }
    case 'remindBefore':
      return { k: 'remindBefore', duration: quantityOf(room, node(d[1])) }
    case 'remindEvery':
      return { k: 'remindEvery', duration: quantityOf(room, node(d[1])), event: text(3), until: text(5) }
    default:
      throw new Error(`the grammar has a statement of time \`${cst.k}\` that the language gives no meaning`)
  }
}

/** The statements of time that change an effect of their case. */
export function timeModifierOf(room: Room, cst: Cst): Modifier {
  const { d } = cst
  switch (cst.k) {
    case 'cutoff': {
      const [hours, minutes] = timeOf(room, d[1]).split(':').map(Number)
      return {
        k: 'cutoff',
        second: hours! * 3_600 + minutes! * 60,
        inclusive: leaf(d[0]).type === 'FROM_TIME',
        opening: leaf(d[2]).type === 'TO_OPENING',
        ...(leaf(d[2]).value === 'bare' ? { bare: spanOf(room, leaf(d[2])) } : {}),
      }
    }
    case 'ceiling':
      return { k: 'ceiling', duration: termOf(room, node(d[1])), event: leaf(d[3]).value }
    case 'atEnd':
      return { k: 'atEnd', act: endActOf(room, leaf(d[1])) }
    default:
      throw new Error(`the grammar has a modifier of time \`${cst.k}\` that the language gives no meaning`)
  }
}

const endActs: Readonly<Record<string, EndAct>> = {
  'to-close': 'close',
  'to-cancel': 'cancel',
  'to-refuse': 'refuse',
}

function endActOf(room: Room, part: Lexeme): EndAct {
  const act = endActs[part.value]
  if (!act) notOfList(room, part, { vi: 'đóng hồ sơ, hủy hồ sơ hay từ chối', en: 'an end of a dossier' })
  return act ?? 'close'
}

const durationOf = (room: Room, cst: Cst): Quantity | Share =>
  cst.k === 'share' ? shareOf(room, cst) : termOf(room, cst)

/** A quantity with the word that says where a count of months ends. */
function termOf(room: Room, cst: Cst): Quantity {
  const quantity = quantityOf(room, node(cst.d[0]))
  return cst.d[2] ? { ...quantity, monthEnd: leaf(cst.d[2]).value as MonthEnd } : quantity
}

function sumOf(room: Room, cst: Cst): Sum {
  const event = leaf(cst.d[0]).value
  if (!cst.d[2]) return { event }
  const term = termOf(room, node(cst.d[2]))
  return leaf(cst.d[1]).type === 'MINUS' ? { event, minus: term } : { event, plus: term }
}

/** A pause or an outage as an example of a file gives it; one that lasts still has no end. */
export function stretchOf(room: Room, cst: Cst): [name: 'pauses' | 'outages', stretch: object] {
  const { d } = cst
  const from = momentOf(room, node(d[1]))
  const open = cst.k === 'openPause' || cst.k === 'openOutage'
  const ends = open ? {} : { to: momentOf(room, node(d[3])) }
  if (cst.k === 'outage' || cst.k === 'openOutage') return ['outages', { from, ...ends }]
  const reason = valueOf(room, 'pauseReason' satisfies Dimension, leaf(d.at(-1)))
  return ['pauses', { from, ...ends, reason }]
}

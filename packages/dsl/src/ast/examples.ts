import type { Span } from '../source/span.ts'
import type { Cst } from '../syntax/parse.ts'
import { type Dimension, events } from '../vocabulary/facts.ts'
import type { ChannelMode, Example, ExampleValue, Unit } from './nodes.ts'
import { gradesOf, moveOf } from './figures.ts'
import {
  type Room,
  channelsOf,
  dateOf,
  isNode,
  leaf,
  list,
  momentOf,
  node,
  quantityOf,
  spanOf,
} from './reader.ts'
import { scheduleOf } from './schedules.ts'
import { amountOf } from './tests.ts'
import { stretchOf } from './times.ts'
import { timesOf, valueOf, wordOf, wordsOf } from './values.ts'

/** `ví dụ "…": cho … thì … là …`: facts as the system would give them, and the answer the law gives. */
export function exampleOf(room: Room, cst: Cst, span: Span): Example {
  const facts: Record<string, unknown> = {}
  for (const part of list(cst.d[4])) {
    const fact = node(part)
    if (stretches.has(fact.k)) {
      const [name, stretch] = stretchOf(room, fact)
      facts[name] = [...((facts[name] as object[] | undefined) ?? []), stretch]
      continue
    }
    const [name, value] = factOf(room, fact)
    // Counts and the parts of a name are not facts of a question: its answer is applied to them.
    facts[name] =
      typeof value === 'object' && name in facts ? { ...(facts[name] as object), ...value } : value
  }
  return {
    title: leaf(cst.d[1]).value,
    question: leaf(cst.d[6]).value,
    facts,
    expect: expected(room, cst.d[8]!),
    span,
  }
}

const stretches: ReadonlySet<string> = new Set(['pause', 'openPause', 'outage', 'openOutage'])

function factOf(room: Room, cst: Cst): [string, unknown] {
  switch (cst.k) {
    case 'eventFact':
      return [events.get(leaf(cst.d[0]).value)!.fact, momentOf(room, node(cst.d[2]))]
    case 'asOf':
      return ['asOf', momentOf(room, node(cst.d[1]))]
    case 'is': {
      const dim = leaf(cst.d[0]).value as Dimension
      return [dim, valueOf(room, dim, leaf(cst.d[2]))]
    }
    case 'flag':
      return [leaf(cst.d[0]).value, true]
    case 'notFlag':
      return [leaf(cst.d[1]).value, false]
    case 'numberFact':
      return [leaf(cst.d[0]).value, amountOf(room, node(cst.d[2])).n]
    case 'countFact':
      return ['counts', { [leaf(cst.d[0]).value]: Number(leaf(cst.d[2]).text) }]
    case 'partFact':
      return ['parts', { [leaf(cst.d[0]).value]: leaf(cst.d[2]).value }]
    default: {
      const { n, unit } = quantityOf(room, node(cst.d[2]))
      return ['limit', { n, unit }]
    }
  }
}

function expected(room: Room, part: Cst['d'][number]): ExampleValue {
  if (!isNode(part)) throw new Error('a value of an example is a node')
  switch (part.k) {
    case 'moment':
      return { k: 'instant', at: momentOf(room, part) }
    case 'date':
      return { k: 'day', at: dateOf(room, part.d[0]) }
    case 'quantity': {
      const { n, unit } = quantityOf(room, part)
      if (unit === 'day' || unit === 'hour') bareUnit(room, part)
      return { k: 'amount', n, unit: unit as Unit }
    }
    case 'agreedValue': {
      const [quantity] = part.d
      if (!isNode(quantity)) return { k: 'agreed' }
      const { n, unit } = quantityOf(room, quantity)
      if (unit === 'day' || unit === 'hour') bareUnit(room, quantity)
      return { k: 'agreed', n, unit: unit as Unit }
    }
    case 'momentsValue':
      return { k: 'instants', at: list(part.d[1]).map((one) => momentOf(room, node(one))) }
    case 'times':
      return { k: 'count', n: timesOf(room, part) }
    case 'setValue':
      return { k: 'set', of: wordsOf(list(part.d[0])) }
    case 'scheduleValue':
      return { k: 'schedule', schedule: scheduleOf(room, part.d) }
    case 'noticeValue':
      return {
        k: 'notice',
        mode: leaf(part.d[0]).value as ChannelMode,
        channels: channelsOf(room, list(part.d[1])),
        plus: part.d[3] ? channelsOf(room, list(part.d[3])) : [],
      }
    case 'choiceValue': {
      const [channel] = channelsOf(room, [part.d[4]!])
      return {
        k: 'notice',
        mode: leaf(part.d[0]).value as ChannelMode,
        channels: channelsOf(room, list(part.d[1])),
        plus: [],
        ...(channel === undefined ? {} : { default: channel }),
      }
    }
    case 'name':
      return { k: 'word', word: wordOf(leaf(part.d[0])) }
    case 'yes':
    case 'no':
      return { k: 'flag', yes: part.k === 'yes' }
    case 'number':
      return { k: 'number', n: amountOf(room, part).n }
    case 'noData':
      return { k: 'noData' }
    case 'scaleValue':
      return { k: 'scale', grades: gradesOf(list(part.d[0])) }
    case 'movesValue':
      return { k: 'moves', moves: list(part.d[0]).map((one) => moveOf(room, node(one))) }
    case 'questionsValue':
      return { k: 'set', of: list(part.d[0]).map((one) => leaf(one).value) }
    case 'text':
      return { k: 'text', text: leaf(part.d[0]).value }
    case 'notAtHand':
      return { k: 'notAtHand' }
    default:
      return { k: 'silent' }
  }
}

function bareUnit(room: Room, cst: Cst): void {
  room.findings.add('E0301', spanOf(room, cst), {
    vi: 'trong ví dụ phải ghi rõ loại ngày hoặc giờ',
    en: 'an example must say which kind of days or hours',
  })
}

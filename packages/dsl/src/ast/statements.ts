import type { Span } from '../source/span.ts'
import type { Language } from '../source/diagnostic.ts'
import type { Cst } from '../syntax/parse.ts'
import type { Dimension } from '../vocabulary/facts.ts'
import type { Channel } from '../vocabulary/names.ts'
import type { Binding } from '../vocabulary/questions.ts'
import { exampleOf } from './examples.ts'
import { figureKinds, figureOf } from './figures.ts'
import type {
  Affect,
  ChannelMode,
  Cite,
  Condition,
  Effect,
  Example,
  ExampleSegment,
  Modifier,
  NationalDay,
  OpeningHours,
  Qualifier,
  Quote,
  Reference,
  Transition,
} from './nodes.ts'
import { followsOf, quoteOf, referenceOf, transitionOf } from './force.ts'
import {
  type Room,
  channelsOf,
  citeOf,
  dateOf,
  leaf,
  list,
  node,
  quantityOf,
  shareOf,
  spanOf,
} from './reader.ts'
import { scheduleOf } from './schedules.ts'
import { testOf } from './tests.ts'
import { hoursOf, segmentOf } from './hours.ts'
import { timeEffectOf, timeModifierOf } from './times.ts'
import { countedOf, timesOf, valueOf, wordOf, wordsOf } from './values.ts'

/** A statement with its meaning, before statements are put together into a regulation. */
export type Statement = { readonly span: Span } & (
  | { readonly k: 'language'; readonly language: Language }
  | {
      readonly k: 'regulation'
      readonly national: boolean
      readonly number: string
      readonly of: string
    }
  | { readonly k: 'calendar'; readonly title: string }
  | { readonly k: 'title'; readonly vi: string; readonly en?: string }
  | { readonly k: 'symbol'; readonly symbol: string }
  | { readonly k: 'issued'; readonly on: string; readonly by?: string }
  | { readonly k: 'effective' | 'ceases'; readonly on: string; readonly qualifier: Qualifier }
  | {
      readonly k: 'affects'
      readonly how: Affect
      readonly numbers: readonly string[]
    }
  | { readonly k: 'complies'; readonly symbols: readonly { symbol: string; span: Span }[] }
  | { readonly k: 'dayCounting' }
  | {
      readonly k: 'levels' | 'tiers'
      readonly names: readonly string[]
      readonly aliases: readonly { own: string; other: string }[]
    }
  | ({ readonly k: 'exampleHours' | 'exampleIntake' } & OpeningHours)
  | { readonly k: 'exampleSeason'; readonly segment: ExampleSegment }
  | { readonly k: 'covers'; readonly from: string; readonly to: string }
  | { readonly k: 'knownThrough'; readonly on: string }
  | { readonly k: 'origin'; readonly text: string }
  | {
      readonly k: 'days'
      readonly kind: NationalDay['kind']
      readonly from: string
      readonly to: string
      readonly name: { vi: string; en?: string }
    }
  | { readonly k: 'rule'; readonly question: string }
  | { readonly k: 'cite'; readonly cites: readonly Cite[] }
  | { readonly k: 'source'; readonly quote: Quote }
  | { readonly k: 'refers'; readonly reference: Omit<Reference, 'at'> }
  | { readonly k: 'holds'; readonly from?: string; readonly through?: string }
  | { readonly k: 'transition'; readonly choice: Transition['choice']; readonly cite?: Cite }
  | { readonly k: 'articles'; readonly n: number }
  | { readonly k: 'reading'; readonly id: string; readonly note?: string }
  | { readonly k: 'deviates'; readonly reason: string; readonly symbol?: string }
  | { readonly k: 'binds'; readonly binding: Binding }
  | { readonly k: 'when'; readonly condition: Condition }
  | { readonly k: 'otherwise' }
  | { readonly k: 'effect'; readonly effect: Effect }
  | { readonly k: 'rest'; readonly effect: Effect }
  | { readonly k: 'modifier'; readonly modifier: Modifier }
  | { readonly k: 'example'; readonly example: Example }
  /** A statement that could not be read; its fault is reported already. `opens` where it would have opened a rule. */
  | { readonly k: 'broken'; readonly opens: boolean }
)

/** The meaning of one parsed statement. Every production of `statement` in grammar.ne has its case here. */
export function statementOf(room: Room, cst: Cst): Statement {
  const span = spanOf(room, cst)
  const { d } = cst
  const text = (i: number) => leaf(d[i]).value
  const effect = (effect: Effect): Statement => ({ k: 'effect', effect, span })
  const modifier = (modifier: Modifier): Statement => ({ k: 'modifier', modifier, span })
  switch (cst.k) {
    case 'language':
      return { k: 'language', language: text(1) as Language, span }
    case 'regulation':
    case 'nationalAct':
      return { k: 'regulation', national: cst.k === 'nationalAct', number: text(1), of: text(3), span }
    case 'calendar':
      return { k: 'calendar', title: bilingual(node(d[1])).vi, span }
    case 'title':
      return { k: 'title', ...bilingual(node(d[1])), span }
    case 'symbol':
      return { k: 'symbol', symbol: text(1), span }
    case 'issued':
      return { k: 'issued', on: dateOf(room, d[1]), ...(d[3] ? { by: text(3) } : {}), span }
    case 'effective':
    case 'ceases':
      return { k: cst.k, on: dateOf(room, d[1]), qualifier: d[2] ? (text(2) as Qualifier) : 'stated', span }
    case 'affects':
      return {
        k: 'affects',
        how: text(0) as Affect,
        numbers: list(d[1]).map((one) => leaf(one).value),
        span,
      }
    case 'complies':
      return {
        k: 'complies',
        symbols: list(d[1]).map((one) => ({ symbol: leaf(one).value, span: spanOf(room, one) })),
        span,
      }
    case 'dayCounting':
    case 'otherwise':
      return { k: cst.k, span }
    case 'levels':
    case 'tiers': {
      const dim = cst.k === 'levels' ? 'level' : 'tier'
      return {
        k: cst.k,
        names: list(d[1]).map((one) => valueOf(room, dim, leaf(one))),
        aliases: list(d[4] ?? []).map((one) => ({
          own: valueOf(room, dim, leaf(node(one).d[0])),
          other: valueOf(room, dim, leaf(node(one).d[2])),
        })),
        span,
      }
    }
    case 'exampleHours':
      return {
        k: leaf(d[0]).type === 'EXAMPLE_INTAKE' ? 'exampleIntake' : 'exampleHours',
        ...hoursOf(room, d[1], d[3]),
        span,
      }
    case 'exampleSeason':
      return { k: 'exampleSeason', segment: segmentOf(room, cst), span }
    case 'covers':
      return { k: 'covers', from: dateOf(room, d[1]), to: dateOf(room, d[3]), span }
    case 'knownThrough':
      return { k: 'knownThrough', on: dateOf(room, d[1]), span }
    case 'origin':
      return { k: 'origin', text: text(1), span }
    case 'days': {
      const from = dateOf(room, d[1])
      return {
        k: 'days',
        kind: text(0) as NationalDay['kind'],
        from,
        to: d.length > 3 ? dateOf(room, d[3]) : from,
        name: bilingual(node(d.at(-1))),
        span,
      }
    }
    case 'rule':
      return { k: 'rule', question: text(1), span }
    case 'cite':
      return { k: 'cite', cites: list(d[1]).map((one) => citeOf(room, node(one))), span }
    case 'source':
      return { k: 'source', quote: quoteOf(room, cst), span }
    case 'refers':
    case 'refersReadAs':
      return { k: 'refers', reference: referenceOf(room, cst), span }
    case 'holdsFrom':
      return {
        k: 'holds',
        from: dateOf(room, d[1]),
        ...(d[3] ? { through: dateOf(room, d[3]) } : {}),
        span,
      }
    case 'holdsThrough':
      return { k: 'holds', through: dateOf(room, d[1]), span }
    case 'transition':
      return transitionOf(room, cst, span)
    case 'articles':
      return { k: 'articles', n: Number(text(1)), span }
    case 'reading':
      return { k: 'reading', id: text(1), ...(d[2] ? { note: text(2) } : {}), span }
    case 'deviates':
      return d[2]
        ? { k: 'deviates', symbol: text(1), reason: text(2), span }
        : { k: 'deviates', reason: text(1), span }
    case 'binds':
      return { k: 'binds', binding: text(1) as Binding, span }
    case 'when':
      return { k: 'when', condition: conditionOf(room, node(d[1])), span }
    case 'published':
      return effect({ k: 'published', event: text(2) })
    case 'before':
      return effect({ k: 'before', duration: quantityOf(room, node(d[1])), event: text(3) })
    case 'within':
    case 'sequence':
    case 'later':
    case 'earlier':
    case 'at':
    case 'sameDay':
    case 'nextOpening':
    case 'agreed':
    case 'amount':
    case 'remindBefore':
    case 'remindEvery':
      return effect(timeEffectOf(room, cst))
    case 'onDay':
      return effect({ k: 'onDay', event: text(1) })
    case 'via':
      return effect({ k: 'via', ...channelChoice(room, node(d[1])), ...defaultChannel(room, d[4]) })
    case 'consists':
      return effect({ k: 'consists', words: wordsOf(list(d[1])) })
    case 'classify':
      return effect({ k: 'classify', word: text(1), test: testOf(room, node(d[3])) })
    case 'answer':
      return effect({ k: 'answer', yes: text(0) === 'yes' })
    case 'count':
      return effect({ k: 'count', n: timesOf(room, node(d[1])), of: countedOf(node(d[1])) })
    case 'textReads':
      return effect({ k: 'text', text: text(1) })
    case 'schedule':
      return effect({ k: 'schedule', ...scheduleOf(room, d.slice(1)) })
    case 'notRecorded':
      return effect({ k: 'notRecorded', why: { vi: text(1), en: d[3] ? text(3) : text(1) } })
    case 'share':
      return effect({ k: 'share', share: shareOf(room, node(d[1])) })
    case 'determined':
      return effect({ k: 'determined', word: wordOf(leaf(d[1])) })
    case 'follows':
      return effect(followsOf(room, cst))
    case 'otherwiseFollows':
      return { k: 'rest', effect: followsOf(room, cst), span }
    case 'outside':
      return modifier({ k: 'outside' })
    case 'cutoff':
    case 'ceiling':
    case 'atEnd':
      return modifier(timeModifierOf(room, cst))
    case 'plus':
      return modifier({ k: 'plus', channels: channelsOf(room, list(d[1])) })
    case 'missing':
      return modifier({ k: 'missing' })
    case 'example':
      return { k: 'example', example: exampleOf(room, cst, span), span }
    default:
      if (figureKinds.has(cst.k)) return effect(figureOf(room, cst))
      throw new Error(`the grammar has a statement \`${cst.k}\` that the language gives no meaning`)
  }
}

function bilingual(cst: Cst): { vi: string; en?: string } {
  return { vi: leaf(cst.d[0]).value, ...(cst.d[2] ? { en: leaf(cst.d[2]).value } : {}) }
}

function channelChoice(room: Room, cst: Cst): { mode: ChannelMode; channels: Channel[] } {
  if (cst.k === 'channel') return { mode: 'one', channels: channelsOf(room, cst.d) }
  return { mode: leaf(cst.d[0]).value as ChannelMode, channels: channelsOf(room, list(cst.d[1])) }
}

function defaultChannel(room: Room, part: Cst['d'][number] | undefined): { default?: Channel } {
  const [channel] = part ? channelsOf(room, [part]) : []
  return channel ? { default: channel } : {}
}

function conditionOf(room: Room, cst: Cst): Condition {
  const span = spanOf(room, cst)
  const part = (i: number) => conditionOf(room, node(cst.d[i]))
  switch (cst.k) {
    case 'or':
    case 'and':
      return { k: cst.k, of: [part(0), part(2)], span }
    case 'not':
      return { k: 'not', of: part(1), span }
    case 'flag':
      return { k: 'flag', dim: leaf(cst.d[0]).value as Dimension, span }
    default: {
      const dim = leaf(cst.d[0]).value as Dimension
      const words = cst.k === 'in' ? list(cst.d[2]) : [cst.d[2]!]
      return { k: 'in', dim, values: words.map((one) => valueOf(room, dim, leaf(one))), span }
    }
  }
}

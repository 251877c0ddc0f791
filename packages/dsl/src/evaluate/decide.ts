import type { Operation } from '../compile/compiled.ts'
import { matches } from '../figures/truth.ts'
import { dayNumberOf } from '@motcua/calendar'
import { bounded } from './bounds.ts'
import { type Case, type Outcome, momentOf } from './case.ts'
import {
  atEvent,
  backwards,
  counted,
  countedThrough,
  extreme,
  nextOpening,
  onDay,
  sameDay,
} from './deadlines.ts'
import { missing } from './facts.ts'
import { decideFigure } from './figures.ts'
import { remindersOf } from './reminders.ts'
import { shareOf } from './shares.ts'
import type { Trace } from './trace.ts'
import type { Unit } from '../ast/nodes.ts'

const noTrace: Trace = { moves: [] }
const plain = (value: unknown): Outcome => ({ value, trace: noTrace, cites: [] })

/** Works an effect out on the facts. Moments go in and come out as seconds; instants are written at the edge. */
export function decide(one: Case): Outcome {
  const { does } = one.effect
  switch (does.op) {
    case 'add':
      return bounded(decide, one, counted(one, does, does))
    case 'sequence':
      return bounded(decide, one, countedThrough(one, does, does.terms))
    case 'published':
      return bounded(decide, one, counted(one, does, limitOf(one)))
    case 'addShare': {
      const outcome = counted(one, does, shareOf(does.share, limitOf(one)))
      const trace = { ...outcome.trace, share: { ...does.share, ...limitOf(one) } }
      return bounded(decide, one, { ...outcome, trace })
    }
    case 'before':
      return bounded(decide, one, backwards(one, does))
    case 'later':
    case 'earlier':
      return bounded(decide, one, extreme(one, does))
    case 'at':
      return bounded(decide, one, atEvent(one, does))
    case 'sameDay':
      return bounded(decide, one, sameDay(one, does))
    case 'nextOpening':
      return bounded(decide, one, nextOpening(one, does))
    case 'onDay':
      return onDay(one, does)
    case 'share': {
      const amount = shareOf(does.share, limitOf(one))
      return {
        value: amount,
        trace: { moves: [], ...amount, share: { ...does.share, ...limitOf(one) } },
        cites: [],
      }
    }
    case 'amount':
      return plain({ n: does.n, unit: does.unit })
    case 'agreed':
      return plain(does.n === null ? { by: 'agreement' } : { n: does.n, unit: does.unit, by: 'agreement' })
    case 'reminders':
      return plain(remindersOf(one, does))
    case 'channels':
      return plain(one.question.kind === 'set' ? does.channels.toSorted() : notification(does))
    case 'list':
      return plain(one.question.kind === 'set' ? does.words.toSorted() : [...does.words])
    case 'flag':
      return plain(does.yes)
    case 'count':
      return plain(does.n)
    case 'text':
      return plain(does.text)
    case 'schedule': {
      const { op: _, ...schedule } = does
      return plain(schedule)
    }
    case 'notRecorded':
      return plain(null)
    case 'word':
      return plain(does.word)
    case 'compare':
      return compared(one, does)
    case 'follow':
      throw new Error('a delegation is followed before it is decided')
    default: {
      const figure = decideFigure(does, one.question, one.facts)
      return { value: figure.value, trace: noTrace, cites: figure.cites, figure }
    }
  }
}

function notification({ mode, channels, plus }: Extract<Operation, { op: 'channels' }>): unknown {
  return {
    mode: mode === 'one' ? 'any' : mode,
    channels: [...channels],
    ...(plus.length > 0 ? { plus: [...plus] } : {}),
  }
}

function compared(one: Case, { left, right, arms }: Extract<Operation, { op: 'compare' }>): Outcome {
  const [a, b] = [dayNumberOf(momentOf(one, left)), dayNumberOf(momentOf(one, right))]
  const arm = arms.find(({ op }) => matches(op, a < b ? -1 : a > b ? 1 : 0))!
  return { value: arm.word, trace: noTrace, cites: arm.cites }
}

function limitOf({ facts, question }: Case): { n: number; unit: Unit } {
  if (!facts.limit) throw missing('limit', question)
  return facts.limit
}

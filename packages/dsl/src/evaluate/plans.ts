import type { Unit } from '../ast/nodes.ts'
import type { CompiledEffect, Moved } from '../compile/compiled.ts'
import { type Layout, slotOf } from './register.ts'
import { lastSecond } from './start.ts'

/**
 * What an effect does, as numbers side by side, so that a deadline is worked out without an object being made. An
 * effect that has no such form is `asked`: it is worked out the ordinary way.
 */
export const op = { silent: 0, asked: 1, add: 2, published: 3, before: 4, later: 5, day: 6 } as const

/** Places of a plan, at `plan × stride + place`. */
export const place = {
  op: 0,
  slot: 1,
  n: 2,
  unit: 3,
  cutoff: 4,
  outside: 5,
  slot2: 6,
  n2: 7,
  unit2: 8,
} as const
/** How many numbers a plan has. */
export const stride = 9

/** The units a plan counts in; a term in another unit is asked. */
export const planUnits: readonly Unit[] = ['working-hour', 'working-day', 'calendar-day', 'month']
/** In place of a unit: nothing is added. */
export const noUnit = -1

/** In place of a cut-off: the day of the event is the day it counts on. */
export const noDayRule = -1
/** In place of a cut-off: a day is never over before its end, so only days off move the start. */
const endOfDay = 86_400

/** The plan of the effect that answers, with the receipt-day rule that may move its start. */
export function planOf(
  layout: Layout,
  effect: CompiledEffect | undefined,
  receipt: CompiledEffect | undefined,
): Int32Array {
  const plan = new Int32Array(stride)
  if (!effect) return plan
  const { does } = effect
  const term = (code: number, fact: Moved['fact'], n = 0, unit: Unit = 'working-hour') => {
    const [slot, unitAt] = [slotOf(layout, fact), planUnits.indexOf(unit)]
    plan[place.op] = slot < 0 || unitAt < 0 ? op.asked : code
    plan[place.slot] = slot
    plan[place.n] = n
    plan[place.unit] = unitAt
  }
  const dayRule = effect.cutoff ?? receipt?.cutoff
  plan[place.op] = op.asked
  plan[place.cutoff] = dayRule ? lastSecond(dayRule) : receipt ? endOfDay : noDayRule
  plan[place.outside] = effect.outside ? 1 : 0
  // What bounds a deadline, or ends it elsewhere than it is counted to, has no place in a plan.
  if (effect.ceiling || effect.cutoff?.opening || ('monthEnd' in does && does.monthEnd === 'next-first'))
    return plan
  switch (does.op) {
    case 'add':
      term(op.add, does.fact, does.n, does.unit)
      break
    case 'published':
      term(op.published, does.fact)
      break
    case 'before':
      if (does.unit === 'working-hour' || does.unit === 'working-day')
        term(op.before, does.fact, does.n, does.unit)
      break
    case 'onDay':
      term(op.day, does.fact)
      plan[place.cutoff] = effect.cutoff ? lastSecond(effect.cutoff) : endOfDay
      break
    case 'later': {
      const [first, second, more] = does.sums
      if (first && second && !more && does.sums.every(forward)) later(layout, plan, [first, second], term)
    }
  }
  return plan
}

const forward = ({ plus }: Moved): boolean => !plus || (plus.n >= 0 && plus.monthEnd !== 'next-first')

function later(
  layout: Layout,
  plan: Int32Array,
  [first, second]: readonly [Moved, Moved],
  term: (code: number, fact: Moved['fact'], n?: number, unit?: Unit) => void,
): void {
  const [slot2, unit2] = [
    slotOf(layout, second.fact),
    second.plus ? planUnits.indexOf(second.plus.unit) : noUnit,
  ]
  if (slot2 < 0 || (second.plus && unit2 < 0)) return
  term(op.later, first.fact, first.plus?.n, first.plus?.unit)
  if (!first.plus) plan[place.unit] = noUnit
  plan[place.slot2] = slot2
  plan[place.n2] = second.plus?.n ?? 0
  plan[place.unit2] = unit2
}

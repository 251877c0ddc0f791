import { isWorking, toMoment, type Instant, type Weekday } from '@motcua/calendar'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openPause } from '../clocks/pause.ts'
import { reappointments } from '../lateness/apology.ts'
import { submitDossier } from '../intake/submit-dossier.ts'
import type { Dossier } from './dossier.ts'
import type { DossierEvent } from './events.ts'
import { evolve, fold } from './evolve.ts'
import { isAccepted } from './kept.ts'
import { submission, terms } from './examples.ts'
import {
  attempt,
  deeds,
  later,
  officeCalendar,
  standsStill,
  type Effects,
  type Move,
  type World,
} from './whole-life.ts'

const effect = fc.constantFrom('continue', 'exclude', 'reset', null)
const effects: fc.Arbitrary<Effects> = fc.record({
  supplement: effect,
  consultation: effect,
  verification: effect,
  'force-majeure': effect,
  suspension: effect,
})
const world: fc.Arbitrary<World> = fc
  .record({
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 3, maxLength: 7 }),
    daysOff: fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 12 }),
    hours: fc.integer({ min: 4, max: 120 }),
    effects: fc.tuple(effects, effects),
    changes: fc.integer({ min: 0, max: 12_000 }),
    extensions: fc.integer({ min: 0, max: 2 }),
    extensionHours: fc.integer({ min: 1, max: 20 }),
  })
  .map(({ weekdays, daysOff, changes, ...rest }) => ({
    ...rest,
    calendar: officeCalendar(weekdays.toSorted() as Weekday[], daysOff),
    changesAt: later(submission.at, changes),
  }))

const names = Object.keys(deeds) as Move['deed'][]
/** Deeds that end a dossier, or that turn in a circle: they are tried, but seldom while there is another. */
const seldom: ReadonlySet<Move['deed']> = new Set([
  'refuse',
  'withdraw',
  'close',
  'redirect',
  'amend',
  'demandFee',
  'pay',
  'record',
  'announce',
  'correct',
  'sendBack',
])
const steps = fc.array(
  fc.record({
    afterMinutes: fc.integer({ min: 1, max: 900 }),
    pick: fc.nat({ max: 83 }),
    choice: fc.nat({ max: 10_000 }),
  }),
  { minLength: 5, maxLength: 45 },
)
type Step = Omit<Move, 'deed'> & { readonly choice: number }

interface Life {
  readonly world: World
  readonly events: readonly DossierEvent[]
  readonly states: readonly Dossier[]
  readonly endsAt: Instant
}

/** At each step everything is tried; what is refused leaves no trace, and one of what is granted is done. */
function live(around: World, tries: readonly Step[]): Life {
  const begun = submitDossier(submission, terms)
  if (!begun.granted) throw new Error(begun.refusal.code)
  const events: DossierEvent[] = [...begun.events]
  const states = [fold(events)]
  let now = submission.at
  for (const step of tries) {
    now = later(now, step.afterMinutes)
    const before = states.at(-1)!
    const granted = names.flatMap((deed) => {
      const decision = attempt(before, { ...step, deed }, now, around)
      return decision.granted ? [{ deed, events: decision.events }] : []
    })
    const usual = granted.filter(({ deed }) => !seldom.has(deed))
    const open = usual.length > 0 && step.choice % 7 > 0 ? usual : granted
    for (const event of open[step.choice % open.length]?.events ?? []) {
      events.push(event)
      states.push(evolve(states.at(-1)!, event))
    }
  }
  return { world: around, events, states, endsAt: later(now, 60) }
}

const lives = fc.tuple(world, steps).map(([around, tries]) => live(around, tries))
const check = (runs: number, holds: (life: Life) => void) =>
  fc.assert(fc.property(lives, holds), { numRuns: runs, seed: 20_260_804 })

const minute = (at: Instant) => toMoment(at) / 60

/** When the clock began to stand still and when it ran again, told by the log and not by the state. */
function standstills({ events, endsAt }: Life) {
  const spans: { from: number; to: number; effect: string | null; lasts: boolean }[] = []
  let open: { from: number; effect: string | null } | undefined
  const close = (at: Instant, lasts = false) => {
    if (open) spans.push({ ...open, to: minute(at), lasts })
    open = undefined
  }
  for (const event of events) {
    if (event.type === 'ClockPaused' || event.type === 'SupplementRequested')
      open = { from: minute(event.at), effect: event.effect.answer }
    if (event.type === 'ClockResumed' || event.type === 'SupplementSupplied') close(event.at)
    if (event.type === 'DossierWithdrawn' || event.type === 'DossierClosed') close(event.at)
  }
  close(endsAt, true)
  return spans
}

/** The due minute found by walking from acceptance minute by minute, with nothing but the log and the calendar. */
function walkedDue(life: Life, until: number): number | null {
  const accepted = life.events.find(({ type }) => type === 'DossierAccepted')!
  const spans = standstills(life).filter(({ effect }) => effect === 'exclude' || effect === 'reset')
  const { calendar, hours } = life.world
  let counted = 0
  for (let at = minute(accepted.at); at < until; at++) {
    if (spans.some(({ to, effect, lasts }) => to === at && effect === 'reset' && !lasts)) counted = 0
    if (spans.some(({ from, to }) => from <= at && at < to)) continue
    if (isWorking(calendar, at * 60)) counted++
    if (counted === hours * 60) return at + 1
  }
  return null
}

describe('whatever is tried, in whatever order, in whatever calendar', () => {
  test('the log gives the present state, also when it was written down and read', () => {
    check(300, ({ events, states }) => {
      expect(fold(events)).toEqual(states.at(-1))
      expect(fold(JSON.parse(JSON.stringify(events)))).toEqual(states.at(-1))
      expect(states.at(-1)!.version).toBe(events.length)
    })
  })

  test('a dossier never reaches a state that cannot be', () => {
    const seen = new Set<string>()
    check(400, ({ states }) => {
      for (const state of states) {
        seen.add(state.phase)
        expectPossible(state)
      }
    })
    expect(seen).toEqual(
      new Set([
        'submitted',
        'completion-requested',
        'refused',
        'processing',
        'supplement-requested',
        'decided',
        'returned',
        'withdrawn',
        'closed',
      ]),
    )
  })

  test('AMB-20: number, code and acceptance never change once they are given, and an end is an end', () => {
    check(300, ({ states }) => {
      for (const [n, state] of states.entries()) {
        const before = states[n - 1]
        if (!before) continue
        expect([state.id, state.submissionNo]).toEqual([before.id, before.submissionNo])
        if ('code' in before && before.code) expect('code' in state && state.code).toBe(before.code)
        if ('acceptedAt' in before && before.acceptedAt)
          expect('acceptedAt' in state && state.acceptedAt).toBe(before.acceptedAt)
        if (['refused', 'withdrawn', 'closed'].includes(before.phase)) expect(state.phase).toBe(before.phase)
      }
    })
  })

  test(
    'no minute of a clock is lost: each one is counted or stands in one pause, as the log tells it',
    {
      timeout: 60_000,
    },
    () => {
      let stood = 0
      check(120, (life) => {
        const last = life.states.at(-1)!
        if (!('acceptedAt' in last) || !last.acceptedAt) return
        const pauses = (last.pauses ?? []).map(({ from, until }) => ({
          from: minute(from),
          to: minute(until ?? life.endsAt),
        }))
        const spans = standstills(life)
        for (let at = minute(last.acceptedAt); at < minute(life.endsAt); at++) {
          const byState = pauses.filter(({ from, to }) => from <= at && at < to).length
          const byLog = spans.filter(({ from, to }) => from <= at && at < to).length
          if (byState !== byLog || byLog > 1) expect([at, byState]).toEqual([at, byLog])
          stood += byLog
        }
      })
      expect(stood).toBeGreaterThan(10_000)
    },
  )

  test(
    'AMB-09, AMB-11, AMB-17: a walk minute by minute through pauses, new dates and a change of the law finds the same due moment',
    {
      timeout: 60_000,
    },
    () => {
      let [paused, moved, changed] = [0, 0, 0]
      check(250, (life) => {
        const last = life.states.at(-1)!
        if (!isAccepted(last) || !last.processingClock.dueAt || standsStill(last)) return
        const { dueAt } = last.processingClock
        const promised = (last.apologies ?? []).flatMap(({ processingClock }) => processingClock?.dueAt ?? [])
        const walked = walkedDue(life, minute(dueAt) + 1) ?? Infinity
        const expected = Math.max(walked, ...promised.map(minute))
        expect([dueAt, minute(dueAt)]).toEqual([dueAt, expected])
        const stops = standstills(life).filter((one) => one.effect === 'exclude' || one.effect === 'reset')
        if (stops.length > 0) paused++
        if (promised.length > 0) moved++
        if (
          last.acceptedAt < life.world.changesAt &&
          stops.some(({ from }) => from >= minute(life.world.changesAt))
        )
          changed++
      })
      expect(Math.min(paused, moved, changed)).toBeGreaterThan(5)
    },
  )

  test('the result is re-appointed no more often than the law lets it, and never to an earlier day', () => {
    let moved = 0
    check(400, ({ world: { extensions }, states }) => {
      const apologies = states.at(-1)! as { apologies?: Parameters<typeof reappointments>[0] }
      expect(reappointments(apologies.apologies)).toBeLessThanOrEqual(extensions)
      for (const { dueAt, processingClock } of apologies.apologies ?? []) {
        if (!processingClock) continue
        moved++
        expect(processingClock.dueAt! > dueAt).toBe(true)
      }
    })
    expect(moved).toBeGreaterThan(10)
  })

  test('money that came in is the fee once, or surplus, to the last đồng', () => {
    check(300, ({ events, states }) => {
      const came = events.filter(({ type }) => type === 'FeePaid' || type === 'FeeOverpaid')
      const last = states.at(-1)!
      const kept = [...(last.fee?.paid ? [last.fee.paid] : []), ...(last.fee?.surplus ?? [])]
      expect(events.filter(({ type }) => type === 'FeePaid').length).toBeLessThanOrEqual(1)
      const sum = (all: readonly { amount?: number }[]) =>
        all.reduce((total, { amount = 0 }) => total + amount, 0)
      if (last.fee) expect(sum(kept)).toBe(sum(came as { amount?: number }[]))
    })
  })
})

/** What no dossier may be, whatever happened to it. */
function expectPossible(state: Dossier): void {
  const { phase } = state
  const has = (name: string) => name in state
  const inPhase = (...phases: Dossier['phase'][]) => phases.includes(phase)
  expect(has('request')).toBe(inPhase('completion-requested', 'supplement-requested'))
  expect(has('refusal')).toBe(inPhase('refused'))
  expect(has('result')).toBe(inPhase('decided', 'returned'))
  expect(has('handOver')).toBe(inPhase('returned'))
  expect(has('withdrawal')).toBe(inPhase('withdrawn'))
  expect(has('closing')).toBe(inPhase('closed'))
  if (inPhase('submitted', 'completion-requested', 'refused')) expect(has('code')).toBe(false)
  if (inPhase('processing', 'supplement-requested', 'decided', 'returned')) expect(has('code')).toBe(true)

  const pauses = 'pauses' in state ? (state.pauses ?? []) : []
  for (const [n, pause] of pauses.entries()) {
    expect(pause.until !== undefined || n === pauses.length - 1).toBe(true)
    if (pause.until !== undefined) expect(pause.until >= pause.from).toBe(true)
    if (n > 0) expect(pause.from >= pauses[n - 1]!.until!).toBe(true)
  }
  const lasting = openPause(pauses)
  if (lasting) expect(inPhase('processing', 'supplement-requested')).toBe(true)
  expect(lasting?.reason === 'supplement').toBe(inPhase('supplement-requested'))
  if (state.phase === 'decided' || state.phase === 'returned')
    expect(state.result.at >= state.acceptedAt).toBe(true)
  if (state.phase === 'returned') expect(state.handOver.at >= state.result.at).toBe(true)
}

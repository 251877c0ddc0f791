import fc from 'fast-check'
import { day } from '@motcua/calendar'
import { describe, expect, test } from 'vitest'
import { acceptDossier } from '../intake/accept-dossier.ts'
import type { Dossier, Phase } from './dossier.ts'
import type { DossierEvent } from './events.ts'
import { evolve, fold } from './evolve.ts'
import {
  accepted,
  at,
  attached,
  clock,
  decided,
  form,
  given,
  papers,
  requested,
  submission,
  submitted,
  supplied,
  terms,
  why,
} from './examples.ts'
import { recordResult } from '../returning/record-result.ts'
import { refuseIntake } from '../intake/refuse-intake.ts'
import { requestCompletion } from '../completion/request-completion.ts'
import { submitDossier } from '../intake/submit-dossier.ts'
import { supplyCompletion } from '../completion/supply-completion.ts'

const who = { at: at('10:00'), by: 'o' }
const items = [{ kind: 'field' as const, ref: 'childName', label: 'Họ tên', reason: 'viết tắt' }]
const intakeClock = clock(at('10:00'), at('17:00'))
const today = day('2026-08-04')

/** Everything an office may try, at any time. */
const deeds: Record<string, (dossier: Dossier) => ReturnType<typeof acceptDossier>> = {
  request: (d) =>
    requestCompletion(d, { ...who, items }, { limit: why('limit', null), further: why('further', null) }),
  supply: (d) =>
    supplyCompletion(
      d,
      { at: who.at, answers: { childName: 'A' }, papers: [attached('giay-chung-sinh')] },
      { form, agencyIds: [], papers, intakeClock, today },
    ),
  refuse: (d) => refuseIntake(d, { ...who, reason: 'r', basis: 'b' }),
  accept: (d) => acceptDossier(d, who, { code: 'H35.12.03-260804-0001', processingClock: intakeClock }),
  grant: (d) =>
    recordResult(d, { ...who, outcome: 'granted' }, { timeliness: 'on-time', timelinessBasis: [] }),
  reject: (d) =>
    recordResult(d, { ...who, outcome: 'rejected', note: 'n' }, { timeliness: 'late', timelinessBasis: [] }),
}

/** Tries deeds one after another and keeps what was granted. */
function live(names: readonly string[]): { dossier: Dossier; events: DossierEvent[] } {
  const begun = submitDossier(submission, terms)
  if (!begun.granted) throw new Error(begun.refusal.code)
  const events = [...begun.events]
  let dossier = fold(events)
  for (const name of names) {
    const decision = deeds[name]!(dossier)
    if (!decision.granted) continue
    events.push(...decision.events)
    dossier = decision.events.reduce(evolve, dossier)
  }
  return { dossier, events }
}

const lives = fc.array(fc.constantFrom(...Object.keys(deeds)), { maxLength: 30 })

describe('whatever an office tries', () => {
  test('the log folds to the dossier as it stands, and its version counts the events', () => {
    fc.assert(
      fc.property(lives, (names) => {
        const { dossier, events } = live(names)
        expect(fold(events)).toEqual(dossier)
        expect(dossier.version).toBe(events.length)
      }),
      { numRuns: 500 },
    )
  })

  test('a dossier survives being written down and read', () => {
    fc.assert(
      fc.property(lives, (names) => {
        const { dossier, events } = live(names)
        expect(JSON.parse(JSON.stringify(dossier))).toEqual(dossier)
        expect(fold(JSON.parse(JSON.stringify(events)))).toEqual(dossier)
      }),
    )
  })

  test('AMB-20: the code never changes once it was issued; identity and number never do', () => {
    fc.assert(
      fc.property(lives, (names) => {
        const { events } = live(names)
        const states = events.map((_, i) => fold(events.slice(0, i + 1)))
        expect(new Set(states.map((state) => `${state.id} ${state.submissionNo}`)).size).toBe(1)
        const codes = states.map((state) => ('code' in state ? state.code : undefined))
        const issued = codes.findIndex((code) => code !== undefined)
        if (issued >= 0) expect(new Set(codes.slice(issued)).size).toBe(1)
      }),
    )
  })

  test('AMB-08: attempts count the submissions', () => {
    fc.assert(
      fc.property(lives, (names) => {
        const { dossier, events } = live(names)
        const supplied = events.filter((event) => event.type === 'CompletionSupplied')
        expect(dossier.attempt).toBe(1 + supplied.length)
      }),
    )
  })

  test('a state holds nothing of another phase', () => {
    const own = {
      submitted: [],
      'completion-requested': ['request'],
      refused: ['refusal'],
      processing: [],
      'supplement-requested': ['request'],
      decided: ['result'],
      returned: ['result', 'handOver'],
      withdrawn: ['withdrawal'],
      closed: ['closing'],
    } satisfies Record<Phase, string[]>
    const all = ['request', 'refusal', 'result', 'handOver', 'withdrawal', 'closing']
    fc.assert(
      fc.property(lives, (names) => {
        const { dossier } = live(names)
        const present = all.filter((name) => name in dossier)
        expect(present).toEqual(own[dossier.phase])
        expect('code' in dossier).toBe(dossier.phase === 'processing' || dossier.phase === 'decided')
      }),
    )
  })
})

test('evolving changes nothing of the dossier before', () => {
  const before = given(submitted)
  const copy = structuredClone(before)
  evolve(before, accepted)
  evolve(before, requested)
  expect(before).toEqual(copy)
})

test('a history that cannot have happened is not told', () => {
  expect(() => fold([])).toThrow('begins with its submission')
  expect(() => fold([accepted])).toThrow('DossierAccepted needs a dossier that was submitted')
  expect(() => fold([submitted, submitted])).toThrow('submitted once')
  expect(() => fold([submitted, decided])).toThrow('the dossier is not in processing')
  expect(() => fold([submitted, accepted, requested])).toThrow('the dossier was accepted')
})

test('what was handed in before is forgotten when a completion says anew what is in hand', () => {
  const dossier = given({ ...submitted, handedIn: ['a'] } as DossierEvent, requested, supplied)
  expect('handedIn' in dossier).toBe(false)
})

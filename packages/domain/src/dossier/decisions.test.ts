import { describe, expect, test } from 'vitest'
import { acceptDossier } from '../intake/accept-dossier.ts'
import {
  accepted,
  at,
  clock,
  decided,
  given,
  refusedAtIntake,
  requested,
  submitted,
  supplied,
} from './examples.ts'
import { evolve } from './evolve.ts'
import { recordResult } from '../returning/record-result.ts'
import { refuseIntake } from '../intake/refuse-intake.ts'

describe('accepting', () => {
  const terms = {
    code: 'H35.12.03-260804-0001',
    processingClock: clock(at('14:00'), at('17:00', '2026-08-05')),
  }
  const command = { at: at('14:00'), by: 'Trần Văn Bình' }

  test('PT20-9.2b, AMB-20: the code is issued at acceptance, and not before', () => {
    const before = given(submitted)
    const decision = acceptDossier(before, command, terms)
    expect('code' in before).toBe(false)
    expect(decision.granted && decision.events.reduce(evolve, before)).toMatchObject({
      code: terms.code,
      phase: 'processing',
    })
  })

  test('AMB-06: the processing clock runs from acceptance', () => {
    const decision = acceptDossier(given(submitted), command, terms)
    expect(decision.granted && decision.events.reduce(evolve, given(submitted))).toMatchObject({
      acceptedAt: at('14:00'),
      processingClock: { startedAt: at('14:00') },
      intakeClock: { startedAt: at('09:00') },
    })
  })

  test('the officer may find that another case applies than the one chosen', () => {
    const procedure = {
      ...given(submitted).procedure,
      caseId: 'xac-minh',
      limit: { n: 5, unit: 'working-day' as const },
    }
    const decision = acceptDossier(given(submitted), { ...command, procedure }, terms)
    expect(decision.granted && decision.events.reduce(evolve, given(submitted))).toMatchObject({
      procedure: { caseId: 'xac-minh' },
    })
  })

  test.each([
    ['completion-requested', [submitted, requested]],
    ['refused', [submitted, refusedAtIntake]],
    ['processing', [submitted, accepted]],
    ['decided', [submitted, accepted, decided]],
  ])('a dossier that is %s is not accepted', (phase, events) => {
    expect(acceptDossier(given(...events), command, terms)).toEqual({
      granted: false,
      refusal: { code: 'already-decided-at-intake', data: { phase } },
    })
  })

  test('a dossier that was completed is accepted', () => {
    expect(acceptDossier(given(submitted, requested, supplied), command, terms).granted).toBe(true)
  })
})

describe('refusing at intake', () => {
  const command = {
    at: at('11:00'),
    by: 'Trần Văn Bình',
    reason: ' Không thuộc thẩm quyền ',
    basis: 'Điều 8 khoản 2',
  }

  test.each([
    ['submitted', [submitted]],
    ['completion-requested', [submitted, requested]],
  ])('a dossier that is %s is refused with its reason and basis', (_, events) => {
    const decision = refuseIntake(given(...events), command)
    expect(decision.granted && decision.events.reduce(evolve, given(...events))).toMatchObject({
      phase: 'refused',
      refusal: {
        at: at('11:00'),
        by: 'Trần Văn Bình',
        reason: 'Không thuộc thẩm quyền',
        basis: 'Điều 8 khoản 2',
      },
    })
  })

  test('nobody is turned away without a reason and an article', () => {
    for (const missing of [{ reason: ' ' }, { basis: '' }]) {
      expect(refuseIntake(given(submitted), { ...command, ...missing })).toEqual({
        granted: false,
        refusal: { code: 'reason-missing' },
      })
    }
  })

  test('a dossier that was accepted is not refused at intake any more', () => {
    expect(refuseIntake(given(submitted, accepted), command)).toEqual({
      granted: false,
      refusal: { code: 'already-decided-at-intake', data: { phase: 'processing' } },
    })
  })
})

describe('recording the result', () => {
  const terms = {
    timeliness: 'early' as const,
    timelinessBasis: [{ regulation: '30/2019/QĐ-UBND', article: '14', clause: '4' }],
  }
  const command = { at: at('16:00'), by: 'Trần Văn Bình', outcome: 'granted' as const }

  test('LA19-14.4: early, on time or late is kept as the rules answered it, with the article', () => {
    const decision = recordResult(given(submitted, accepted), command, terms)
    expect(decision.granted && decision.events.reduce(evolve, given(submitted, accepted))).toMatchObject({
      phase: 'decided',
      code: 'H35.12.03-260804-0001',
      result: { outcome: 'granted', at: at('16:00'), ...terms },
    })
  })

  test('a rejection says why', () => {
    const rejected = { ...command, outcome: 'rejected' as const }
    const dossier = given(submitted, accepted)
    expect(recordResult(dossier, rejected, terms)).toEqual({
      granted: false,
      refusal: { code: 'reason-missing' },
    })
    expect(recordResult(dossier, { ...rejected, note: 'Trùng thông tin đã đăng ký' }, terms).granted).toBe(
      true,
    )
  })

  test('a result is recorded once, and only of an accepted dossier', () => {
    expect(recordResult(given(submitted, accepted, decided), command, terms)).toEqual({
      granted: false,
      refusal: { code: 'result-already-recorded', data: { at: at('16:00') } },
    })
    expect(recordResult(given(submitted), command, terms)).toEqual({
      granted: false,
      refusal: { code: 'dossier-not-accepted', data: { phase: 'submitted' } },
    })
  })
})

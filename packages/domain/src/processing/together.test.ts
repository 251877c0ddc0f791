import { describe, expect, test } from 'vitest'
import type { Decision } from '../decision.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { evolve } from '../dossier/evolve.ts'
import { accepted, at, given, submitted } from '../dossier/examples.ts'
import type { DossierEvent } from '../dossier/events.ts'
import { askOpinion, giveOpinion, noteSilence } from './opinion.ts'
import { finishShare, openShares, shareWork, type SharingTerms } from './share.ts'
import { doStep, startWork, submitResult, takeStep } from './step.ts'
import { moveToSuccessor } from './successor.ts'
import { planVisit, recordVisit } from './visit.ts'
import type { Holder, Work } from './work.ts'
import { plainWorkflow, type StepKind } from './workflow.ts'

const holder: Holder = { accountId: 's-1', fullName: 'Lê Thị Thủy' }
const body = { agencyId: 'xa-1', dueAt: at('17:00') }
const by = { at: at('15:00'), by: holder.fullName, accountId: holder.accountId }
const basis = [{ regulation: '118/2025/NĐ-CP', article: '19', clause: '4', point: 'c' }]

function after(dossier: Dossier, ...decisions: Decision<DossierEvent>[]): Dossier {
  return decisions.reduce((before, decision) => {
    if (!decision.granted) throw new Error(decision.refusal.code)
    return decision.events.reduce<Dossier>(evolve, before)
  }, dossier)
}
const refused = (decision: Decision<DossierEvent>): string =>
  decision.granted ? 'granted' : decision.refusal.code
const work = (dossier: Dossier): Work => ('work' in dossier && dossier.work) || fail()
const fail = (): never => {
  throw new Error('no work')
}

/** A dossier in somebody's hands, in a step of this kind. It was promised for the next day, 17:00. */
function inHands(kind: StepKind): Dossier {
  const kinds: StepKind[] = [kind, 'appraise', 'approve', 'record']
  const steps = plainWorkflow('1.001193', kinds, 8).steps.map((step, no) => ({ ...step, id: `b${no}` }))
  const start = startWork({ procedureCode: 'p', version: 1, steps }, { at: at('14:00') }, body)
  const dossier = given(submitted, accepted, start)
  return after(dossier, takeStep(dossier, { at: at('14:30'), by: 'x', holder }, undefined))
}

describe('asking another body', () => {
  const dossier = inHands('consult')
  const ask = {
    ...by,
    id: 'o-1',
    agencyId: 'so-xay-dung',
    question: 'Phù hợp quy hoạch không?',
    dueAt: at('11:00', '2026-08-05'),
  }
  const asked = after(dossier, askOpinion(dossier, ask))
  const answer = { at: at('10:00', '2026-08-05'), by: 'Sở', id: 'o-1', agrees: true, text: 'Phù hợp' }

  test('HN19-9.1b: says what is asked and by when, and keeps the answer', () => {
    const answered = after(asked, giveOpinion(asked, { ...answer, agencyId: 'so-xay-dung' }))
    expect(work(answered).opinions).toEqual([
      expect.objectContaining({
        question: 'Phù hợp quy hoạch không?',
        dueAt: ask.dueAt,
        answer: { at: answer.at, by: 'Sở', agrees: true, text: 'Phù hợp', late: false },
      }),
    ])
  })

  test('HN19-10.1b: the answer is due inside the time that was announced', () => {
    expect(refused(askOpinion(dossier, { ...ask, dueAt: at('17:00', '2026-08-06') }))).toBe(
      'later-than-promised',
    )
    expect(refused(askOpinion(dossier, { ...ask, dueAt: at('14:59') }))).toBe('due-already-past')
  })

  test('is for another body than the one that asks, once at a time', () => {
    expect(refused(askOpinion(dossier, { ...ask, agencyId: 'xa-1' }))).toBe('same-body')
    expect(refused(askOpinion(asked, { ...ask, id: 'o-2' }))).toBe('opinion-already-asked')
  })

  test('only the body that was asked answers, and once', () => {
    expect(refused(giveOpinion(asked, { ...answer, agencyId: 'so-tu-phap' }))).toBe('opinion-not-asked')
    const answered = after(asked, giveOpinion(asked, { ...answer, agencyId: 'so-xay-dung' }))
    expect(refused(giveOpinion(answered, { ...answer, agencyId: 'so-xay-dung' }))).toBe(
      'opinion-already-given',
    )
  })

  test('HN19-9.1b: the step waits for the answer until its deadline, not longer', () => {
    expect(refused(doStep(asked, by, body))).toBe('opinions-awaited')
    const late = { ...by, at: at('11:01', '2026-08-05') }
    expect(refused(doStep(asked, late, body))).toBe('granted')
  })

  test('ND118-19.4c: silence is written down once its deadline passed, with what it means, and once only', () => {
    const silence = { meaning: 'report-to-section-head' as const, basis }
    expect(noteSilence(asked, { id: 'o-1', at: ask.dueAt }, silence)).toEqual([])
    const events = noteSilence(asked, { id: 'o-1', at: at('11:01', '2026-08-05') }, silence)
    expect(events).toEqual([
      {
        type: 'OpinionOverdue',
        at: at('11:01', '2026-08-05'),
        id: 'o-1',
        agencyId: 'so-xay-dung',
        ...silence,
      },
    ])
    const silent = events.reduce<Dossier>(evolve, asked)
    expect(noteSilence(silent, { id: 'o-1', at: at('12:00', '2026-08-05') }, silence)).toEqual([])
  })

  test('AMB-21: an answer after its deadline is kept and is late, and silence before it was no consent', () => {
    const late = after(
      asked,
      giveOpinion(asked, {
        ...answer,
        at: at('15:00', '2026-08-05'),
        agencyId: 'so-xay-dung',
        agrees: false,
      }),
    )
    expect(work(late).opinions![0]!.answer).toMatchObject({ late: true, agrees: false })
  })
})

describe('an inter-agency dossier', () => {
  const dossier = inHands('appraise')
  const share = (id: string, agencyId: string, hours: number) => ({
    id,
    agencyId,
    task: `Phần việc của ${agencyId}`,
    hours,
    dueAt: at('16:00', '2026-08-05'),
  })
  const terms = (mode: SharingTerms['mode'], more: Partial<SharingTerms> = {}): SharingTerms => ({
    mode,
    receivers: ['counter'],
    basis,
    mostHours: 10,
    ...more,
  })
  const command = {
    at: at('15:00'),
    by: 'Bình',
    leadAgencyId: 'xa-1',
    shares: [share('1', 'so-a', 4), share('2', 'so-b', 6)],
  }
  const finish = (of: Dossier, id: string, agencyId: string) =>
    finishShare(of, { at: at('10:00', '2026-08-05'), by: 'x', id, agencyId, note: 'Xong' })

  test('PT20-11.1a: on paper the bodies follow one another: the second waits for the first', () => {
    const shared = after(dossier, shareWork(dossier, command, terms('sequential')))
    expect(openShares(work(shared).sharing).map(({ agencyId }) => agencyId)).toEqual(['so-a'])
    expect(refused(finish(shared, '2', 'so-b'))).toBe('share-not-open')
    const passed = after(shared, finish(shared, '1', 'so-a'))
    expect(openShares(work(passed).sharing).map(({ agencyId }) => agencyId)).toEqual(['so-b'])
  })

  test('PT20-11.1b: electronically all bodies have it at once, with the lead, the work and the time of each', () => {
    const shared = after(dossier, shareWork(dossier, command, terms('parallel')))
    expect(openShares(work(shared).sharing)).toHaveLength(2)
    expect(work(shared).sharing).toMatchObject({
      leadAgencyId: 'xa-1',
      shares: [
        { agencyId: 'so-a', task: 'Phần việc của so-a', hours: 4 },
        { agencyId: 'so-b', hours: 6 },
      ],
    })
  })

  test('AMB-21: one after the other, the times together stay within the whole; at once, each of them does', () => {
    expect(shareWork(dossier, command, terms('sequential', { mostHours: 9 }))).toMatchObject({
      refusal: { code: 'shares-too-long', data: { hours: 10, most: 9 } },
    })
    expect(refused(shareWork(dossier, command, terms('parallel', { mostHours: 6 })))).toBe('granted')
    expect(refused(shareWork(dossier, command, terms('parallel', { mostHours: 5 })))).toBe('shares-too-long')
  })

  test('PT20-11.1a.2: the result is put forward once every part is in', () => {
    let shared = after(dossier, shareWork(dossier, command, terms('parallel')))
    shared = after(shared, doStep(shared, by, body))
    const propose = (of: Dossier) => submitResult(of, { ...by, outcome: 'granted' }, body)
    expect(refused(propose(shared))).toBe('shares-open')
    shared = after(shared, finish(shared, '1', 'so-a'))
    shared = after(shared, finish(shared, '2', 'so-b'))
    expect(refused(propose(shared))).toBe('granted')
  })

  test('PT20-11.1b.2: each body records its own part, whether in time, and no other’s', () => {
    const shared = after(dossier, shareWork(dossier, command, terms('parallel')))
    expect(refused(finish(shared, '1', 'so-b'))).toBe('share-not-open')
    const late = after(
      shared,
      finishShare(shared, { at: at('16:01', '2026-08-05'), by: 'x', id: '1', agencyId: 'so-a', note: 'n' }),
    )
    expect(work(late).sharing!.shares[0]!.done).toMatchObject({ late: true })
  })

  test('is not shared a second time while a part is open, nor twice with one body', () => {
    const shared = after(dossier, shareWork(dossier, command, terms('parallel')))
    expect(refused(shareWork(shared, command, terms('parallel')))).toBe('already-shared')
    const twice = { ...command, shares: [share('1', 'so-a', 1), share('2', 'so-a', 1)] }
    expect(refused(shareWork(dossier, twice, terms('parallel')))).toBe('body-named-twice')
  })
})

describe('a visit', () => {
  const dossier = inHands('visit')
  const plan = {
    ...by,
    id: 'v-1',
    startsAt: at('08:30', '2026-08-05'),
    place: 'Khu 4, Gia Cẩm',
    purpose: 'Ranh giới',
  }
  const report = { ...by, at: at('09:30', '2026-08-05'), findings: 'Đúng ranh giới' }

  test('has a date inside the promise and a place, and the step ends with its report', () => {
    expect(refused(doStep(dossier, by, body))).toBe('visit-not-recorded')
    expect(refused(planVisit(dossier, { ...plan, startsAt: at('08:30', '2026-08-06') }))).toBe(
      'later-than-promised',
    )
    const planned = after(dossier, planVisit(dossier, plan))
    expect(refused(recordVisit(planned, { ...report, at: at('16:00') }))).toBe('visit-not-yet')
    const made = after(planned, recordVisit(planned, report))
    expect(work(made).visits).toEqual([
      expect.objectContaining({ place: 'Khu 4, Gia Cẩm', report: expect.anything() }),
    ])
    expect(refused(doStep(made, by, body))).toBe('granted')
  })

  test('that did not take place is set for another date', () => {
    const planned = after(dossier, planVisit(dossier, plan))
    const again = after(
      planned,
      planVisit(planned, { ...plan, id: 'v-2', startsAt: at('14:00', '2026-08-05') }),
    )
    expect(work(again).visits!.map(({ id }) => id)).toEqual(['v-2'])
    expect(refused(recordVisit(dossier, report))).toBe('visit-not-planned')
  })
})

describe('a body that was merged', () => {
  const succession = { at: at('15:00'), by: 'x', toAgencyId: 'xa-moi', reason: 'Nghị quyết sáp nhập' }

  test('hands its dossiers to its successor, with code, promise and history unchanged', () => {
    const before = inHands('appraise')
    const moved = after(before, moveToSuccessor(before, { ...succession, fromAgencyId: 'xa-1' }))
    expect(moved).toMatchObject({
      agencyId: 'xa-moi',
      code: 'H35.12.03-260804-0001',
      processingClock: { dueAt: at('17:00', '2026-08-05') },
      work: { agencyId: 'xa-moi' },
    })
    // Nobody at the new body has it in hand yet.
    expect(work(moved).holder).toBeUndefined()
  })

  test('and its open part of another body’s dossier, not what it had finished', () => {
    const before = inHands('consult')
    const ask = (of: Dossier, id: string, agencyId: string) =>
      askOpinion(of, { ...by, id, agencyId, question: 'q', dueAt: at('10:00', '2026-08-05') })
    let dossier = after(before, ask(before, '1', 'so-a'))
    dossier = after(
      dossier,
      giveOpinion(dossier, { ...by, id: '1', agencyId: 'so-a', agrees: true, text: 't' }),
    )
    dossier = after(dossier, ask(dossier, '2', 'so-a'))
    const moved = after(dossier, moveToSuccessor(dossier, { ...succession, fromAgencyId: 'so-a' }))
    expect(work(moved).opinions!.map(({ agencyId }) => agencyId)).toEqual(['so-a', 'xa-moi'])
    expect(work(moved).holder).toEqual(holder)
    expect(moved.agencyId).toBe('xa-1')
  })

  test('has nothing to do with a dossier of others', () => {
    const dossier = inHands('appraise')
    expect(refused(moveToSuccessor(dossier, { ...succession, fromAgencyId: 'xa-9' }))).toBe(
      'not-of-that-body',
    )
  })
})

import { describe, expect, test } from 'vitest'
import type { Decision } from '../decision.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { evolve } from '../dossier/evolve.ts'
import { accepted, at, attached, given, submitted } from '../dossier/examples.ts'
import type { DossierEvent } from '../dossier/events.ts'
import {
  assignStep,
  doStep,
  reassignStep,
  sendBack,
  signResult,
  startWork,
  submitResult,
  takeStep,
  unfinishedWork,
} from './step.ts'
import { bodiesOf, isProposing, stepOf, type Holder, type Work } from './work.ts'
import { plainWorkflow, type StepKind } from './workflow.ts'

const specialist: Holder = { accountId: 's-1', fullName: 'Lê Thị Thủy' }
const other: Holder = { accountId: 's-2', fullName: 'Phan Văn Khoa' }
const leader: Holder = { accountId: 'l-1', fullName: 'Vũ Đình Quý' }
const body = { agencyId: 'xa-1', dueAt: at('17:00') }
const fiveSteps: StepKind[] = ['assign', 'appraise', 'submit', 'approve', 'record']

const started = (kinds: readonly StepKind[] = []): Dossier =>
  given(submitted, accepted, startWork(plainWorkflow('1.001193', kinds, 8), { at: at('14:00') }, body))

function after(dossier: Dossier, decision: Decision<DossierEvent>): Dossier {
  if (!decision.granted) throw new Error(decision.refusal.code)
  return decision.events.reduce<Dossier>(evolve, dossier)
}
const refused = (decision: Decision<DossierEvent>): string =>
  decision.granted ? 'granted' : decision.refusal.code
const work = (dossier: Dossier): Work => {
  if (!('work' in dossier) || !dossier.work) throw new Error('no work')
  return dossier.work
}
const by = (holder: Holder, time = '15:00') => ({
  at: at(time),
  by: holder.fullName,
  accountId: holder.accountId,
})
const take = (dossier: Dossier, holder: Holder, next = body) =>
  takeStep(dossier, { at: at('14:30'), by: holder.fullName, holder }, next)
const proposal = { outcome: 'granted' as const, document: attached('du-thao') }

describe('work on a dossier', () => {
  test('PT20-10.2: begins at acceptance, at the body that settles it, without anybody sending it', () => {
    expect(work(started())).toMatchObject({ at: 'receive', agencyId: 'xa-1', done: [] })
  })

  test('of a procedure without an approved workflow goes from taking over to signing in the same hands', () => {
    let dossier = after(started(), take(started(), specialist))
    expect(work(dossier)).toMatchObject({ at: 'appraise', holder: specialist })
    dossier = after(dossier, submitResult(dossier, { ...by(specialist), ...proposal }, body))
    expect(work(dossier)).toMatchObject({ at: 'approve', proposal: { outcome: 'granted' } })
    expect(work(dossier).holder).toBeUndefined()
    dossier = after(dossier, take(dossier, leader))
    dossier = after(dossier, signResult(dossier, by(leader), body))
    expect(work(dossier)).toMatchObject({ at: 'record', signed: { outcome: 'granted', by: 'Vũ Đình Quý' } })
    expect(work(dossier).done.map(({ stepId, holder }) => [stepId, holder.fullName])).toEqual([
      ['receive', 'Lê Thị Thủy'],
      ['appraise', 'Lê Thị Thủy'],
      ['approve', 'Vũ Đình Quý'],
    ])
  })

  test('is taken by one: a second who takes the step is told who has it', () => {
    const dossier = after(started(), take(started(), specialist))
    const decision = take(dossier, other)
    expect(decision).toMatchObject({
      granted: false,
      refusal: { code: 'step-already-taken', data: { holder: 'Lê Thị Thủy' } },
    })
  })

  test('is done by who holds the step, and by nobody else', () => {
    const dossier = after(started(), take(started(), specialist))
    expect(refused(submitResult(dossier, { ...by(other), ...proposal }, body))).toBe('not-your-step')
    expect(refused(doStep(started(), by(other), body))).toBe('step-not-taken')
  })

  test('a signed document takes the place of the draft', () => {
    let dossier = after(started(), take(started(), specialist))
    dossier = after(dossier, submitResult(dossier, { ...by(specialist), ...proposal }, body))
    dossier = after(dossier, take(dossier, leader))
    dossier = after(dossier, signResult(dossier, { ...by(leader), document: attached('da-ky') }, body))
    expect(work(dossier).signed?.document?.paperId).toBe('da-ky')
  })

  test('a proposal to reject says why', () => {
    const dossier = after(started(), take(started(), specialist))
    expect(refused(submitResult(dossier, { ...by(specialist), outcome: 'rejected' }, body))).toBe(
      'reason-missing',
    )
  })
})

describe('HN19-9.1a: assigned, appraised, submitted, signed, recorded', () => {
  const assigned = () =>
    after(
      started(fiveSteps),
      assignStep(
        started(fiveSteps),
        { at: at('14:10'), by: leader.fullName, assigner: leader, holder: specialist },
        body,
      ),
    )

  test('HN19-9.1a: who is assigned goes on with the next step, and the assigning is in the record', () => {
    expect(work(assigned())).toMatchObject({
      at: 'appraise',
      holder: specialist,
      done: [{ stepId: 'assign', holder: leader, outcome: 'done' }],
    })
  })

  test('HN19-9.1a: the result is put before the leader in the step for it, not in the appraisal', () => {
    const dossier = assigned()
    expect(isProposing(work(dossier))).toBe(false)
    expect(refused(submitResult(dossier, { ...by(specialist), ...proposal }, body))).toBe('wrong-step')
    const appraised = after(dossier, doStep(dossier, { ...by(specialist), note: 'Hồ sơ hợp lệ' }, body))
    expect(work(appraised)).toMatchObject({ at: 'submit', holder: specialist })
    expect(refused(doStep(appraised, by(specialist), body))).toBe('proposal-missing')
  })

  test('HN19-9.1a: the leader who assigned it is the one before whom it is put', () => {
    let dossier = assigned()
    dossier = after(dossier, doStep(dossier, by(specialist), body))
    dossier = after(dossier, submitResult(dossier, { ...by(specialist), ...proposal }, body))
    expect(work(dossier)).toMatchObject({ at: 'approve', holder: leader })
    expect(refused(doStep(dossier, by(leader), body))).toBe('wrong-step')
  })

  test('a leader sends back with a reason to who had it, and what was proposed is proposed anew', () => {
    let dossier = assigned()
    dossier = after(dossier, doStep(dossier, by(specialist), body))
    dossier = after(dossier, submitResult(dossier, { ...by(specialist), ...proposal }, body))
    expect(refused(sendBack(dossier, { ...by(leader), toStepId: 'appraise', reason: ' ' }, body))).toBe(
      'reason-missing',
    )
    expect(refused(sendBack(dossier, { ...by(leader), toStepId: 'record', reason: 'x' }, body))).toBe(
      'wrong-step',
    )
    dossier = after(
      dossier,
      sendBack(dossier, { ...by(leader), toStepId: 'appraise', reason: 'Thiếu căn cứ' }, body),
    )
    expect(work(dossier)).toMatchObject({ at: 'appraise', holder: specialist })
    expect(work(dossier).proposal).toBeUndefined()
    expect(work(dossier).done.at(-1)).toMatchObject({
      stepId: 'approve',
      outcome: 'sent-back',
      note: 'Thiếu căn cứ',
    })
  })

  test('a head gives a step to another, and the reason is kept', () => {
    const dossier = assigned()
    const deed = { at: at('15:00'), by: 'Trưởng', holder: other, reason: 'Đi học' }
    const moved = after(dossier, reassignStep(dossier, deed))
    expect(work(moved).holder).toEqual(other)
    expect(refused(reassignStep(moved, deed))).toBe('step-already-taken')
    expect(refused(reassignStep(dossier, { ...deed, reason: '' }))).toBe('reason-missing')
  })
})

describe('the end of the work', () => {
  const approved = { ...work(started()), version: 3 }

  test('PT20-9.3a: by an approved workflow, no result is recorded before the step for it', () => {
    expect(unfinishedWork(approved, 'granted', true)).toMatchObject({ code: 'step-not-reached' })
    expect(unfinishedWork({ ...approved, at: 'record' }, 'granted', true)).toBeUndefined()
  })

  test('where no workflow was approved, or none must be followed, a result may be recorded at once', () => {
    expect(unfinishedWork(work(started()), 'granted', true)).toBeUndefined()
    expect(unfinishedWork(approved, 'granted', false)).toBeUndefined()
  })

  test('the result that is recorded is the one that was signed', () => {
    const signed = { at: at('15:00'), by: 'Quý', outcome: 'rejected' as const, note: 'n' }
    expect(unfinishedWork({ ...approved, at: 'record', signed }, 'granted', true)).toMatchObject({
      code: 'outcome-not-as-signed',
    })
    expect(unfinishedWork({ ...approved, at: 'record', signed }, 'rejected', true)).toBeUndefined()
  })
})

test('PT20-8.2: the bodies a dossier went through may all read it', () => {
  const start = started()
  const dossier = after(start, take(start, specialist, { ...body, agencyId: 'so-xay-dung' }))
  expect(stepOf(work(dossier)).kind).toBe('appraise')
  expect(bodiesOf(work(dossier)).toSorted()).toEqual(['so-xay-dung', 'xa-1'])
})

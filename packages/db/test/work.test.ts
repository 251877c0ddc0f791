import { randomUUID } from 'node:crypto'
import {
  appraiseWorkflow,
  approveWorkflow,
  askOpinion,
  Conflict,
  draftWorkflow,
  giveOpinion,
  plainWorkflow,
  putWorkflowLive,
  shareWork,
  startWork,
  takeStep,
  testWorkflow,
  type Decision,
  type DossierEvent,
  type WorkflowVersion,
} from '@motcua/domain'
import { instant } from '@motcua/calendar'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  append,
  dossiersOfBody,
  getDossier,
  getDossierForUpdate,
  getWorkflow,
  listTasks,
  listWorkflows,
  liveWorkflows,
  nextWorkflowVersion,
  putWorkflow,
  workflowHistory,
} from '../src/index.ts'
import { testDatabase } from '../src/testing.ts'
import { accept, filed, five, nine, noon } from './sample.ts'
import { workflow } from './seed-work.ts'

const { db, fresh } = await testDatabase()
let tenant: string
beforeEach(async () => {
  tenant = await fresh(`province-${randomUUID().slice(0, 8)}`)
})

const granted = <Event>(decision: Decision<Event>): Event[] => {
  if (!decision.granted) throw new Error(decision.refusal.code)
  return [...decision.events]
}
const done = { at: nine, by: 'Sùng A Páo' }
const paper = { number: '1/QĐ', on: '2026-01-05', signedBy: 'Chủ tịch' }
const terms = { faults: [], testedOn: [] }
const trial = { ...done, system: 'provincial-system', passed: true, note: 'thử' }

/** Each state a version goes through on its way into use. */
function toLive(version: number): WorkflowVersion[] {
  const states = [draftWorkflow(version, { workflow, ...done })]
  const next = (decision: Decision<WorkflowVersion>) => states.push(granted(decision)[0]!)
  next(appraiseWorkflow(states.at(-1)!, { ...done, paper }, terms))
  next(approveWorkflow(states.at(-1)!, { ...done, paper }))
  next(testWorkflow(states.at(-1)!, trial, terms))
  next(putWorkflowLive(states.at(-1)!, done, terms))
  return states
}
const put = (...states: WorkflowVersion[]) =>
  db.transact(tenant, async (tx) => {
    for (const state of states) await putWorkflow(tx, state, done.by)
  })

describe('versions of a workflow', () => {
  test('keep every state they went through', async () => {
    await put(...toLive(1))
    const history = await db.read(tenant, (tx) => workflowHistory(tx, '1.001193', 1))
    expect(history.map(({ state }) => state.stage)).toEqual([
      'drafted',
      'appraised',
      'approved',
      'tested',
      'live',
    ])
    expect((await db.read(tenant, (tx) => getWorkflow(tx, '1.001193', 1))).stage).toBe('live')
    expect(await db.read(tenant, (tx) => nextWorkflowVersion(tx, '1.001193'))).toBe(2)
  })

  test('only one is in use for the same cases', async () => {
    await put(...toLive(1))
    await expect(put(...toLive(2))).rejects.toBeInstanceOf(Conflict)
    // Nothing of the second was kept.
    expect(await db.read(tenant, (tx) => listWorkflows(tx, '1.001193'))).toHaveLength(1)
    expect(await db.read(tenant, (tx) => liveWorkflows(tx, '1.001193'))).toHaveLength(1)
  })

  test('changed by two at once: the second is told', async () => {
    const [draft, appraised] = toLive(1)
    await put(draft!, appraised!)
    await expect(put(appraised!)).rejects.toBeInstanceOf(Conflict)
  })
})

const holder = { accountId: randomUUID(), fullName: 'Lê Thị Thủy' }
const later = instant('2026-08-04T11:00:00+07:00')

/** An accepted dossier of which somebody holds the first step. */
async function inHands(): Promise<string> {
  const { id } = await filed(db, tenant)
  await db.transact(tenant, async (tx) => {
    granted(await accept(tx, id))
    const use = { ...plainWorkflow('1.001193', ['appraise', 'approve', 'record'], 8) }
    await append(tx, await getDossier(tx, id), [
      startWork(use, { at: nine }, { agencyId: 'xa-1', dueAt: noon }),
    ])
  })
  await change(id, (dossier) => takeStep(dossier, { at: nine, by: holder.fullName, holder }, undefined))
  return id
}
const change = (
  id: string,
  decide: (dossier: Awaited<ReturnType<typeof getDossier>>) => Decision<DossierEvent>,
): Promise<unknown> =>
  db.transact(tenant, async (tx) => {
    const dossier = await getDossierForUpdate(tx, id)
    await append(tx, dossier, granted(decide(dossier)))
  })
const tasksOf = (...agencyIds: string[]) =>
  db.read(tenant, async (tx) =>
    (await listTasks(tx, { agencyIds })).map(({ kind, agencyId, holderId, dueAt }) => ({
      kind,
      agencyId,
      holderId,
      dueAt,
    })),
  )

describe('what is open in a dossier', () => {
  test('is the present step, with who holds it', async () => {
    const id = await inHands()
    expect(await tasksOf('xa-1')).toEqual([
      { kind: 'step', agencyId: 'xa-1', holderId: holder.accountId, dueAt: noon },
    ])
    const mine = await db.read(tenant, (tx) =>
      listTasks(tx, { agencyIds: ['xa-1'], holderId: holder.accountId }),
    )
    expect(mine).toMatchObject([
      { dossierId: id, name: 'Thẩm tra hồ sơ, dự thảo kết quả', role: 'specialist' },
    ])
  })

  test('an opinion is open at the body that was asked, until it answers', async () => {
    const id = await inHands()
    const ask = {
      at: nine,
      by: 'x',
      accountId: holder.accountId,
      id: 'o',
      agencyId: 'so-a',
      question: 'q',
      dueAt: later,
    }
    await change(id, (dossier) => askOpinion(dossier, ask))
    expect(await tasksOf('so-a')).toEqual([
      { kind: 'opinion', agencyId: 'so-a', holderId: null, dueAt: later },
    ])
    expect(await db.read(tenant, (tx) => dossiersOfBody(tx, 'so-a', 10))).toMatchObject([{ id }])
    const answer = { at: later, by: 'y', id: 'o', agencyId: 'so-a', agrees: true, text: 't' }
    await change(id, (dossier) => giveOpinion(dossier, answer))
    expect(await tasksOf('so-a')).toEqual([])
  })

  test.each([
    ['sequential', ['so-a']],
    ['parallel', ['so-a', 'so-b']],
  ] as const)('PT20-11.1: of %s parts, those are open whose turn it is', async (mode, open) => {
    const id = await inHands()
    const share = (agencyId: string) => ({ id: agencyId, agencyId, task: 't', hours: 1, dueAt: five })
    await change(id, (dossier) =>
      shareWork(
        dossier,
        { at: nine, by: 'x', leadAgencyId: 'xa-1', shares: [share('so-a'), share('so-b')] },
        { mode, receivers: [], basis: [], mostHours: null, supervisorId: 'trung-tam' },
      ),
    )
    const tasks = await tasksOf('so-a', 'so-b', 'trung-tam')
    expect(
      tasks
        .filter(({ kind }) => kind === 'share')
        .map(({ agencyId }) => agencyId)
        .toSorted(),
    ).toEqual(open)
    expect(tasks.filter(({ kind }) => kind === 'supervision')).toHaveLength(1)
  })
})

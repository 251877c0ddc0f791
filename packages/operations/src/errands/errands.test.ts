import { instant } from '@motcua/calendar'
import { getDossier, putErrand, putErrandAgain } from '@motcua/db'
import { beforeEach, describe, expect, test } from 'vitest'
import { accept } from '../intake/accept.ts'
import { issueApology } from '../lateness/issue-apology.ts'
import { recordResult } from '../returning/record-result.ts'
import { ruleInForce } from '../notices/rule-in-force.ts'
import type { Delivery } from '../notices/deliver-notices.ts'
import { fileDossier, openOffices, takeIn, type TestOffice } from '../testing.ts'
import { runErrands } from './run-errands.ts'
import { countOpenAlerts, seeAlerts, settleAlert } from './see-alerts.ts'
import type { ErrandLine } from './take-errands.ts'

const { open, worker } = await openOffices()
let lines: ErrandLine[] = []
let mailIsDown = false
beforeEach(() => {
  lines = []
  mailIsDown = false
})

function delivery(office: TestOffice, moment: string): Delivery {
  const post = async (): Promise<void> => {
    if (mailIsDown) throw new Error('connection refused')
  }
  return {
    worker,
    db: office.db,
    tenants: office.tenants,
    senders: { email: post, sms: post, zalo: post },
    now: () => instant(moment),
    portalUrl: () => 'http://localhost:3000',
    rule: ruleInForce,
    log: (line) => lines.push(line),
  }
}

/** The worker does everything that is due at a moment, and the office's clock stands at it. */
async function workAt(office: TestOffice, time: string, on: string): Promise<void> {
  const moment = `${on}T${time}+07:00`
  office.at(moment)
  while ((await runErrands(delivery(office, moment))) > 0);
}

type Role = Parameters<TestOffice['staff']>[1]
const told = async (office: TestOffice, agencyId: string, role: Role = 'one-stop-officer') =>
  (await seeAlerts(await office.staff(agencyId, role), {})).map(({ kind, dueAt }) => [
    kind,
    dueAt?.slice(0, 16) ?? null,
  ])

const ward = 'ubnd-phuong-1-tan-an'
/** Đăng ký khai sinh: answered the same day. */
const birth = '1.001193'
/** Đăng ký thường trú: seven working days. */
const residence = '1.004222'

describe('a dossier that comes in', () => {
  test('ND118-17.2, AMB-04: alerts the officer at once, and the head when eight working hours have passed', async () => {
    const office = await open('long-an', { at: '2026-03-02T09:00:00+07:00' })
    const { dossierId } = await fileDossier(await office.citizen(), birth, { agencyId: ward })
    await workAt(office, '09:00:01', '2026-03-02')
    expect(await told(office, ward)).toEqual([['new-dossier', '2026-03-03T09:00']])
    expect(await told(office, ward, 'one-stop-head')).toEqual([])

    await workAt(office, '15:29:59', '2026-03-02')
    expect((await told(office, ward)).map(([kind]) => kind)).toEqual(['new-dossier'])
    // Two working hours before: an hour and a half on Tuesday morning, half an hour on Monday.
    await workAt(office, '16:30:00', '2026-03-02')
    expect(await told(office, ward)).toContainEqual(['intake-due', '2026-03-03T09:00'])
    await workAt(office, '09:00:00', '2026-03-03')
    expect(await told(office, ward, 'one-stop-head')).toEqual([])
    await workAt(office, '09:00:01', '2026-03-03')
    expect(await told(office, ward, 'one-stop-head')).toEqual([['intake-overdue', '2026-03-03T09:00']])
    const { phase } = await office.db.read(office.tenant, (tx) => getDossier(tx, dossierId))
    expect(phase).toBe('submitted')
  })

  test('alerts nobody any more once it was answered', async () => {
    const office = await open('long-an', { at: '2026-03-02T09:00:00+07:00' })
    const { dossierId } = await fileDossier(await office.citizen(), birth, { agencyId: ward })
    await workAt(office, '09:00:01', '2026-03-02')
    await accept(await office.staff(ward), { dossierId })
    expect(await told(office, ward)).toEqual([])
    await workAt(office, '09:00:01', '2026-03-03')
    const kinds = (await told(office, ward, 'one-stop-head')).map(([kind]) => kind)
    expect(kinds).not.toContain('intake-overdue')
  })

  test('before Decree 118 no law alerts anybody', async () => {
    const office = await open('long-an', { at: '2024-03-04T09:00:00+07:00' })
    await fileDossier(await office.citizen(), birth, { agencyId: ward })
    await workAt(office, '09:00:01', '2024-03-04')
    expect(await told(office, ward)).toEqual([])
  })
})

describe('a promise', () => {
  const due = '2026-03-11T17:00'
  const accepted = async () => {
    const office = await open('tuyen-quang', { at: '2026-03-02T09:00:00+07:00' })
    const taken = await takeIn(office, residence)
    await workAt(office, '09:00:01', '2026-03-02')
    return { office, ...taken }
  }

  test('TQ25-25.2a: is warned of before the last moment for the apology, to the officer and the head', async () => {
    const { office, agencyId } = await accepted()
    await workAt(office, '16:59:59', '2026-03-09')
    expect(await told(office, agencyId)).toEqual([])
    await workAt(office, '17:00:00', '2026-03-09')
    expect(await told(office, agencyId)).toEqual([['apology-due', '2026-03-10T17:00']])
    expect(await told(office, agencyId, 'one-stop-head')).toEqual([['apology-due', '2026-03-10T17:00']])
  })

  test('AMB-12: broken without an apology leaves the apology owed', async () => {
    const { office, agencyId } = await accepted()
    await workAt(office, '17:00:00', '2026-03-11')
    expect((await told(office, agencyId)).map(([kind]) => kind)).toEqual(['apology-due'])
    await workAt(office, '17:00:01', '2026-03-11')
    expect(await told(office, agencyId)).toContainEqual(['apology-owed', due])
  })

  test('that was apologised for and re-appointed is watched at its new date', async () => {
    const { office, agencyId, dossierId } = await accepted()
    await workAt(office, '09:00:00', '2026-03-10')
    await issueApology(await office.staff(agencyId), {
      dossierId,
      fault: 'agency',
      reason: 'Chờ xác minh nơi cư trú',
      newDueOn: '2026-03-13',
    })
    await workAt(office, '17:00:01', '2026-03-11')
    expect((await told(office, agencyId)).map(([kind]) => kind)).not.toContain('apology-owed')
    await workAt(office, '17:00:01', '2026-03-13')
    expect(await told(office, agencyId)).toContainEqual(['apology-owed', '2026-03-13T17:00'])
  })

  test('that was kept alerts nobody', async () => {
    const { office, agencyId, dossierId, officer } = await accepted()
    await recordResult(officer, { dossierId, outcome: 'granted' })
    await workAt(office, '17:00:01', '2026-03-11')
    expect(await told(office, agencyId)).toEqual([])
  })

  test('is watched though the mail has been down since it was given, and nothing is watched twice', async () => {
    const office = await open('long-an', { at: '2026-03-02T09:00:00+07:00' })
    const { dossierId } = await fileDossier(await office.citizen(), residence, { agencyId: ward })
    await accept(await office.staff(ward), { dossierId })
    mailIsDown = true
    for (const time of ['09:00:10', '09:01:00', '09:10:00', '13:40:00']) {
      const moment = `2026-03-02T${time}+07:00`
      office.at(moment)
      await runErrands(delivery(office, moment))
    }
    expect(lines.some(({ event, outcome }) => event === 'DossierAccepted' && outcome === 'again')).toBe(true)
    await workAt(office, '17:00:01', '2026-03-11')
    expect((await told(office, ward, 'one-stop-head')).filter(([kind]) => kind === 'apology-owed')).toEqual([
      ['apology-owed', due],
    ])
  })
})

describe('an alert', () => {
  const raised = async () => {
    const office = await open('long-an', { at: '2026-03-02T09:00:00+07:00' })
    await fileDossier(await office.citizen(), birth, { agencyId: ward })
    await workAt(office, '09:00:01', '2026-03-02')
    return office
  }

  test('is settled by whoever saw to it, and is counted no more', async () => {
    const office = await raised()
    const officer = await office.staff(ward)
    const [alert] = await seeAlerts(officer, {})
    expect(await countOpenAlerts(officer, {})).toBe(1)
    await settleAlert(officer, { id: alert!.id })
    expect([await countOpenAlerts(officer, {}), await seeAlerts(officer, {})]).toEqual([0, []])
    await expect(settleAlert(officer, { id: alert!.id })).rejects.toThrow('alert not found')
  })

  test('that reminds is open again at the next reminder, though the last one was settled', async () => {
    const office = await open('long-an', { at: '2026-03-02T09:00:00+07:00' })
    const { dossierId } = await fileDossier(await office.citizen(), birth, { agencyId: ward })
    const officer = await office.staff(ward)
    const remindAt = async (time: string) => {
      const dueAt = instant(`2026-03-02T${time}+07:00`)
      const errand = { dossierId, eventVersion: 1, kind: 'remind-of-intake', dueAt }
      await office.db.transact(office.tenant, (tx) => putErrandAgain(tx, errand))
      await workAt(office, time, '2026-03-02')
      return (await seeAlerts(officer, {})).filter(({ kind }) => kind === 'intake-reminder')
    }
    const [first] = await remindAt('10:00:00')
    await settleAlert(officer, { id: first!.id })
    expect((await remindAt('11:00:00')).map(({ id }) => id)).toEqual([first!.id])
  })

  test('is not another body’s to see or to settle', async () => {
    const office = await raised()
    const [alert] = await seeAlerts(await office.staff(ward), {})
    const other = await office.staff('ubnd-phuong-2-tan-an')
    expect(await seeAlerts(other, {})).toEqual([])
    await expect(settleAlert(other, { id: alert!.id })).rejects.toThrow('alert not found')
  })
})

test('an errand whose worker died in the middle is done once by whoever takes it next', async () => {
  const office = await open('long-an', { at: '2026-03-02T09:00:00+07:00' })
  const { dossierId } = await fileDossier(await office.citizen(), birth, { agencyId: ward })
  await workAt(office, '09:00:01', '2026-03-02')
  const overdue = '2026-03-03T09:00:01+07:00'
  office.at(overdue)
  await Promise.all([1, 2, 3].map(() => runErrands(delivery(office, overdue))))
  const alerts = await told(office, ward)
  expect(alerts.filter(([kind]) => kind === 'intake-overdue')).toHaveLength(1)
  // What was left once is not left again.
  const again = { dossierId, eventVersion: 1, kind: 'alert-intake-overdue', dueAt: instant(overdue) }
  await office.db.transact(office.tenant, (tx) => putErrand(tx, again))
  expect(await runErrands(delivery(office, '2026-03-03T09:00:02+07:00'))).toBe(0)
})

import { Refused } from '@motcua/domain'
import { expect, test } from 'vitest'
import { getDossier as getAtDesk } from '../dossier/get-dossier.ts'
import { openOffices, type TestOffice } from '../testing.ts'
import { enterAtCounter } from './enter-at-counter.ts'
import { instantResult } from './instant-result.ts'

/** Cấp bản sao trích lục hộ tịch: the same day. Đăng ký thường trú: seven working days. */
const extract = '2.000635'
const residence = '1.004222'
const { open } = await openOffices()

async function atCounter(office: TestOffice, procedureCode: string) {
  const { tenant } = await office.visitor()
  const { procedure, agencies } = tenant.procedures.get(procedureCode)!
  const officer = await office.staff(agencies[0]!.id)
  const { dossierId } = await enterAtCounter(officer, {
    key: crypto.randomUUID(),
    procedureCode,
    caseId: procedure.cases[0]!.id,
    agencyId: agencies[0]!.id,
    applicant: { fullName: 'Hà Văn Dân', citizenId: '025088000789' },
    handedIn: procedure.papers.filter(({ required }) => required).map(({ id }) => id),
    returnChannel: 'counter',
  })
  return { officer, dossierId }
}

test('PT20-10.1d, AMB-22: settled at once there is a code, a result and its time, and no slip unless asked', async () => {
  const office = await open('phu-tho')
  const { officer, dossierId } = await atCounter(office, extract)
  expect(await getAtDesk(officer, { id: dossierId })).toMatchObject({
    instantReceipt: { answer: 'on-demand', basis: [{ article: '10', clause: '1' }] },
    deeds: expect.arrayContaining(['instant-result', 'accept']),
  })
  const { code, slip } = await instantResult(officer, { dossierId, outcome: 'granted', slipAsked: false })
  expect(slip).toBe(false)
  expect(await getAtDesk(officer, { id: dossierId })).toMatchObject({
    code,
    phase: 'decided',
    withoutSlip: true,
    acceptedAt: '2026-03-02T09:00:00+07:00',
    processingClock: { dueAt: '2026-03-02T17:00:00+07:00' },
    result: { outcome: 'granted', at: '2026-03-02T09:00:00+07:00' },
  })

  const asked = await atCounter(office, extract)
  const made = await instantResult(asked.officer, {
    dossierId: asked.dossierId,
    outcome: 'granted',
    slipAsked: true,
  })
  expect(made.slip).toBe(true)
  expect((await getAtDesk(asked.officer, { id: asked.dossierId })).withoutSlip).toBeUndefined()
})

test('PT20-10.1d: a case that takes days is not settled at once, and no code is used up', async () => {
  const office = await open('phu-tho')
  const { officer, dossierId } = await atCounter(office, residence)
  expect((await getAtDesk(officer, { id: dossierId })).deeds).not.toContain('instant-result')
  await expect(instantResult(officer, { dossierId, outcome: 'granted', slipAsked: false })).rejects.toThrow(
    Refused,
  )
  expect((await getAtDesk(officer, { id: dossierId })).phase).toBe('submitted')
})

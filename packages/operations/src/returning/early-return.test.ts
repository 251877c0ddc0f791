import { Refused } from '@motcua/domain'
import { expect, test, vi } from 'vitest'
import { getDossier } from '../dossier/get-dossier.ts'
import { openOffices, pdf, takeIn, workThrough } from '../testing.ts'
import { announceResult } from './announce-result.ts'
import { handOverResult } from './hand-over-result.ts'
import { recordResult } from './record-result.ts'

// It opens a province of its own and compiles its law.
vi.setConfig({ testTimeout: 30_000 })

const { open } = await openOffices()

/** Chấm dứt hoạt động hộ kinh doanh: five working days, without a fee and without papers to compare. */
const closing = '1.001266'

test('TQ25-24, ND118-22.5: in Tuyên Quang a result before its day is sent after the applicant was told', async () => {
  const office = await open('tuyen-quang', { at: '2026-03-02T09:00:00+07:00' })
  const { officer, dossierId } = await takeIn(office, closing)
  await workThrough(office, dossierId)
  await recordResult(officer, { dossierId, outcome: 'granted', document: { name: 'kq.pdf', bytes: pdf } })
  const sending = () =>
    handOverResult(officer, { dossierId, channel: 'postal', proof: 'EB123456789VN', change: 'Đề nghị' })
  const error = await sending().catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Refused)
  expect((error as Refused).refusal.code).toBe('early-return-not-announced')
  await announceResult(officer, { dossierId, how: 'phone', note: 'gặp ông Páo' })
  await sending()
  expect((await getDossier(officer, { id: dossierId })).phase).toBe('returned')
})

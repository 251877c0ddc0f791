import { getDossier, readsOf } from '@motcua/db'
import { Refused, type Dossier } from '@motcua/domain'
import { describe, expect, test } from 'vitest'
import { accept } from '../intake/accept.ts'
import { fileDossier, openOffices, pdf, type TestOffice } from '../testing.ts'
import { getDossier as getAtDesk } from './get-dossier.ts'
import { getOwn } from './get-own.ts'
import { listQueue } from './list-queue.ts'
import { recordResult } from '../returning/record-result.ts'

/** Đăng ký khai sinh, at every commune of Long An. */
const birth = '1.001193'
const ward = 'ubnd-phuong-1-tan-an'
const otherWard = 'ubnd-phuong-2-tan-an'

const { open } = await openOffices()
const stateOf = (office: TestOffice, id: string): Promise<Dossier> =>
  office.db.read(office.tenant, (tx) => getDossier(tx, id))
const refusalOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Refused)
  return (error as Refused).refusal.code
}

async function filed(at = '2026-03-02T09:00:00+07:00') {
  const office = await open('long-an', { at })
  const citizen = await office.citizen()
  const officer = await office.staff(ward)
  const { dossierId } = await fileDossier(citizen, birth, { agencyId: ward })
  return { office, citizen, officer, dossierId }
}

describe('the desk', () => {
  test('the queue stands in the order of its clock, with the working time left and how pressing it is', async () => {
    const { office, citizen, officer, dossierId } = await filed('2026-03-02T09:00:00+07:00')
    office.at('2026-03-02T14:00:00+07:00')
    const second = (await fileDossier(citizen, birth, { agencyId: ward })).dossierId
    office.at('2026-03-03T08:00:00+07:00')
    const { rows, counts } = await listQueue(officer, { queue: 'new' })
    expect(counts).toMatchObject({ new: 2, processing: 0 })
    expect(rows.map(({ id, remainingMinutes, urgency }) => [id, remainingMinutes, urgency])).toEqual([
      [dossierId, 60, 'due-soon'],
      [second, 270, 'in-time'],
    ])
    office.at('2026-03-03T09:30:00+07:00')
    expect((await listQueue(officer, { queue: 'new' })).rows[0]).toMatchObject({
      remainingMinutes: -30,
      urgency: 'late',
    })
  })

  test('it is searched by name without diacritics, and shows no other body’s dossiers', async () => {
    const { office, officer, dossierId } = await filed()
    expect((await listQueue(officer, { queue: 'new', q: 'tran thi dan' })).rows.map(({ id }) => id)).toEqual([
      dossierId,
    ])
    expect((await listQueue(officer, { queue: 'new', q: 'nobody' })).rows).toEqual([])
    expect((await listQueue(await office.staff(otherWard), { queue: 'new' })).rows).toEqual([])
  })

  test('trust 16: whoever opens a dossier at the desk leaves a trace', async () => {
    const { office, officer, dossierId } = await filed()
    await getAtDesk(officer, { id: dossierId })
    const reads = await office.db.read(office.tenant, (tx) => readsOf(tx, 'dossier', dossierId))
    expect(reads).toMatchObject([{ actorKind: 'staff', why: 'dossier.get' }])
  })
})

describe('the result', () => {
  test('LA19-14.4: a result of the due day is on time, one of the day after is late', async () => {
    for (const [resultAt, word] of [
      ['before', 'on-time'],
      ['after', 'late'],
    ] as const) {
      const { office, citizen, officer, dossierId } = await filed()
      await accept(officer, { dossierId })
      const dossier = await stateOf(office, dossierId)
      const due = 'processingClock' in dossier ? dossier.processingClock.dueAt! : ''
      office.at(
        resultAt === 'before'
          ? due
          : due
              .replace(/T.*/, 'T00:00:00+07:00')
              .replace(/-(\d\d)T/, (_, d) => `-${String(Number(d) + 1).padStart(2, '0')}T`),
      )
      await recordResult(officer, {
        dossierId,
        outcome: 'granted',
        document: { name: 'giấy khai sinh.pdf', bytes: pdf },
      })
      const own = await getOwn(citizen, { id: dossierId })
      expect(own).toMatchObject({ phase: 'decided', result: { outcome: 'granted', timeliness: word } })
      expect(own.result?.timelinessBasis[0]).toMatchObject({ article: '14', clause: '4' })
      const atDesk = await getAtDesk(officer, { id: dossierId })
      expect(atDesk.result?.document).toMatchObject({ name: 'giấy khai sinh.pdf', type: 'application/pdf' })
      expect(await refusalOf(recordResult(officer, { dossierId, outcome: 'granted' }))).toBe(
        'result-already-recorded',
      )
    }
  })

  test('a rejection says why, and a dossier that was not accepted has no result', async () => {
    const { officer, dossierId } = await filed()
    expect(await refusalOf(recordResult(officer, { dossierId, outcome: 'granted' }))).toBe(
      'dossier-not-accepted',
    )
    await accept(officer, { dossierId })
    expect(await refusalOf(recordResult(officer, { dossierId, outcome: 'rejected' }))).toBe('reason-missing')
  })
})

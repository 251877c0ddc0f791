import { Forbidden } from '@motcua/domain'
import { describe, expect, test } from 'vitest'
import { accept } from '../intake/accept.ts'
import { fileDossier, openOffices } from '../testing.ts'
import { listQueue } from './list-queue.ts'
import { searchDossiers } from './search-dossiers.ts'
import { today } from './today.ts'

/** Đăng ký khai sinh, at every commune of Long An: due the same day. */
const birth = '1.001193'
const ward = 'ubnd-phuong-1-tan-an'
const otherWard = 'ubnd-phuong-2-tan-an'

const { open } = await openOffices()

/** One dossier accepted on Monday morning, one filed then and not answered, one at another ward. */
async function threeDossiers() {
  const office = await open('long-an', { at: '2026-03-02T09:00:00+07:00' })
  const citizen = await office.citizen({ fullName: 'Trần Thị Đan' })
  const officer = await office.staff(ward)
  const taken = (await fileDossier(citizen, birth, { agencyId: ward })).dossierId
  await accept(officer, { dossierId: taken })
  const waiting = (await fileDossier(citizen, birth, { agencyId: ward })).dossierId
  await fileDossier(citizen, birth, { agencyId: otherWard })
  return { office, officer, taken, waiting }
}

describe('the lists that cut across the queues', () => {
  test('LA19-23.2, PT20-2.2: what is late and what falls due soon stands in one list each, and colours its queue', async () => {
    const { office, officer, taken, waiting } = await threeDossiers()
    office.at('2026-03-02T16:45:00+07:00')
    const soon = await listQueue(officer, { queue: 'due-soon' })
    expect(soon.rows.map(({ id }) => id).sort()).toEqual([taken, waiting].sort())
    expect(soon.worst).toEqual({ new: 'due-soon', processing: 'due-soon' })
    office.at('2026-03-04T08:30:00+07:00')
    const late = await listQueue(officer, { queue: 'overdue' })
    expect(late.rows.map(({ urgency }) => urgency)).toEqual(['late', 'late'])
    expect(late.counts).toMatchObject({ overdue: 2, 'due-soon': 0, new: 1, processing: 1 })
    expect(late.worst).toEqual({ new: 'late', processing: 'late' })
  })

  test('a search goes through every list, and finds no dossier of another body', async () => {
    const { officer, taken, waiting } = await threeDossiers()
    const { rows, more } = await searchDossiers(officer, { q: 'THỊ đan' })
    expect(rows.map(({ id }) => id).sort()).toEqual([taken, waiting].sort())
    expect(more).toBe(false)
    const code = rows.find(({ id }) => id === taken)!.code!
    expect((await searchDossiers(officer, { q: code })).rows.map(({ id }) => id)).toEqual([taken])
  })
})

describe('the day of the head', () => {
  test('TQ25-29.1d: it counts each body under the head, what is late and what falls due today', async () => {
    const { office, taken } = await threeDossiers()
    const head = await office.staff(ward, 'one-stop-head')
    office.at('2026-03-02T16:45:00+07:00')
    const morning = await today(head, undefined)
    expect(morning.bodies.map(({ id }) => id)).toEqual([ward])
    expect(morning.totals).toMatchObject({ new: 1, processing: 1, 'due-today': 1, 'processing-overdue': 0 })
    office.at('2026-03-12T08:30:00+07:00')
    const late = await today(head, undefined)
    expect(late.totals).toMatchObject({ 'new-overdue': 1, 'processing-overdue': 1, 'due-today': 0 })
    expect(late.overdue).toHaveLength(2)
    expect(late.stuck).toMatchObject([{ id: taken, urgency: 'late' }])
  })

  test('an officer does not oversee', async () => {
    const { officer } = await threeDossiers()
    await expect(today(officer, undefined)).rejects.toBeInstanceOf(Forbidden)
    const by = '00000000-0000-4000-8000-000000000000'
    await expect(listQueue(officer, { queue: 'mine', by })).rejects.toBeInstanceOf(Forbidden)
  })
})

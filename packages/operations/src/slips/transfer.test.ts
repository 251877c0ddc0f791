import { eventsOf } from '@motcua/db'
import type { DossierEvent, EventOf } from '@motcua/domain'
import { expect, test } from 'vitest'
import { openOffices, takeIn } from '../testing.ts'
import { instant } from '@motcua/calendar'
import { buildSlip } from './build-slip.ts'
import { slipsIn } from './slips-in.ts'

const { open } = await openOffices()
const at = instant('2021-03-01T10:00:00+07:00')

/** A transfer slip of Phú Thọ for two bodies, of a dossier on paper or of an electronic one. */
async function shared(mode: 'sequential' | 'parallel') {
  const office = await open('phu-tho', { at: '2021-03-01T09:00:00+07:00' })
  const { tenant } = await office.visitor()
  const { dossierId, agencyId } = await takeIn(office, '1.004222')
  const taken = await office.db.read(office.tenant, (tx) => eventsOf(tx, dossierId))
  const other = [...tenant.agencies.keys()].find((id) => id !== agencyId)!
  const share = (id: string, to: string, task: string, hours: number) => ({
    id,
    agencyId: to,
    task,
    hours,
    dueAt: instant('2021-03-03T17:00:00+07:00'),
  })
  const event: EventOf<'WorkShared'> = {
    type: 'WorkShared',
    at,
    by: 'Nguyễn Thanh Hòa',
    mode,
    leadAgencyId: agencyId,
    shares: [share('s1', agencyId, 'Thẩm định hồ sơ', 16), share('s2', other, 'Xác minh nơi ở', 8)],
    receivers: [],
    basis: [],
  }
  const events: DossierEvent[] = [
    ...taken.map((one) => (one.type === 'DossierSubmitted' ? onWay(one, mode) : one)),
    event,
  ]
  const slip = slipsIn(events).find(({ kind }) => kind === 'transfer')!
  const document = buildSlip(tenant, 'http://phu-tho.localhost', { events, issued: [] }, slip)
  const name = (id: string) => tenant.agencies.get(id)!.name
  return { document, lead: name(agencyId), other: name(other) }
}

function onWay(event: EventOf<'DossierSubmitted'>, mode: string): DossierEvent {
  const { handedIn: _, ...electronic } = event
  return mode === 'parallel' ? electronic : event
}

test('PT20-11.1a: on paper the transfer slip states each body’s work and time, one after the other', async () => {
  const { document, lead, other } = await shared('sequential')
  expect(document.blocks.find((block) => block.is === 'table')?.rows).toEqual([
    ['1', lead, 'Thẩm định hồ sơ', '16 giờ làm việc, đến 17:00 thứ Tư, 03/03/2021'],
    ['2', other, 'Xác minh nơi ở', '8 giờ làm việc, đến 17:00 thứ Tư, 03/03/2021'],
  ])
  expect(JSON.stringify(document)).toContain('Tuần tự')
})

test('PT20-11.1b: of an electronic dossier it names the lead and what each answers for, though its template does not', async () => {
  const { document, lead } = await shared('parallel')
  const facts = document.blocks.flatMap((block) => (block.is === 'facts' ? block.facts : []))
  expect(facts).toContainEqual({ label: 'Cơ quan chủ trì', value: lead })
  expect(facts.find(({ label }) => label === 'Trách nhiệm từng cơ quan')?.value).toContain(`${lead} chủ trì`)
})

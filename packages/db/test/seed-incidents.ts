import { randomUUID } from 'node:crypto'
import {
  addIncidentUpdate,
  putIncident,
  putIncidentReport,
  putOutageExcuse,
  putProbe,
  type Tx,
} from '../src/index.ts'
import { nine } from './sample.ts'

/** An outage that was declared, told of, reported and excused, and what the probes saw. */
export async function seedIncidents(tx: Tx, of: { accountId: string; dossierId: string }): Promise<void> {
  const { accountId, dossierId } = of
  const id = randomUUID()
  const say = { vi: 'Mất kết nối', en: 'Connection lost' }
  const by = 'Ma Thị Vy'
  const outage = {
    kind: 'outage',
    title: say,
    affects: ['filing'],
    startsAt: nine,
    announcedAt: nine,
  } as const
  await putIncident(tx, { ...outage, id, by })
  await addIncidentUpdate(tx, id, { at: nine, by, body: say })
  await putIncidentReport(tx, {
    id: randomUUID(),
    agencyId: 'xa',
    accountId,
    at: nine,
    body: 'Không mở được',
  })
  await putOutageExcuse(tx, { dossierId, incidentId: id, at: nine, accountId, by, reason: 'Mất kết nối' })
  await putProbe(tx, { component: 'portal', ok: true, at: nine, durationMs: 12 })
}

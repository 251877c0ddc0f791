import { addDays, dateOf, instant, type Instant } from '@motcua/calendar'
import { listIncidentReports, listIncidents as listStored } from '@motcua/db'
import type { LegalBasis } from '@motcua/domain'
import { z } from 'zod'
import { reading } from '../operation.ts'
import { agencyName } from '../tenants/agency-name.ts'
import { outageLaw, toldByOperator } from './incident-law.ts'
import { incidentView } from './incident-view.ts'
import type { IncidentView } from './views.ts'

/** What the desk's page of incidents shows. */
export interface IncidentBoard {
  incidents: IncidentView[]
  /** What bodies reported in the last days. */
  reports: { id: string; agencyName: string; at: Instant; body: string }[]
  /** What the law asks of whoever declares one. */
  law: {
    receivers: string[]
    timing?: string
    receiversBasis: LegalBasis[]
    announcesRecovery: boolean
    recoveryBasis: LegalBasis[]
    tellsApplicants: boolean
    applicantBasis: LegalBasis[]
    fallback?: string
    fallbackBasis: LegalBasis[]
  }
}

/** Incidents and maintenance of the last 90 days, what bodies reported in the last 14, and what the law asks. */
export const listIncidents = reading({
  name: 'incidents.list',
  may: 'incident:report',
  input: z.object({}),

  async run({ tx, tenant, now }): Promise<IncidentBoard> {
    const stored = await listStored(tx, daysBefore(now, 90))
    const reports = await listIncidentReports(tx, daysBefore(now, 14))
    const told = toldByOperator(tenant, now)
    const law = outageLaw(tenant, now)
    return {
      incidents: await Promise.all(stored.map((one) => incidentView(tx, one, now))),
      reports: reports.map(({ id, agencyId, at, body }) => ({
        id,
        agencyName: agencyName(tenant, agencyId),
        at,
        body,
      })),
      law: {
        receivers: [...told.bodies],
        ...(told.timing && { timing: told.timing }),
        receiversBasis: [...told.basis],
        ...law,
        recoveryBasis: [...law.recoveryBasis],
        applicantBasis: [...law.applicantBasis],
        fallbackBasis: [...law.fallbackBasis],
      },
    }
  },
})

/** The beginning of the day that lies so many days before. */
export function daysBefore(now: Instant, days: number): Instant {
  return instant(`${addDays(dateOf(now), -days)}T00:00:00+07:00`)
}

import { instant } from '@motcua/calendar'
import { NotFound, type LegalClock } from '@motcua/domain'
import { z } from 'zod'
import { procedureOf } from '../catalogue/procedure-view.ts'
import { errand } from '../operation.ts'
import { processingClock } from '../rules/determine.ts'

const Moment = z.string().refine(isMoment, { params: { code: 'not-a-moment' } })

/** When the result of a procedure would be due, had a dossier been accepted at a moment, and why. */
export const expectDue = errand({
  name: 'keys.expectDue',
  may: 'catalogue:read',
  input: z.object({ procedureCode: z.string(), caseId: z.string().optional(), acceptedAt: Moment }),

  async run({ tenant }, { procedureCode, caseId, acceptedAt }): Promise<LegalClock> {
    const { procedure } = procedureOf(tenant, procedureCode)
    const found = caseId === undefined ? procedure.cases[0] : procedure.cases.find(({ id }) => id === caseId)
    if (!found) throw new NotFound('case')
    return processingClock(tenant, instant(acceptedAt), found.limit)
  },
})

function isMoment(text: string): boolean {
  try {
    instant(text)
    return true
  } catch {
    return false
  }
}

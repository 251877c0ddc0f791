import { withdrawDossier } from '@motcua/domain'
import { z } from 'zod'
import { stopTerms } from '../ending/stop-terms.ts'
import { operation } from '../operation.ts'
import { record } from '../record.ts'
import { answeredBefore, ExchangeId, filedUnder, keep, type ExchangeAnswer } from './take-in.ts'

/** Stops a dossier at its applicant's request, made at the national portal where it was filed. */
export const takeWithdrawal = operation({
  name: 'exchange.takeWithdrawal',
  may: 'exchange:take-in',
  input: z.object({
    id: ExchangeId,
    submissionId: ExchangeId,
    reason: z.string().trim().max(2000).optional(),
  }),

  async run(room, withdrawal): Promise<ExchangeAnswer> {
    const { tx, tenant, now } = room
    const key = `national-portal ${withdrawal.id}`
    const before = await answeredBefore(tx, key, withdrawal)
    if (before) return before
    const dossier = await filedUnder(tx, withdrawal.submissionId)
    const { reason } = withdrawal
    const command = {
      at: now,
      by: dossier.applicant.fullName,
      asked: 'portal' as const,
      ...(reason && { reason }),
    }
    await record(room, dossier, withdrawDossier(dossier, command, stopTerms(tenant, now)))
    return keep(room, key, withdrawal, 'withdrawal', dossier.id, { submissionNo: dossier.submissionNo })
  },
})

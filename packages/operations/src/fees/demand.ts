import { demandFee as decide, totalOf, type FeeTerms } from '@motcua/domain'
import { logRead } from '@motcua/db'
import { z } from 'zod'
import { getDossierAtDesk, getDossierToChange, staffOf } from '../dossier/reach.ts'
import { operation } from '../operation.ts'
import { record } from '../record.ts'
import { feeChoices, feeTermsOfDossier } from './fee-law.ts'

const Found = z.object({
  dossierId: z.uuid(),
  /** The group of people the applicant was found to belong to. */
  forWhom: z.string().max(120).optional(),
  /** How many the office counted, by the field of the table. */
  counts: z.record(z.string().max(60), z.string().max(6)).default({}),
})

/** What a fee worked out anew would be, and what may be chosen to work it out. */
export interface FeePreview {
  groups: string[]
  counts: { field: string; per: string; count: string }[]
  /** Undefined where the table has no line for such a dossier. */
  terms?: FeeTerms
  amount: number
}

/** Shows what would be owed, before anything is changed. The reading is logged. */
export const previewFee = operation({
  name: 'fees.preview',
  may: 'fee:demand',
  input: Found,

  async run(room, { dossierId, forWhom, counts }): Promise<FeePreview> {
    const { tx, tenant, actor, now } = room
    const dossier = await getDossierAtDesk(room, dossierId)
    await logRead(tx, { actor, thing: 'dossier', thingId: dossierId, why: 'fees.preview', at: now })
    const terms = feeTermsOfDossier(tenant, dossier, now, { forWhom, counts })
    return {
      ...feeChoices(tenant, dossier, now),
      ...(terms && { terms }),
      amount: terms ? totalOf(terms.lines) : 0,
    }
  },
})

/** Works out anew what a dossier owes, for a group of people or another count, with the reason. */
export const demandFee = operation({
  name: 'fees.demand',
  may: 'fee:demand',
  input: Found.extend({ reason: z.string().trim().min(1).max(1000) }),

  async run(room, { dossierId, forWhom, counts, reason }): Promise<void> {
    const { tenant, actor, now } = room
    const dossier = await getDossierToChange(room, dossierId)
    const terms = feeTermsOfDossier(tenant, dossier, now, { forWhom, counts })
    const accepted = 'acceptedAt' in dossier && dossier.acceptedAt !== undefined
    const asked = terms && accepted ? { ...terms, before: 'result' as const } : terms
    await record(room, dossier, decide(dossier, { at: now, by: staffOf(actor).fullName, reason }, asked))
  },
})

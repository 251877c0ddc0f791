import { noticesOf } from '@motcua/db'
import type { Dossier, HandOverTerms } from '@motcua/domain'
import type { Room } from '../operation.ts'
import { returningLaw } from './terms.ts'

/** Letters that tell an applicant that the result is there. */
const announcing = new Set(['ResultRecorded', 'ResultAnnounced', 'ResultCorrected'])

/** What must be so before this result is handed over: the law, and whether the applicant was told. */
export async function handOverTerms({ tx, tenant, now }: Room, dossier: Dossier): Promise<HandOverTerms> {
  const law = returningLaw(tenant, dossier, now)
  const notices = await noticesOf(tx, dossier.id)
  return {
    channels: law.channels.answer,
    originalsNeeded: law.originals.needed,
    earlyNotice: law.earlyNotice.answer,
    told: notices.some(({ kind, status }) => announcing.has(kind) && status === 'sent'),
    sealNeeded: law.seal.answer,
    checkNeeded: law.requires.answer.includes('dossier-check'),
    now,
  }
}

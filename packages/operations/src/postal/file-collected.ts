import { randomUUID } from 'node:crypto'
import { changeCollection, fileDossierIn, findByLogin, giveFiles, type Tx, type Versioned } from '@motcua/db'
import {
  evolve,
  fileCollection,
  foldText,
  submitDossier,
  type Applicant,
  type CameBy,
  type Collection,
} from '@motcua/domain'
import { procedureOf } from '../catalogue/procedure-view.ts'
import { filedProcedure, newSubmissionNo, submissionTerms } from '../intake/filing.ts'
import type { Room } from '../operation.ts'
import { granted } from '../record.ts'
import { bookPrepaid } from './prepaid.ts'
import { postalLaw } from './terms.ts'

/**
 * Makes a dossier of what the post collected. It is the applicant's, filed by the post under its own account and by
 * the applicant's mandate (AMB-45). The fee that was taken with it is booked in the same transaction.
 * @param filedOnline before transport: then this moment counts; otherwise the signing of the hand-over record does
 */
export async function fileCollected(
  room: Room,
  found: Versioned<Collection>,
  { filedOnline }: { filedOnline: boolean },
): Promise<Collection> {
  const { tx, tenant, now } = room
  const collection = found.state
  const { id, no, mandate, receipt, photos, counted, returnChannel, agencyId, answers } = collection
  const offered = procedureOf(tenant, collection.procedureCode)
  const law = postalLaw(tenant, offered, now)
  const dossierId = randomUUID()
  const [next] = granted(fileCollection(collection, { dossierId, at: now }))
  const cameBy: CameBy = {
    mandate: mandate!,
    postal: { collectionId: id, collectionNo: no, receipt, filedOnline },
  }
  const decision = submitDossier(
    {
      id: dossierId,
      at: now,
      submissionNo: newSubmissionNo(now),
      procedure: filedProcedure(tenant, collection.procedureCode, collection.caseId),
      agencyId,
      applicant: await withAccount(tx, collection.applicant),
      mode: 'postal',
      answers,
      papers: photos,
      handedIn: counted
        .filter(({ originals, copies }) => originals + copies > 0)
        .map(({ paperId }) => paperId),
      returnChannel,
      cameBy,
    },
    submissionTerms(tenant, offered, {
      mode: 'postal',
      now,
      countedAs: law.intakeAs,
      filed: { caseId: collection.caseId, answers, broughtFee: collection.prepaid.fees > 0 },
    }),
  )
  const [event] = granted(decision)
  await fileDossierIn(tx, { key: `post ${id}`, dossier: evolve(null, event!), event: event! })
  const proof = 'fileId' in mandate!.proof ? [mandate!.proof.fileId] : []
  await giveFiles(tx, [...photos.map(({ fileId }) => fileId), ...proof], dossierId)
  await changeCollection(tx, found, next!)
  await bookPrepaid(room, collection, dossierId)
  return next!
}

/** The applicant's own account, where number and name agree: then they see their dossier there. */
async function withAccount(tx: Tx, applicant: Applicant): Promise<Applicant> {
  const account = await findByLogin(tx, applicant.citizenId)
  const same = account && foldText(account.fullName) === foldText(applicant.fullName)
  return same && account.citizenId === applicant.citizenId
    ? { ...applicant, accountId: account.id }
    : applicant
}

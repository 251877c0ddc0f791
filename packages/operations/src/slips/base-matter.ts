import type { Acceptance, Agency, Dossier, LegalBasis, LegalClock } from '@motcua/domain'
import { sentence, wordBasis, wordChannel, wordLimit, wordMoment } from '../notices/wording.ts'
import { noTimeLimit } from './slip-words.ts'
import type { SlipFillings } from './known-words.ts'

/** What any slip of a dossier may say: who, what, where, and the promise. */
export function baseMatter(
  dossier: Dossier,
  { agency, section }: { agency: Agency; section: string },
): SlipFillings {
  const { applicant, procedure, submissionNo, returnChannel, submittedAt } = dossier
  const acceptance = acceptanceOf(dossier)
  return {
    agency: agency.name,
    agencyPhone: agency.phone,
    agencyAddress: agency.address,
    section,
    reference: acceptance?.code ?? submissionNo,
    submissionNo,
    applicant: applicant.fullName,
    citizenId: applicant.citizenId,
    address: applicant.address,
    phone: applicant.phone,
    email: applicant.email,
    procedure: procedure.name,
    procedureCode: procedure.code,
    caseName: procedure.caseName,
    field: procedure.field,
    limit: sentence(wordLimit(procedure.limit, 'vi')),
    returnChannel: sentence(wordChannel(returnChannel, 'vi')),
    submittedAt: wordMoment(submittedAt, 'vi'),
    fromAgency: agency.name,
    leadAgency: agency.name,
    ...(acceptance && ofAccepted(acceptance)),
  }
}

/** What a dossier has since it was accepted, also where it ended since. */
export function acceptanceOf(dossier: Dossier): Pick<Acceptance, AcceptanceKey> | undefined {
  if (!('code' in dossier)) return undefined
  const { code, acceptedAt, acceptedBy, processingClock, originalDueAt } = dossier
  if (!code || !acceptedAt || !acceptedBy || !processingClock) return undefined
  return {
    code,
    acceptedAt,
    acceptedBy,
    processingClock,
    ...(originalDueAt !== undefined && { originalDueAt }),
  }
}
type AcceptanceKey = 'code' | 'acceptedBy' | 'acceptedAt' | 'processingClock' | 'originalDueAt'

function ofAccepted(acceptance: Pick<Acceptance, AcceptanceKey>): SlipFillings {
  const { code, acceptedAt, acceptedBy, processingClock, originalDueAt } = acceptance
  return {
    code,
    officer: acceptedBy,
    acceptedAt: wordMoment(acceptedAt, 'vi'),
    acceptedOn: `${acceptedAt.slice(8, 10)}/${acceptedAt.slice(5, 7)}/${acceptedAt.slice(0, 4)}`,
    // The electronic register is one book a year; a dossier stands in it under the tail of its code.
    registerBook: acceptedAt.slice(0, 4),
    registerNo: code.split('-').slice(1).join('-'),
    originalDueAt: originalDueAt ? wordMoment(originalDueAt, 'vi') : undefined,
    ...promiseOf(processingClock),
  }
}

/** The promise of a clock, with the articles it rests on. */
export function promiseOf({ dueAt, why }: LegalClock): SlipFillings {
  return {
    promisedAt: dueAt === null ? noTimeLimit : wordMoment(dueAt, 'vi'),
    dueAt: dueAt === null ? undefined : wordMoment(dueAt, 'vi'),
    promiseBasis: basisWords(why.basis),
    provisional: why.provisional
      ? 'Ngày hẹn là tạm tính: lịch nghỉ của thời gian đó chưa được công bố.'
      : undefined,
  }
}

/** Articles, each once, the number kept with its word. */
export function basisWords(basis: readonly LegalBasis[]): string | undefined {
  const words = [...new Set(basis.map((place) => wordBasis(place, 'vi').replaceAll('Điều ', 'Điều\u00a0')))]
  return words.length > 0 ? sentence(words.join('; ')) : undefined
}

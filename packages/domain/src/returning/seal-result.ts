import { grant, refuse, type Decision } from '../decision.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { DossierEvent } from '../dossier/events.ts'
import type { Attachment } from '../intake/attachment.ts'
import type { ResultSeal } from './events.ts'

/** The document of a result that waits for the office's signature, or why there is none. */
export function documentToSeal(dossier: Dossier): Decision<Attachment> {
  if (dossier.phase !== 'decided')
    return refuse({ code: 'result-not-recorded', data: { phase: dossier.phase } })
  const { document, seal } = dossier.result
  if (seal) return refuse({ code: 'result-already-sealed', data: { at: seal.at } })
  if (document?.type !== 'application/pdf') return refuse({ code: 'no-document-to-seal' })
  return grant(document)
}

/** Ký số kết quả: the document takes the place of the unsigned one and bears the office's signature. */
export function sealResult(
  dossier: Dossier,
  signed: ResultSeal & { readonly document: Attachment },
): Decision<DossierEvent> {
  const waiting = documentToSeal(dossier)
  return waiting.granted ? grant({ type: 'ResultSealed', ...signed }) : waiting
}

import { grant, refuse, type Decision } from '../decision.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { DossierEvent } from '../dossier/events.ts'
import type { Attachment } from '../intake/attachment.ts'
import type { ResultSignature } from './events.ts'

/** The document of a result that waits for the office's signature, or why there is none. */
export function documentToSign(dossier: Dossier): Decision<Attachment> {
  if (dossier.phase !== 'decided')
    return refuse({ code: 'result-not-recorded', data: { phase: dossier.phase } })
  const { document, signature } = dossier.result
  if (signature) return refuse({ code: 'result-already-signed', data: { at: signature.at } })
  if (document?.type !== 'application/pdf') return refuse({ code: 'no-document-to-sign' })
  return grant(document)
}

/** Ký số kết quả: the document takes the place of the unsigned one and bears the office's signature. */
export function signResult(
  dossier: Dossier,
  signed: ResultSignature & { readonly document: Attachment },
): Decision<DossierEvent> {
  const waiting = documentToSign(dossier)
  return waiting.granted ? grant({ type: 'ResultSigned', ...signed }) : waiting
}

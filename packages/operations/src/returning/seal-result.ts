import { getFileContent } from '@motcua/db'
import { documentToSeal, Refused, sealResult as decide } from '@motcua/domain'
import { z } from 'zod'
import { getDossierToChange, staffOf } from '../dossier/reach.ts'
import { keepDocument } from '../files/keep-document.ts'
import { operation } from '../operation.ts'
import { granted, record } from '../record.ts'
import { signPdf, UnsignablePdf } from '../signatures/sign-pdf.ts'

/** Puts the office's own signature on the document of a result; the unsigned one stays in the archive. */
export const sealResult = operation({
  name: 'returning.sealResult',
  may: 'result:seal',
  input: z.object({ dossierId: z.uuid() }),

  async run(room, { dossierId }): Promise<void> {
    const { tx, tenant, actor, now, keys } = room
    const dossier = await getDossierToChange(room, dossierId)
    const [document] = granted(documentToSeal(dossier))
    const signatory = await keys?.find(tenant.id)
    if (!signatory) throw new Refused({ code: 'no-sealing-certificate' })
    const bytes = await signPdf(await getFileContent(tx, document!.fileId), {
      at: now,
      reason: `Kết quả giải quyết hồ sơ ${'code' in dossier ? dossier.code : dossier.submissionNo}`,
      location: tenant.manifest.name,
      signatory,
    }).catch((error: unknown) => {
      if (error instanceof UnsignablePdf) throw new Refused({ code: 'document-cannot-be-sealed' })
      throw error
    })
    const sealed = await keepDocument(room, dossierId, 'result', { name: document!.name, bytes })
    // Read back as anybody else's signature would be: what is recorded is what a reader of the file finds.
    const own = sealed.signatures?.at(-1)
    if (own?.integrity !== 'intact') throw new Error('the signature just made cannot be read')
    const seal = { at: now, by: staffOf(actor).fullName, signer: own.signer, serial: own.serial }
    await record(room, dossier, decide(dossier, { ...seal, document: sealed }))
  },
})

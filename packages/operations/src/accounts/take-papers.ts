import { putFile } from '@motcua/db'
import { Refused, verdictOf, type RequestPaper } from '@motcua/domain'
import { z } from 'zod'
import { takeFile, Upload } from '../files/take-file.ts'
import type { Room } from '../operation.ts'
import { formatsOf } from './account-law.ts'

/** Papers of a request as they are sent: which form each is, and whether it is signed itself or a true copy. */
export const GivenPapers = z
  .array(
    z.object({
      form: z.string().max(40),
      kind: z.enum(['digitally-signed', 'electronic-true-copy']),
      upload: Upload,
    }),
  )
  .max(10)
type GivenPapers = z.infer<typeof GivenPapers>

/**
 * Takes the papers of a request in. One that is said to be signed must bear a signature that holds (TQ25-9.3); by whom
 * it is, is shown to who decides. A true copy is taken on the word of the agency, which is kept.
 * @throws Refused
 */
export async function takePapers(room: Room, accountId: string, given: GivenPapers): Promise<RequestPaper[]> {
  const { tx, tenant, now } = room
  const allowed = formatsOf(tenant, now)
  const papers: RequestPaper[] = []
  for (const { form, kind, upload } of given) {
    const file = await takeFile({ tenant, now }, form, upload)
    const about = { form, name: file.name, basis: allowed.basis }
    if (allowed.answer && !allowed.answer.includes(kind))
      throw new Refused({ code: 'paper-not-signed', data: about })
    const verdict = verdictOf(file.signatures ?? [])
    if (kind === 'digitally-signed' && (verdict === undefined || verdict === 'invalid'))
      throw new Refused({ code: 'paper-not-signed', data: about })
    await putFile(tx, {
      id: file.fileId,
      name: file.name,
      type: file.type,
      content: upload.bytes,
      accountId,
      at: now,
    })
    papers.push({ form, kind, file })
  }
  return papers
}

import { createHash, randomUUID } from 'node:crypto'
import type { Instant } from '@motcua/calendar'
import { checkFile, maxFileBytes, Refused, type Attachment } from '@motcua/domain'
import { z } from 'zod'
import { verifySignatures } from '../signatures/verify-signatures.ts'
import type { Tenant } from '../tenants/tenant.ts'

/** A file as somebody sends it. */
export const Upload = z.object({ name: z.string().max(1000), bytes: z.instanceof(Uint8Array) })
export type Upload = z.infer<typeof Upload>

/**
 * What is kept of a file for one paper, with the outcome of its digital signatures; its bytes are stored by who calls.
 * @throws Refused where it is no whole PDF, JPEG or PNG of at most 20 MB
 */
export async function takeFile(
  { tenant, now }: { readonly tenant: Tenant; readonly now: Instant },
  paperId: string,
  { name: given, bytes }: Upload,
): Promise<Attachment> {
  const checked = checkFile({ bytes, size: bytes.length, name: given })
  if (!checked.ok) {
    const data = { fault: checked.fault, paperId, name: given, bytes: bytes.length, limit: maxFileBytes }
    throw new Refused({ code: 'file-not-accepted', data })
  }
  const { type, name } = checked
  const signatures =
    type === 'application/pdf' ? await verifySignatures(bytes, { trust: tenant.trust, now }) : []
  return {
    paperId,
    fileId: randomUUID(),
    name,
    type,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    ...(signatures.length > 0 && { signatures }),
  }
}

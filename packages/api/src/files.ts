import { createHash } from 'node:crypto'
import { readFile, receiptSlip, receiptSlipPdf } from '@motcua/operations'
import { NotFound } from '@motcua/domain'
import { Hono } from 'hono'
import { z } from 'zod'
import { contextOf, type Services } from './context.ts'
import { inTenant } from './procedure.ts'

// Files hold personal data: nothing between the office and the person keeps a copy.
const personal = {
  'cache-control': 'private, no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
}

const Id = z.uuid()

/** What is not JSON: uploaded papers, receipt slips, emblems. */
export function files(services: Services): Hono {
  const inside = async (request: Request) => {
    const context = await contextOf(services, request)
    return inTenant(context, context.tenant)
  }
  return new Hono()
    .get('/files/:id', async (c) => {
      const { name, type, bytes, sha256 } = await readFile(await inside(c.req.raw), {
        fileId: idIn(c.req.param('id'), 'file'),
      })
      const headers = {
        ...personal,
        'content-type': type,
        'content-disposition': inline(name),
        etag: `"${sha256}"`,
      }
      return c.body(new Uint8Array(bytes), 200, headers)
    })
    .get('/slips/receipt/:file{.+\\.pdf}', async (c) => {
      const dossierId = idIn(c.req.param('file').replace(/\.pdf$/, ''), 'dossier')
      const slip = await receiptSlip(await inside(c.req.raw), { dossierId })
      const pdf = await receiptSlipPdf(slip)
      const headers = {
        ...personal,
        'content-type': 'application/pdf',
        'content-disposition': inline(`${slip.code}.pdf`),
      }
      return c.body(new Uint8Array(pdf), 200, headers)
    })
    .get('/brand/emblem.svg', async (c) => {
      const { tenant } = await inside(c.req.raw)
      if (!tenant.emblem) throw new NotFound('emblem')
      const etag = `"${createHash('sha256').update(tenant.emblem).digest('base64url').slice(0, 22)}"`
      return c.body(tenant.emblem, 200, {
        'content-type': 'image/svg+xml',
        'cache-control': 'public, max-age=3600',
        etag,
      })
    })
}

function idIn(text: string, thing: string): string {
  if (!Id.safeParse(text).success) throw new NotFound(thing)
  return text
}

function inline(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\]/g, '_')
  return `inline; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`
}

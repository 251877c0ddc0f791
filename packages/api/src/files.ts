import { createHash } from 'node:crypto'
import {
  dossierRegister,
  getSlip,
  publishedSlip,
  readFile,
  readPopulationPaper,
  slipPdf,
  type StoredFile,
} from '@motcua/operations'
import { NotFound, type SlipDocument } from '@motcua/domain'
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

/** What is not JSON: uploaded papers, slips, emblems. */
export function files(services: Services): Hono {
  const inside = async (request: Request) => {
    const context = await contextOf(services, request)
    return inTenant(context, context.tenant)
  }
  return new Hono()
    .get('/files/:id', async (c) => {
      return asStored(await readFile(await inside(c.req.raw), { fileId: idIn(c.req.param('id'), 'file') }))
    })
    .get('/population/:id/papers/:file', async (c) => {
      const id = idIn(c.req.param('id'), 'population-registration')
      const fileId = idIn(c.req.param('file'), 'file')
      return asStored(await readPopulationPaper(await inside(c.req.raw), { id, fileId }))
    })
    .get('/slips/register.pdf', async (c) => {
      return asPdf(await dossierRegister(await inside(c.req.raw), c.req.query()))
    })
    .get('/slips/published/:file{.+\\.pdf}', async (c) => {
      const code = c.req.param('file').replace(/\.pdf$/, '')
      return asPdf(await publishedSlip(await inside(c.req.raw), { code, at: c.req.query('at') ?? '' }))
    })
    .get('/slips/:dossierId/:file{.+\\.pdf}', async (c) => {
      const dossierId = idIn(c.req.param('dossierId'), 'dossier')
      const slip = c.req.param('file').replace(/\.pdf$/, '')
      return asPdf(await getSlip(await inside(c.req.raw), { dossierId, slip }))
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

function asStored({ name, type, bytes, sha256 }: StoredFile): Response {
  const headers = {
    ...personal,
    'content-type': type,
    'content-disposition': inline(name),
    etag: `"${sha256}"`,
  }
  return new Response(new Uint8Array(bytes), { headers })
}

async function asPdf(slip: SlipDocument): Promise<Response> {
  const headers = {
    ...personal,
    'content-type': 'application/pdf',
    'content-disposition': inline(`${slip.kind === 'receipt' ? '' : `${slip.kind}-`}${slip.reference}.pdf`),
  }
  return new Response(new Uint8Array(await slipPdf(slip)), { headers })
}

function idIn(text: string, thing: string): string {
  if (!Id.safeParse(text).success) throw new NotFound(thing)
  return text
}

function inline(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\]/g, '_')
  return `inline; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`
}

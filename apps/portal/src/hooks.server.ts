import { apiError } from '@motcua/api/client'
import type { RequestEvent } from '@sveltejs/kit'
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks'
import type { TenantView } from '#lib/api-types.ts'
import { localeOf } from '#lib/paths.ts'
import { apiFor } from '#lib/server/api.ts'
import { secure } from '#lib/server/headers.ts'
import { withReadableForm } from '#lib/server/readable-form.ts'
import { closedProvince, noSuchProvince, outOfService } from '#lib/server/plain-page.ts'
import { dropSession, readSession } from '#lib/server/session-cookie.ts'
import { themeAddress } from '#lib/theme.ts'

// The province as each host last showed it, so that an outage page still has its name and its hotline.
const lastSeen = new Map<string, TenantView>()

export const handle: Handle = async ({ event, resolve }) => {
  const { locals, url } = event
  locals.requestId = crypto.randomUUID()
  withReadableForm(event)
  locals.locale = localeOf(url.pathname)
  locals.api = apiFor(event)

  const [tenant, citizen] = await Promise.all([provinceOf(event), whoAsks(event)])
  if (tenant === 'unknown') return secure(noSuchProvince(locals.locale), url)
  if (tenant === 'unavailable') return secure(outOfService(locals.locale), url)
  // Links and QR codes of the name the province once had lead to the one it has now.
  if (!tenant.hosts.some((host) => host.toLowerCase() === url.hostname))
    return secure(movedTo(tenant, url), url)
  if (tenant.closed) return secure(closedProvince(tenant, locals.locale), url)
  locals.tenant = tenant
  if (citizen) locals.citizen = citizen

  const response = await resolve(event, {
    transformPageChunk: ({ html }) =>
      html
        .replace('%motcua.lang%', locals.locale)
        .replace('%motcua.colour%', tenant.brand.colour)
        .replace('%motcua.theme%', themeAddress(tenant.brand)),
  })
  return secure(response, url)
}

/** The same address at the name the province goes by, for good. What was posted is posted again there. */
function movedTo({ hosts }: TenantView, url: URL): Response {
  const there = new URL(url)
  there.hostname = hosts[0]!
  return new Response(null, { status: 308, headers: { location: there.href } })
}

async function provinceOf({ locals, url }: RequestEvent): Promise<TenantView | 'unknown' | 'unavailable'> {
  try {
    const tenant = await locals.api.trpc.tenant.get.query()
    lastSeen.set(url.host, tenant)
    return tenant
  } catch (thrown) {
    if (apiError(thrown)?.code === 'NOT_FOUND') return 'unknown'
    console.error(`[${locals.requestId}] the province of ${url.host} could not be read`, thrown)
    locals.outage = true
    return lastSeen.get(url.host) ?? 'unavailable'
  }
}

async function whoAsks(event: RequestEvent): Promise<App.Locals['citizen']> {
  const { locals } = event
  if (!readSession(event)) return undefined
  try {
    const session = await locals.api.trpc.identity.session.query()
    if (session?.kind === 'citizen') return session
    locals.expired = true
    dropSession(event)
  } catch (thrown) {
    // In an outage a person stays signed in: the cookie is kept, and pages for visitors are still shown.
    console.error(`[${locals.requestId}] the session could not be read`, thrown)
    locals.outage = true
  }
  return undefined
}

export const handleError: HandleServerError = ({ kind, error, event }) => {
  const { requestId } = event.locals
  if (kind !== 'unknown') return undefined
  console.error(`[${requestId}] ${event.request.method} ${event.route.id}`, error)
  return { requestId }
}

import { error, redirect, type RequestEvent } from '@sveltejs/kit'
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks'
import { localeOf, pathIn } from '#lib/locale.ts'
import { readPreferences } from '#lib/preferences.ts'
import { apiFor } from '#lib/server/api.ts'
import { secure } from '#lib/server/headers.ts'
import { isOfOperators, operatorAtWork } from '#lib/server/operator.ts'
import { withReadableForm } from '#lib/server/readable-form.ts'
import { dropSession, readSession } from '#lib/server/session-cookie.ts'
import type { StaffSession } from '#lib/views.ts'

export const handle: Handle = async ({ event, resolve }) => {
  const { locals } = event
  locals.requestId = crypto.randomUUID()
  withReadableForm(event)
  locals.locale = localeOf(event.url.pathname)
  locals.preferences = readPreferences(event.cookies)
  locals.api = apiFor(event)
  const staff = isOfOperators(event.route.id) ? undefined : await whoIsAtWork(event)
  if (isOfOperators(event.route.id)) locals.operator = (await operatorAtWork(event)) ?? null
  else if (staff) locals.staff = staff
  else if (!openToAll.has(event.route.id ?? '')) redirect(303, signInAddress(event))

  const response = await resolve(event, {
    transformPageChunk: ({ html }) =>
      html
        .replace('%lang%', locals.locale)
        .replace('%theme%', locals.preferences.theme)
        .replace('%brand%', brandOf(locals.staff)),
  })
  return secure(response, event.url)
}

/** Pages one comes to before signing in. */
const openToAll = new Set([
  '/sign-in',
  '/sign-in/second-factor',
  '/sign-in/new-password',
  '/invitations/[token]',
  '/first-administrator/[token]',
])

async function whoIsAtWork(event: RequestEvent): Promise<StaffSession | undefined> {
  if (!readSession(event)) return undefined
  const session = await event.locals.api.trpc.identity.session.query().catch((cause: unknown) => {
    console.error(`[${event.locals.requestId}] the session could not be read`, cause)
    error(503, { message: 'unavailable', requestId: event.locals.requestId })
  })
  if (session?.kind === 'staff') return session
  dropSession(event)
  return undefined
}

/** After signing in a person comes back to the page they asked for, unless asking for it was a deed. */
function signInAddress({ url, locals, request }: RequestEvent): string {
  const signIn = pathIn(locals.locale, '/sign-in')
  if (request.method !== 'GET' || url.pathname === pathIn(locals.locale, '/')) return signIn
  return `${signIn}?${new URLSearchParams({ next: url.pathname + url.search })}`
}

/** The colours of the province somebody works for, which the applied tenant has had checked for contrast. */
function brandOf(staff: StaffSession | undefined): string {
  if (!staff) return ''
  const { colour, onColour } = staff.tenant.brand
  return `--brand: ${colour}; --on-brand: ${onColour}`
}

export const handleError: HandleServerError = ({ kind, error, event }) => {
  const { requestId } = event.locals
  if (kind === 'unknown') console.error(`[${requestId}] ${event.request.method} ${event.route.id}`, error)
  return { requestId }
}

import { error, redirect, type RequestEvent } from '@sveltejs/kit'
import type { Outputs } from '@motcua/api/client'
import { pathIn } from '#lib/locale.ts'
import { dropOperatorSession, readOperatorSession } from './operator-cookie.ts'

/** Who runs the house, and is signed in for that. */
export type Operator = NonNullable<Outputs['house']['session']>

/** Pages of operators one comes to before signing in. */
const openToAll = new Set(['/operator/sign-in', '/operator/invitation/[token]'])

export const isOfOperators = (routeId: string | null): boolean => /^\/operator(?:\/|$)/.test(routeId ?? '')

/** The operator at work; who is none is led to the sign-in, but for the pages before it. */
export async function operatorAtWork(event: RequestEvent): Promise<Operator | undefined> {
  const { locals, route, request, url } = event
  const operator = await whoIsAtWork(event)
  if (operator || openToAll.has(route.id ?? '')) return operator
  const signIn = pathIn(locals.locale, '/operator/sign-in')
  redirect(
    303,
    request.method === 'GET' ? `${signIn}?${new URLSearchParams({ next: url.pathname })}` : signIn,
  )
}

async function whoIsAtWork(event: RequestEvent): Promise<Operator | undefined> {
  if (!readOperatorSession(event)) return undefined
  const { api, requestId } = event.locals
  const operator = await api.trpc.house.session.query().catch((cause: unknown) => {
    console.error(`[${requestId}] the session could not be read`, cause)
    error(503, { message: 'unavailable', requestId })
  })
  if (operator) return operator
  dropOperatorSession(event)
  return undefined
}

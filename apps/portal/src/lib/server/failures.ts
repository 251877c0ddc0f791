import { error, redirect, type RequestEvent } from '@sveltejs/kit'
import { apiError } from '@motcua/api/client'
import type { FieldError, Refusal } from '@motcua/domain'
import { localized } from '#lib/paths.ts'

/** What the API answered instead of doing as asked, where the page can say so beside the form. */
export type Failure =
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'invalid'; fields: FieldError[] }
  | { kind: 'too-many'; retryAfterSeconds: number }

/** An answer, or a failure the page words; everything else becomes a page of its own. */
export type Attempt<Answer> = { ok: true; answer: Answer } | { ok: false; failure: Failure }

/** Tries something whose refusal the person can mend on the same page. */
export async function attempt<Answer>(event: RequestEvent, call: Promise<Answer>): Promise<Attempt<Answer>> {
  try {
    return { ok: true, answer: await call }
  } catch (thrown) {
    const failure = failureOf(thrown)
    if (failure) return { ok: false, failure }
    return errorPage(event, thrown)
  }
}

/** Waits for an answer the page cannot do without: not found, too often, signed out become pages of their own. */
export async function ask<Answer>(event: RequestEvent, call: Promise<Answer>): Promise<Answer> {
  try {
    return await call
  } catch (thrown) {
    return errorPage(event, thrown)
  }
}

function failureOf(thrown: unknown): Failure | undefined {
  const known = apiError(thrown)
  if (!known) return undefined
  if (known.data.refusal) return { kind: 'refused', refusal: known.data.refusal }
  if (known.data.fields) return { kind: 'invalid', fields: known.data.fields }
  if (known.code !== 'TOO_MANY_REQUESTS') return undefined
  return { kind: 'too-many', retryAfterSeconds: known.data.retryAfterSeconds ?? 60 }
}

function errorPage(event: RequestEvent, thrown: unknown): never {
  const known = apiError(thrown)
  if (!known || event.locals.outage) {
    console.error(`[${event.locals.requestId}] ${event.request.method} ${event.route.id}`, thrown)
    error(503, 'unavailable', { requestId: event.locals.requestId })
  }
  switch (known.code) {
    case 'UNAUTHORIZED':
      return toSignIn(event, 'expired')
    case 'NOT_FOUND':
    case 'FORBIDDEN':
    // An address that is none, such as a draft id that is not a UUID, is a page that does not exist.
    case 'BAD_REQUEST':
      error(404, 'not found')
    case 'TOO_MANY_REQUESTS': {
      const retryAfterSeconds = known.data.retryAfterSeconds ?? 60
      event.setHeaders({ 'retry-after': String(retryAfterSeconds) })
      error(429, 'too many requests', { retryAfterSeconds })
    }
    case 'UNPROCESSABLE_CONTENT':
    case 'CONFLICT':
      error(409, 'conflict')
    default: {
      const requestId = known.data.requestId || event.locals.requestId
      console.error(`[${requestId}] ${event.request.method} ${event.route.id}`, thrown)
      error(500, 'fault', { requestId })
    }
  }
}

/**
 * Sends a person to sign in and back to the page they asked for. A draft is kept on the server page by page,
 * so nothing but the page being typed is lost; `why` lets the sign-in page say so.
 */
export function toSignIn({ url, locals }: RequestEvent, why?: 'expired'): never {
  const next = new URL(url)
  for (const key of [...next.searchParams.keys()]) if (key.startsWith('/')) next.searchParams.delete(key)
  const query = new URLSearchParams({ next: next.pathname + next.search, ...(why && { why }) })
  redirect(303, `${localized(locals.locale, '/sign-in')}?${query}`)
}

import { API_KEY, API_URL } from '$app/env/private'
import { createApi, type Api } from '@motcua/api/client'
import type { RequestEvent } from '@sveltejs/kit'
import { readSession } from './session-cookie.ts'

/** The API as this request reaches it: in the same process where there is one, over the network otherwise. */
export function apiFor(event: RequestEvent, session = readSession(event)): Api {
  return createApi({
    url: API_URL ?? event.url.origin,
    fetch: event.platform?.req.motcua?.fetch ?? fetch,
    host: event.url.host,
    address: event.getClientAddress(),
    locale: event.locals.locale,
    session,
    key: API_KEY,
  })
}

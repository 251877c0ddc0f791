import { API_KEY, API_URL } from '$app/env/private'
import { createApi, type Api } from '@motcua/api/client'
import type { RequestEvent } from '@sveltejs/kit'
import { readOperatorSession } from './operator-cookie.ts'
import { isOfOperators } from './operator.ts'
import { readSession } from './session-cookie.ts'

export type { Api }

/**
 * The API as this request reaches it: in the same process where there is one, over the network otherwise. Which
 * province is meant follows from the session, never from the host name: all provinces share this desk.
 */
export function apiFor(event: RequestEvent): Api {
  return createApi({
    url: API_URL ?? event.url.origin,
    fetch: event.platform?.req.motcua?.fetch ?? fetch,
    session: isOfOperators(event.route.id) ? readOperatorSession(event) : readSession(event),
    address: event.getClientAddress(),
    locale: event.locals.locale,
    key: API_KEY,
  })
}

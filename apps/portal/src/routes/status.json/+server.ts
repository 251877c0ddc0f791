import { json } from '@sveltejs/kit'
import { ask } from '#lib/server/failures.ts'

/** The state of the system for machines. */
export async function GET(event) {
  return json(await ask(event, event.locals.api.trpc.incidents.status.query()), {
    headers: { 'cache-control': 'public, max-age=30' },
  })
}

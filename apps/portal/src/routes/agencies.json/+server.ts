import { json } from '@sveltejs/kit'
import { ask } from '#lib/server/failures.ts'

/** The directory of agencies for machines. */
export async function GET(event) {
  return json(await ask(event, event.locals.api.trpc.agencies.directory.query()), {
    headers: { 'cache-control': 'public, max-age=300' },
  })
}

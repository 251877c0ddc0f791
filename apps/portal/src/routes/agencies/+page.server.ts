import { ask } from '#lib/server/failures.ts'

export async function load(event) {
  return { directory: await ask(event, event.locals.api.trpc.agencies.directory.query()) }
}

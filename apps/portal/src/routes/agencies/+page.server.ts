import { ask } from '#lib/server/failures.ts'

export async function load(event) {
  return { agencies: await ask(event, event.locals.api.trpc.catalogue.agencies.query()) }
}

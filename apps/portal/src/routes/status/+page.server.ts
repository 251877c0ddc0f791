import { ask } from '#lib/server/failures.ts'

export async function load(event) {
  return { status: await ask(event, event.locals.api.trpc.incidents.status.query()) }
}

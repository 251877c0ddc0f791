import { ask } from '#lib/server/failures.ts'
import { signedIn } from '#lib/server/guard.ts'

export async function load(event) {
  signedIn(event)
  const { trpc } = event.locals.api
  const [drafts, dossiers] = await Promise.all([
    ask(event, trpc.drafts.list.query()),
    ask(event, trpc.dossier.listOwn.query()),
  ])
  return { drafts, dossiers, discarded: event.url.searchParams.get('done') === 'discarded' }
}

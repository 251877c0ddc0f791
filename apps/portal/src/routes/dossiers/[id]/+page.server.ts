import { ask } from '#lib/server/failures.ts'
import { ownDossier } from '#lib/server/own-dossier.ts'

export async function load(event) {
  const dossier = await ownDossier(event)
  const slips = await ask(event, event.locals.api.trpc.slips.list.query({ dossierId: dossier.id }))
  const done = event.url.searchParams.get('done')
  return { dossier, slips, completed: done === 'completed', done }
}

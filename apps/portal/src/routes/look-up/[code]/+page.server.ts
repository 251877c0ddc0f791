import { ask } from '#lib/server/failures.ts'

export async function load(event) {
  const { locals, params, setHeaders } = event
  const { code } = params
  const found = await ask(event, locals.api.trpc.dossier.lookUp.query({ code }))
  // A dossier is not to be found by way of a search engine.
  setHeaders({ 'x-robots-tag': 'noindex' })
  return { code, found }
}

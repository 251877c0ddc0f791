import { ownDossier } from '#lib/server/own-dossier.ts'

export async function load(event) {
  return { dossier: await ownDossier(event), completed: event.url.searchParams.get('done') === 'completed' }
}

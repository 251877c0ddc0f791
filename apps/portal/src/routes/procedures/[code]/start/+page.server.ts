import { redirect } from '@sveltejs/kit'
import { localized } from '#lib/paths.ts'
import { ask } from '#lib/server/failures.ts'
import { goOn, signedIn } from '#lib/server/guard.ts'

export async function load(event) {
  const { locals, params } = event
  const procedure = await ask(event, locals.api.trpc.catalogue.get.query({ code: params.code }))
  if (!procedure.fileOnline) redirect(303, localized(locals.locale, `/procedures/${procedure.code}`))
  return { procedure }
}

export const actions = {
  /** Opens the draft, or the one that is there already, and goes to its list of tasks. */
  default: async (event) => {
    signedIn(event)
    const { locals, params } = event
    const draft = await ask(event, locals.api.trpc.drafts.open.mutate({ procedureCode: params.code }))
    goOn(event, `/drafts/${draft.id}`)
  },
}

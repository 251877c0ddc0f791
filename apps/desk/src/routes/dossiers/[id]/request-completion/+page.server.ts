import { fail, redirect } from '@sveltejs/kit'
import {
  candidates,
  itemsAsked,
  requestErrors,
  type Candidate,
  type TypedRequest,
} from '#lib/completion-request.ts'
import { pathIn } from '#lib/locale.ts'
import { getDossierFor, orAlreadyDecided } from '#lib/server/dossiers.ts'
import { orErrorPage } from '#lib/server/failures.ts'
import { text, ticked } from '#lib/server/form-data.ts'
import { deskWords } from '#lib/words/index.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const dossier = await getDossierFor(locals, params.id, 'requestCompletion')
  const { code } = dossier.procedure
  const { legalBasis } = await orErrorPage(locals.api.trpc.catalogue.get.query({ code }))
  return { dossier, laws: [...new Set(legalBasis)] }
}

export const actions: Actions = {
  /** Shows the letter before it is sent. */
  async check(event) {
    const { typed, errors } = await readRequest(event)
    return errors.length > 0 ? fail(400, { step: 'edit', typed, errors }) : { step: 'check', typed, errors }
  },

  /** Back from the letter, with everything that was typed. */
  async edit(event) {
    const { typed } = await readRequest(event)
    return { step: 'edit', typed, errors: [] }
  },

  async send(event) {
    const { locals, params } = event
    const { typed, errors, all } = await readRequest(event)
    if (errors.length > 0) return fail(400, { step: 'edit', typed, errors })
    const sent = locals.api.trpc.intake.requestCompletion.mutate({
      dossierId: params.id,
      items: itemsAsked(all, typed),
      ...(typed.note && { note: typed.note }),
    })
    await orAlreadyDecided(locals, params.id, sent)
    redirect(303, `${pathIn(locals.locale, `/dossiers/${params.id}`)}?done=completion`)
  },
}

async function readRequest({ locals, params, request }: RequestEvent) {
  const dossier = await getDossierFor(locals, params.id, 'requestCompletion')
  const { papers, fields } = candidates(dossier, locals.locale)
  const all = [...papers, ...fields]
  const typed = readTyped(await request.formData(), all)
  return { all, typed, errors: requestErrors(all, typed, deskWords(locals.locale)) }
}

function readTyped(posted: FormData, all: readonly Candidate[]): TypedRequest {
  const texts = (prefix: string) =>
    Object.fromEntries(all.map(({ key }) => [key, text(posted, `${prefix}-${key}`)]))
  return {
    ticked: ticked(posted, 'item'),
    reasons: texts('reason'),
    bases: texts('basis'),
    note: text(posted, 'note'),
  }
}

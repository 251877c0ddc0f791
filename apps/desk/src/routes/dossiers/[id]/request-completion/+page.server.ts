import {
  candidates,
  itemsAsked,
  requestErrors,
  type Candidate,
  type TypedRequest,
} from '#lib/completion-request.ts'
import { actOf } from '#lib/server/act.ts'
import { getDossierFor } from '#lib/server/dossiers.ts'
import { orErrorPage } from '#lib/server/failures.ts'
import { text, ticked } from '#lib/server/form-data.ts'
import { deskWords } from '#lib/words/index.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const dossier = await getDossierFor(locals, params.id, 'request-completion')
  const { code } = dossier.procedure
  const { legalBasis } = await orErrorPage(locals.api.trpc.catalogue.get.query({ code }))
  return { dossier, laws: [...new Set(legalBasis)] }
}

export const actions = actOf({
  async read({ locals, params }, posted) {
    const dossier = await getDossierFor(locals, params.id, 'request-completion')
    const { papers, fields } = candidates(dossier, locals.locale)
    const all = [...papers, ...fields]
    const typed = readTyped(posted, all)
    return { all, typed, errors: requestErrors(all, typed, deskWords(locals.locale)) }
  },
  send: ({ locals, params }, { all, typed }) =>
    locals.api.trpc.completion.request.mutate({
      dossierId: params.id,
      items: itemsAsked(all, typed),
      ...(typed.note && { note: typed.note }),
    }),
  done: 'completion',
})

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

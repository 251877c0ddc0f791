import { actOf } from '#lib/server/act.ts'
import { getDossierFor } from '#lib/server/dossiers.ts'
import { text } from '#lib/server/form-data.ts'
import { deskWords } from '#lib/words/index.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => ({
  dossier: await getDossierFor(locals, params.id, 'accept'),
  /** Number of a dossier that was entered at the counter a moment ago. */
  entered: url.searchParams.has('entered'),
})

export const actions = actOf({
  read({ locals }, posted) {
    const caseId = text(posted, 'caseId')
    const missing = { href: '#caseId', text: deskWords(locals.locale).accept.caseMissing }
    return { typed: { caseId }, errors: caseId ? [] : [missing] }
  },
  send: ({ locals, params }, { typed }) =>
    locals.api.trpc.intake.accept.mutate({ dossierId: params.id, caseId: typed.caseId }),
  done: ({ params }) => `/dossiers/${params.id}/slips/receipt?accepted`,
})

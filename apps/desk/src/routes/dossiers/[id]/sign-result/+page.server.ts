import { files } from '#lib/server/form-data.ts'
import { actOf } from '#lib/server/act.ts'
import { getDossierFor } from '#lib/server/dossiers.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  dossier: await getDossierFor(locals, params.id, 'sign-result'),
})

export const actions = actOf({
  read: () => ({ typed: {}, errors: [] }),
  send({ locals, params }, _read, posted) {
    const form = new FormData()
    form.set('dossierId', params.id)
    const [document] = files(posted, 'document')
    if (document) form.set('document', document)
    return locals.api.trpc.processing.signResult.mutate(form)
  },
  done: 'signed',
})

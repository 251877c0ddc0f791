import { actOf } from '#lib/server/act.ts'
import { getDossierFor } from '#lib/server/dossiers.ts'
import { text } from '#lib/server/form-data.ts'
import { deskWords } from '#lib/words/index.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  dossier: await getDossierFor(locals, params.id, 'instant-result'),
})

export const actions = actOf({
  read({ locals }, posted) {
    const say = deskWords(locals.locale).record
    const typed = {
      outcome: text(posted, 'outcome'),
      note: text(posted, 'note'),
      slip: text(posted, 'slip') === 'yes' ? 'yes' : 'no',
    }
    const errors = [
      ...(typed.outcome ? [] : [{ href: '#outcome', text: say.outcomeMissing }]),
      ...(typed.outcome === 'rejected' && !typed.note ? [{ href: '#note', text: say.noteMissing }] : []),
    ]
    return { typed, errors }
  },
  send: ({ locals, params }, { typed }) =>
    locals.api.trpc.intake.instantResult.mutate({
      dossierId: params.id,
      outcome: typed.outcome === 'rejected' ? 'rejected' : 'granted',
      ...(typed.note && { note: typed.note }),
      slipAsked: typed.slip === 'yes',
    }),
  done: 'instant',
})

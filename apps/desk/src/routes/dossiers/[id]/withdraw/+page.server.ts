import { mostReason } from '#lib/refusal.ts'
import { actOf } from '#lib/server/act.ts'
import { getDossierFor } from '#lib/server/dossiers.ts'
import { text } from '#lib/server/form-data.ts'
import { deskWords } from '#lib/words/index.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  dossier: await getDossierFor(locals, params.id, 'withdraw'),
  mostReason,
})

export const actions = actOf({
  read({ locals }, posted) {
    const typed = { reason: text(posted, 'reason') }
    const missing = { href: '#reason', text: deskWords(locals.locale).withdraw.reasonMissing }
    return { typed, errors: typed.reason ? [] : [missing] }
  },
  send: ({ locals, params }, { typed }) =>
    locals.api.trpc.ending.withdrawAtCounter.mutate({ dossierId: params.id, ...typed }),
  done: 'withdraw',
})

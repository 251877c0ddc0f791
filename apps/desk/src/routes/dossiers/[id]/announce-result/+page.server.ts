import { announcementWays } from '@motcua/domain'
import { announcementErrors, oneOf } from '#lib/returning-form.ts'
import { actOf } from '#lib/server/act.ts'
import { getDossierFor } from '#lib/server/dossiers.ts'
import { text } from '#lib/server/form-data.ts'
import { deskWords } from '#lib/words/index.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  dossier: await getDossierFor(locals, params.id, 'announce-result'),
  ways: announcementWays,
})

export const actions = actOf({
  read({ locals }, posted) {
    const typed = { how: oneOf(announcementWays, text(posted, 'how')), note: text(posted, 'note') }
    return { typed, errors: announcementErrors(typed, deskWords(locals.locale)) }
  },
  send: ({ locals, params }, { typed: { how, note } }) =>
    locals.api.trpc.returning.announceResult.mutate({
      dossierId: params.id,
      how: how || 'phone',
      ...(note && { note }),
    }),
  done: 'announce',
})

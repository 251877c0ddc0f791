import { text } from '#lib/server/form-data.ts'
import { deskWords } from '#lib/words/index.ts'
import { dayOf, missing, momentOf, timeOf } from '#lib/work-form.ts'
import type { Instant } from '@motcua/api/client'
import { actOf } from '#lib/server/act.ts'
import { getDossierFor } from '#lib/server/dossiers.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  dossier: await getDossierFor(locals, params.id, 'plan-visit'),
})

export const actions = actOf({
  read({ locals }, posted) {
    const say = deskWords(locals.locale).planVisit
    const typed = {
      on: dayOf((name) => text(posted, name), 'on'),
      time: text(posted, 'time'),
      place: text(posted, 'place'),
      purpose: text(posted, 'purpose'),
    }
    return {
      typed,
      errors: [
        ...missing('on', momentOf(typed.on, '00:00'), say.onMissing),
        ...missing('time', timeOf(typed.time), say.timeMissing),
        ...missing('place', typed.place, say.placeMissing),
        ...missing('purpose', typed.purpose, say.purposeMissing),
      ],
    }
  },
  send: ({ locals, params }, { typed: { on, time, place, purpose } }) =>
    locals.api.trpc.processing.planVisit.mutate({
      dossierId: params.id,
      startsAt: (momentOf(on, time) ?? '') as Instant,
      place,
      purpose,
    }),
  done: 'visit-planned',
  refusedAt: ({ code }) =>
    code === 'later-than-promised' || code === 'due-already-past' ? '#on' : undefined,
})

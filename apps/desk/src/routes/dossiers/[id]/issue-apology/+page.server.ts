import { actOf, type ActEvent } from '#lib/server/act.ts'
import { getDossierFor } from '#lib/server/dossiers.ts'
import { orErrorPage } from '#lib/server/failures.ts'
import { apologyErrors, newDueOf, readApology, refusedAt, type TypedApology } from '#lib/apology-form.ts'
import { deskWords } from '#lib/words/index.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  dossier: await getDossierFor(locals, params.id, 'issue-apology'),
  view: await orErrorPage(locals.api.trpc.lateness.preview.query({ dossierId: params.id })),
})

export const actions = actOf({
  async read(event, posted) {
    const typed = readApology(posted)
    const errors = apologyErrors(typed, deskWords(event.locals.locale))
    if (errors.length > 0) return { typed, errors }
    const view = await previewOf(event, typed)
    const { refusal } = view
    return {
      // What the check page says of the new date and of who apologises, as the law answers it for what was typed.
      typed: { ...typed, newDueAt: view.newDueAt ?? '', signer: view.signer.answer ?? '' },
      errors:
        refusal && typed.newDueOn
          ? [{ href: refusedAt(refusal) ?? '#act', text: newDueOf(refusal, event.locals.locale) }]
          : [],
    }
  },

  send: ({ locals, params }, { typed }) =>
    locals.api.trpc.lateness.issueApology.mutate({
      dossierId: params.id,
      fault: typed.fault as 'agency',
      split: typed.split === 'yes',
      reason: typed.reason,
      ...(typed.newDueOn && { newDueOn: typed.newDueOn }),
      ...(typed.newDueTime && { newDueTime: typed.newDueTime }),
    }),
  done: 'apology',
  refusedAt,
})

function previewOf({ locals, params }: ActEvent, typed: TypedApology) {
  return orErrorPage(
    locals.api.trpc.lateness.preview.query({
      dossierId: params.id,
      fault: typed.fault as 'agency',
      split: typed.split === 'yes',
      ...(typed.newDueOn && { newDueOn: typed.newDueOn }),
      ...(typed.newDueTime && { newDueTime: typed.newDueTime }),
    }),
  )
}

import type { ShownError } from '@motcua/ui/field-errors'
import { tooLong } from '#lib/completion-request.ts'
import { actOf } from '#lib/server/act.ts'
import { getDossierFor } from '#lib/server/dossiers.ts'
import { orErrorPage } from '#lib/server/failures.ts'
import { text } from '#lib/server/form-data.ts'
import { deskWords, type Words } from '#lib/words/index.ts'
import type { PageServerLoad } from './$types'

const [mostNote, mostDocument] = [1000, 200]

export const load: PageServerLoad = async ({ locals, params }) => ({
  dossier: await getDossierFor(locals, params.id, 'pause-clock'),
  view: await orErrorPage(locals.api.trpc.clocks.preview.query({ dossierId: params.id })),
  limits: { note: mostNote, document: mostDocument },
})

export const actions = actOf({
  read({ locals }, posted) {
    const typed = {
      reason: text(posted, 'reason'),
      note: text(posted, 'note'),
      documentNo: text(posted, 'documentNo'),
    }
    return { typed, errors: errorsOf(typed, deskWords(locals.locale)) }
  },
  send: ({ locals, params }, { typed }) =>
    locals.api.trpc.clocks.pause.mutate({
      dossierId: params.id,
      ...typed,
      reason: typed.reason as 'consultation',
    }),
  done: 'pause',
  refusedAt: ({ code }) =>
    code === 'reason-missing' ? '#note' : code === 'document-missing' ? '#documentNo' : undefined,
})

function errorsOf(typed: { reason: string; note: string; documentNo: string }, say: Words): ShownError[] {
  const { pause } = say
  return [
    ...(Object.hasOwn(pause.reasons, typed.reason) ? [] : [{ href: '#reason', text: pause.reasonMissing }]),
    ...(typed.note ? [] : [{ href: '#note', text: pause.noteMissing }]),
    ...tooLong('#note', pause.note, typed.note, mostNote, say),
    ...(typed.documentNo ? [] : [{ href: '#documentNo', text: pause.documentMissing }]),
    ...tooLong('#documentNo', pause.documentNo, typed.documentNo, mostDocument, say),
  ]
}

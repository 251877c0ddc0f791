import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { pathIn } from '#lib/locale.ts'
import { mostNote, outcomes, resultErrors, type TypedResult } from '#lib/result-form.ts'
import { getDossierFor, orAlreadyDecided } from '#lib/server/dossiers.ts'
import { failureOf } from '#lib/server/failures.ts'
import { files, text } from '#lib/server/form-data.ts'
import { deskWords } from '#lib/words/index.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  dossier: await getDossierFor(locals, params.id, 'recordResult'),
  mostNote,
})

export const actions: Actions = {
  async check({ request, locals }) {
    const typed = readResult(await request.formData())
    const errors = resultErrors(typed, deskWords(locals.locale))
    return errors.length > 0 ? fail(400, { step: 'edit', typed, errors }) : { step: 'check', typed, errors }
  },

  async edit({ request }) {
    return { step: 'edit', typed: readResult(await request.formData()), errors: [] }
  },

  async send({ request, locals, params }) {
    const say = deskWords(locals.locale)
    const posted = await request.formData()
    const typed = readResult(posted)
    const errors = resultErrors(typed, say)
    if (errors.length > 0) return fail(400, { step: 'edit', typed, errors })
    try {
      await orAlreadyDecided(
        locals,
        params.id,
        record(locals, params.id, typed, files(posted, 'document')[0]),
      )
    } catch (thrown) {
      if (!isFileRefused(thrown)) throw thrown
      return fail(400, { step: 'check', typed, errors: [{ href: '#document', text: say.limits.file }] })
    }
    redirect(303, `${pathIn(locals.locale, `/dossiers/${params.id}`)}?done=record`)
  },
}

function readResult(posted: FormData): TypedResult {
  const outcome = outcomes.find((known) => known === text(posted, 'outcome')) ?? ''
  return { outcome, note: text(posted, 'note') }
}

async function record(
  { api }: RequestEvent['locals'],
  dossierId: string,
  { outcome, note }: TypedResult,
  document: File | undefined,
): Promise<void> {
  const form = new FormData()
  form.set('dossierId', dossierId)
  form.set('outcome', outcome)
  form.set('note', note)
  if (document) form.set('document', document)
  await api.trpc.dossier.recordResultWithDocument.mutate(form)
}

function isFileRefused(thrown: unknown): boolean {
  const failure = failureOf(thrown)
  return failure.kind === 'refused' && failure.refusal.code === 'file-not-accepted'
}

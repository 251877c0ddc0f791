import type { StaffDossierView } from '@motcua/api/client'
import { countRequired } from '#lib/paper-state.ts'
import { chosen, eachOf, mostAtOnce, readyFor } from '#lib/server/bulk.ts'
import { text } from '#lib/server/form-data.ts'
import { deskWords } from '#lib/words/index.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const { ids, tooMany } = chosen(url.searchParams)
  const { ready, left } = await readyFor(locals, ids, ['accept'])
  return { ready: ready.map(({ dossier }) => line(dossier)), left, tooMany: tooMany ? mostAtOnce : 0 }
}

export const actions: Actions = {
  /** Accepts each by itself, with the case it was filed as. */
  async accept({ locals, request }) {
    const posted = await request.formData()
    const items = chosen(posted).ids.map((id) => ({ id, number: text(posted, `number-${id}`) }))
    const say = deskWords(locals.locale).bulk.accept
    const outcomes = await eachOf(locals.locale, items, async (dossierId) => {
      const caseId = text(posted, `case-${dossierId}`)
      const { code } = await locals.api.trpc.intake.accept.mutate({ dossierId, caseId })
      return say.done(code)
    })
    return { outcomes }
  },
}

function line({ id, code, submissionNo, applicant, procedure, checklist, preview = [] }: StaffDossierView) {
  const { required, given } = countRequired(checklist)
  const promise = preview.find(({ caseId }) => caseId === procedure.caseId)
  return {
    id,
    number: code ?? submissionNo,
    applicant: applicant.fullName,
    procedure: procedure.name,
    caseId: procedure.caseId,
    caseName: procedure.caseName,
    dueAt: promise?.clock.dueAt ?? null,
    missing: required - given,
  }
}

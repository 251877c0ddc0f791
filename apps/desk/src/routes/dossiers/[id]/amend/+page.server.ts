import type { CivilDate, StaffDossierView } from '@motcua/api/client'
import { fieldsAlone } from '#lib/counter-form.ts'
import { checkPage } from '@motcua/domain'
import { readAnswers } from '@motcua/ui/date-parts'
import { shownErrors } from '@motcua/ui/field-errors'
import { actOf } from '#lib/server/act.ts'
import { broughtIn, scansIn } from '#lib/server/brought-in.ts'
import { getDossierFor } from '#lib/server/dossiers.ts'
import { text } from '#lib/server/form-data.ts'
import { changedAnswers } from '#lib/supply-form.ts'
import type { PageServerLoad } from './$types'

/** Whether a day lies in the future is for the office to say, whose clock is the one that counts. */
const endOfDays = '9999-12-31' as CivilDate

export const load: PageServerLoad = async ({ locals, params }) => {
  const dossier = await getDossierFor(locals, params.id, 'amend')
  return { dossier, page: wholeForm(dossier), papers: scannable(dossier) }
}

export const actions = actOf({
  async read({ locals, params }, posted) {
    const dossier = await getDossierFor(locals, params.id, 'amend')
    const page = wholeForm(dossier)
    const typed = { reason: text(posted, 'reason'), answers: readAnswers(posted, page.fields) }
    const checked = checkPage(page, typed.answers, { today: endOfDays })
    return {
      typed,
      answers: changedAnswers(dossier.answers, checked.answers),
      papers: scannable(dossier),
      fieldErrors: checked.errors,
      errors: shownErrors(checked.errors, page.fields, locals.locale),
    }
  },
  send: ({ locals, params }, { typed, answers, papers }, posted) =>
    locals.api.trpc.completion.amendAtCounter.mutate(
      broughtIn(
        { dossierId: params.id, answers, ...(typed.reason && { reason: typed.reason }) },
        scansIn(
          posted,
          papers.map(({ id }) => id),
        ),
      ),
    ),
  done: 'amend',
})

/** Every question of the dossier on one page; an officer fills in what the applicant changes. */
function wholeForm({ form }: StaffDossierView) {
  const fields = form.pages.flatMap(fieldsAlone).map((field) => ({ ...field, optional: true }))
  return { id: 'amend', title: { vi: '', en: '' }, fields }
}

function scannable({ checklist }: StaffDossierView) {
  return checklist.map(({ paper }) => paper).filter(({ presentedOnly }) => !presentedOnly)
}

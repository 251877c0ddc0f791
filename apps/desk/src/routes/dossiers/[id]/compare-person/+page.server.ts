import { error, fail } from '@sveltejs/kit'
import type { StaffDossierView } from '@motcua/api/client'
import type { Declared } from '#lib/population/compared.ts'
import { askPopulation, mayAsk } from '#lib/server/ask-population.ts'
import { getDossier } from '#lib/server/dossiers.ts'
import { text } from '#lib/server/form-data.ts'
import { mayAskPopulation } from '#lib/works-at-desk.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  if (!locals.staff || !mayAskPopulation(locals.staff)) error(403, 'forbidden')
  const [dossier, asks] = await Promise.all([getDossier(locals, params.id), mayAsk(locals)])
  return { dossier, asks, declared: declaredIn(dossier) }
}

export const actions = {
  async default({ locals, params, request }) {
    const dossier = await getDossier(locals, params.id)
    const asked = await askPopulation(locals, {
      purpose: text(await request.formData(), 'askPurpose'),
      procedureCode: dossier.procedure.code,
      declared: declaredIn(dossier),
      numberAt: '#askPurpose',
    })
    return asked.errors.length > 0 ? fail(400, asked) : asked
  },
} satisfies Actions

/** What the applicant declared of themselves, with the date of birth where the form asked for it. */
function declaredIn({ applicant, form, answers }: StaffDossierView): Declared {
  const { citizenId, fullName, address } = applicant
  const asked = form.pages.flatMap(({ fields }) => fields).find(({ prefill }) => prefill === 'birthDate')
  const birthDate = asked && answers[asked.id]
  return { citizenId, fullName, ...(birthDate && { birthDate }), ...(address && { address }) }
}

import { fail, redirect } from '@sveltejs/kit'
import type { CivilDate, FieldError, StaffDossierView } from '@motcua/api/client'
import { checkPage } from '@motcua/domain'
import { readAnswers } from '@motcua/ui/date-parts'
import { shownErrors } from '@motcua/ui/field-errors'
import { words } from '@motcua/ui/words'
import { pathIn, type Locale } from '#lib/locale.ts'
import { getDossierFor, orAlreadyDecided } from '#lib/server/dossiers.ts'
import { failureOf } from '#lib/server/failures.ts'
import { ticked } from '#lib/server/form-data.ts'
import { changedAnswers, supplyForm } from '#lib/supply-form.ts'
import { deskWords } from '#lib/words/index.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

/** Whether a day lies in the future is for the office to say, whose clock is the one that counts. */
const endOfDays = '9999-12-31' as CivilDate

export const load: PageServerLoad = async ({ locals, params }) => {
  const dossier = await getDossierFor(locals, params.id, 'supplyAtCounter')
  return { dossier, ...supplyForm(dossier) }
}

export const actions: Actions = {
  async check(event) {
    const supplied = await readSupply(event)
    const { typed, fieldErrors, errors } = supplied
    if (errors.length > 0) return fail(400, { step: 'edit', typed, fieldErrors, errors })
    return { step: 'check', typed, fieldErrors, errors }
  },

  async edit(event) {
    const { typed } = await readSupply(event)
    return { step: 'edit', typed, fieldErrors: [], errors: [] }
  },

  async send(event) {
    const { locals, params } = event
    const { typed, answers, fieldErrors, errors } = await readSupply(event)
    if (errors.length > 0) return fail(400, { step: 'edit', typed, fieldErrors, errors })
    const supplied = locals.api.trpc.intake.supplyAtCounter.mutate({
      dossierId: params.id,
      answers,
      handedIn: typed.handedIn,
    })
    try {
      await orAlreadyDecided(locals, params.id, supplied)
    } catch (thrown) {
      const failure = failureOf(thrown)
      if (failure.kind !== 'refused') throw thrown
      const error = { href: '#papers', text: words(locals.locale).refusals[failure.refusal.code] }
      return fail(400, { step: 'edit', typed, fieldErrors: [], errors: [error] })
    }
    redirect(303, `${pathIn(locals.locale, `/dossiers/${params.id}`)}?done=supply`)
  },
}

async function readSupply({ locals, params, request }: RequestEvent) {
  const dossier = await getDossierFor(locals, params.id, 'supplyAtCounter')
  const { page } = supplyForm(dossier)
  const posted = await request.formData()
  const typed = {
    handedIn: ticked(posted, 'handedIn'),
    answers: page ? readAnswers(posted, page.fields) : {},
  }
  const checked = page ? checkPage(page, typed.answers, { today: endOfDays }) : { answers: {}, errors: [] }
  const answers = changedAnswers(dossier.answers, checked.answers)
  const errors = supplyErrors(dossier, checked.errors, locals.locale)
  const isNothing = typed.handedIn.length === 0 && Object.keys(answers).length === 0 && errors.length === 0
  const nothing = { href: '#papers', text: deskWords(locals.locale).supply.nothing }
  return { typed, answers, fieldErrors: checked.errors, errors: isNothing ? [nothing] : errors }
}

function supplyErrors(dossier: StaffDossierView, errors: readonly FieldError[], locale: Locale) {
  return shownErrors(errors, supplyForm(dossier).page?.fields ?? [], locale)
}

import type { CivilDate } from '@motcua/api/client'
import { checkPage } from '@motcua/domain'
import { readAnswers } from '@motcua/ui/date-parts'
import { shownErrors } from '@motcua/ui/field-errors'
import { broughtIn, scansIn } from '#lib/server/brought-in.ts'
import { actOf } from '#lib/server/act.ts'
import { getDossierFor } from '#lib/server/dossiers.ts'
import { ticked } from '#lib/server/form-data.ts'
import { changedAnswers, supplyForm } from '#lib/supply-form.ts'
import { deskWords } from '#lib/words/index.ts'
import type { PageServerLoad } from './$types'

/** Whether a day lies in the future is for the office to say, whose clock is the one that counts. */
const endOfDays = '9999-12-31' as CivilDate

export const load: PageServerLoad = async ({ locals, params }) => {
  const dossier = await getDossierFor(locals, params.id, 'supply')
  return { dossier, ...supplyForm(dossier) }
}

export const actions = actOf({
  async read({ locals, params }, posted) {
    const dossier = await getDossierFor(locals, params.id, 'supply')
    const { page } = supplyForm(dossier)
    const typed = {
      handedIn: ticked(posted, 'handedIn'),
      answers: page ? readAnswers(posted, page.fields) : {},
    }
    const checked = page ? checkPage(page, typed.answers, { today: endOfDays }) : { answers: {}, errors: [] }
    const answers = changedAnswers(dossier.answers, checked.answers)
    const errors = shownErrors(checked.errors, page?.fields ?? [], locals.locale)
    const isNothing = typed.handedIn.length === 0 && Object.keys(answers).length === 0 && errors.length === 0
    const nothing = { href: '#papers', text: deskWords(locals.locale).supply.nothing }
    return { typed, answers, fieldErrors: checked.errors, errors: isNothing ? [nothing] : errors }
  },
  send: ({ locals, params }, { typed, answers }, posted) =>
    locals.api.trpc.completion.supplyAtCounter.mutate(
      broughtIn({ dossierId: params.id, answers, handedIn: typed.handedIn }, scansIn(posted, typed.handedIn)),
    ),
  done: 'supply',
  refusedAt: () => '#papers',
})

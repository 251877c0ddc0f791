import { fail } from '@sveltejs/kit'
import { words } from '@motcua/ui/words'
import { newPassword } from '#lib/new-password.ts'
import { failureOf } from '#lib/server/failures.ts'
import { tenantOf } from '#lib/server/invitations.ts'
import { goOn, readStep } from '#lib/server/steps.ts'
import { deskWords } from '#lib/words/index.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => {
  readStep(event)
}

export const actions: Actions = {
  async default(event) {
    const { locals, request } = event
    const { ticket, next } = readStep(event)
    const { password, errors } = newPassword(await request.formData(), locals.locale)
    if (errors.length > 0) return fail(400, { errors })
    const input = { tenant: tenantOf(ticket), ticket, password }
    const step = await locals.api.trpc.ownAccount.enterNewPassword.mutate(input).catch(failureOf)
    if (!('kind' in step)) return goOn(event, step, next)
    const say = deskWords(locals.locale).newPassword
    const said = step.kind === 'refused' ? words(locals.locale).refusals[step.refusal.code] : say.notNow
    return fail(400, { errors: [{ href: '#password', text: said }] })
  },
}

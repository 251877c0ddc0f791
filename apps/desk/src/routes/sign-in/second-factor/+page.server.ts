import { fail } from '@sveltejs/kit'
import { words } from '@motcua/ui/words'
import { failureOf } from '#lib/server/failures.ts'
import { text } from '#lib/server/form-data.ts'
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
    const code = text(await request.formData(), 'code')
    const say = deskWords(locals.locale).secondFactor
    if (!code) return fail(400, { errors: [{ href: '#code', text: say.missing }], waitMinutes: 0 })
    const input = { tenant: tenantOf(ticket), ticket, code: code.slice(0, 60) }
    const step = await locals.api.trpc.ownAccount.enterSecondFactor.mutate(input).catch(failureOf)
    if (!('kind' in step)) return goOn(event, step, next)
    if (step.kind === 'too-many') {
      return fail(429, { errors: [], waitMinutes: Math.ceil(step.retryAfterSeconds / 60) })
    }
    const said = step.kind === 'refused' ? words(locals.locale).refusals[step.refusal.code] : say.missing
    return fail(400, { errors: [{ href: '#code', text: said }], waitMinutes: 0 })
  },
}

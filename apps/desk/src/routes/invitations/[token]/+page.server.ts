import { fail, redirect } from '@sveltejs/kit'
import type { ShownError } from '@motcua/ui/field-errors'
import { words } from '@motcua/ui/words'
import { pathIn } from '#lib/locale.ts'
import { newPassword } from '#lib/new-password.ts'
import { failureOf } from '#lib/server/failures.ts'
import { readInvitation, tenantOf } from '#lib/server/invitations.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  invitation: await readInvitation(locals, params.token),
})

export const actions: Actions = {
  async default({ request, locals, params: { token } }) {
    const { password, errors } = newPassword(await request.formData(), locals.locale)
    if (errors.length > 0) return fail(400, { errors })
    try {
      const { username } = await locals.api.trpc.accounts.acceptInvitation.mutate({ token, password })
      const said = new URLSearchParams({ tenant: tenantOf(token), activated: username })
      redirect(303, `${pathIn(locals.locale, '/sign-in')}?${said}`)
    } catch (thrown) {
      const failure = failureOf(thrown)
      if (failure.kind !== 'refused') throw thrown
      const { code } = failure.refusal
      const errors: ShownError[] = [{ href: '#password', text: words(locals.locale).refusals[code] }]
      return fail(400, { errors })
    }
  },
}

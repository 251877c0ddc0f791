import { error, fail, redirect } from '@sveltejs/kit'
import type { ShownError } from '@motcua/ui/field-errors'
import { words } from '@motcua/ui/words'
import { pathIn } from '#lib/locale.ts'
import { newPassword } from '#lib/new-password.ts'
import { failureOf } from '#lib/server/failures.ts'
import { text } from '#lib/server/form-data.ts'
import { takeSession } from '#lib/server/take-session.ts'
import { deskWords } from '#lib/words/index.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  try {
    return { invitation: await locals.api.trpc.tenant.invitation.query({ token: params.token }) }
  } catch (thrown) {
    const { kind } = failureOf(thrown)
    if (kind === 'too-many') error(429, kind)
    return { invitation: null }
  }
}

export const actions: Actions = {
  async default(event) {
    const { request, locals, params } = event
    const posted = await request.formData()
    const typed = {
      fullName: text(posted, 'fullName'),
      username: text(posted, 'username'),
      email: text(posted, 'email'),
      agencyId: text(posted, 'agencyId'),
    }
    const { password, errors } = newPassword(posted, locals.locale)
    if (errors.length > 0) return fail(400, { typed, errors })
    const say = deskWords(locals.locale).firstAdministrator
    try {
      const { token } = params
      const { session } = await locals.api.trpc.tenant.becomeAdministrator.mutate({
        ...typed,
        password,
        token,
      })
      await takeSession(event, session)
    } catch (thrown) {
      const failure = failureOf(thrown)
      if (failure.kind === 'invalid') {
        const wrong: ShownError[] = failure.fields.map(({ field }) => ({
          href: `#${field}`,
          text: say.wrong[field] ?? say.void,
        }))
        return fail(400, { typed, errors: wrong })
      }
      // A body that is not in the list is one that was not chosen.
      if (failure.kind === 'not-found')
        return fail(400, { typed, errors: [{ href: '#agencyId', text: say.wrong['agencyId']! }] })
      if (failure.kind !== 'refused') throw thrown
      const { code } = failure.refusal
      return fail(400, { typed, errors: [{ href: '#username', text: words(locals.locale).refusals[code] }] })
    }
    redirect(303, pathIn(locals.locale, '/'))
  },
}

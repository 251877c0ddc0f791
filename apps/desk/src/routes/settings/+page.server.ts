import { redirect } from '@sveltejs/kit'
import { pathIn } from '#lib/locale.ts'
import { keepPreferences, themes } from '#lib/preferences.ts'
import { text } from '#lib/server/form-data.ts'
import { isSecure } from '#lib/server/session-cookie.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ url }) => ({ saved: url.searchParams.has('saved') })

export const actions: Actions = {
  async default({ request, cookies, url, locals }) {
    const posted = await request.formData()
    const theme = themes.find((known) => known === text(posted, 'theme')) ?? 'auto'
    keepPreferences(cookies, { theme, shortcuts: text(posted, 'shortcuts') !== 'off' }, isSecure(url))
    redirect(303, `${pathIn(locals.locale, '/settings')}?saved`)
  },
}

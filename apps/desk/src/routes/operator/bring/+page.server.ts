import { fail } from '@sveltejs/kit'
import { failureOf, orErrorPage } from '#lib/server/failures.ts'
import { files, text } from '#lib/server/form-data.ts'
import { pathIn } from '#lib/locale.ts'
import type { Actions } from './$types'

/** Most bytes of a ZIP, as the house takes it. */
const mostBytes = 2_000_000

export const actions = {
  async check({ request, locals }) {
    const posted = await request.formData()
    const overDesk = posted.get('overDesk') === 'on'
    const [file] = files(posted, 'file')
    if (!file) return fail(400, { overDesk, missing: true })
    if (file.size > mostBytes) return fail(400, { overDesk, large: true })
    const zip = Buffer.from(await file.arrayBuffer()).toString('base64')
    const found = await orErrorPage(locals.api.trpc.house.planProvince.mutate({ zip, overDesk }))
    // What was checked travels with the page, so that what is applied is what was read.
    return found.plan ? { overDesk, zip, found } : fail(400, { overDesk, found })
  },

  async apply({ request, locals, url }) {
    const posted = await request.formData()
    const overDesk = posted.get('overDesk') === 'on'
    const zip = text(posted, 'zip')
    const reason = text(posted, 'reason')
    const again = () => orErrorPage(locals.api.trpc.house.planProvince.mutate({ zip, overDesk }))
    if (reason === '' || reason.length > 500)
      return fail(400, { overDesk, zip, reason, noReason: true, found: await again() })
    const planned = { hash: text(posted, 'hash'), from: Number(text(posted, 'from')) }
    try {
      const order = { zip, overDesk, planned, reason }
      const { problems, applied } = await locals.api.trpc.house.applyProvince.mutate(order)
      if (!applied) return fail(400, { overDesk, found: { ...(await again()), problems } })
      const { invitation, ...rest } = applied
      const link = pathIn(locals.locale, `/first-administrator/${invitation?.token}`)
      const invited = invitation && { url: url.origin + link, expiresAt: invitation.expiresAt }
      return { applied: rest, invited }
    } catch (thrown) {
      if (failureOf(thrown).kind !== 'conflict') return orErrorPage(Promise.reject(thrown)) as never
      return fail(409, { overDesk, zip, reason, stale: true, found: await again() })
    }
  },
} satisfies Actions

import { fail, redirect } from '@sveltejs/kit'
import { words } from '@motcua/ui/words'
import { pathIn, plainPath } from '#lib/locale.ts'
import { text } from '#lib/server/form-data.ts'
import { failureOf } from '#lib/server/failures.ts'
import { goOn } from '#lib/server/steps.ts'
import { deskWords, type Words } from '#lib/words/index.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  if (locals.staff) redirect(303, pathIn(locals.locale, '/'))
  const tenants = await locals.api.trpc.tenant.list.query()
  return {
    tenants: tenants.map(({ id, name }) => ({ value: id, label: name })),
    tenant: url.searchParams.get('tenant') ?? '',
    signedOut: url.searchParams.has('signed-out'),
    sentHere: url.searchParams.has('next'),
    activated: url.searchParams.get('activated') ?? '',
  }
}

export const actions: Actions = {
  async default(event) {
    const { locals, request, url } = event
    const posted = await request.formData()
    const tenant = text(posted, 'tenant')
    const username = text(posted, 'username')
    const password = String(posted.get('password') ?? '')
    const typed = { tenant, username }

    const errors = missing({ tenant, username, password }, deskWords(locals.locale).signIn)
    if (errors.length > 0) return fail(400, { typed, errors, waitMinutes: 0 })
    const step = await locals.api.trpc.identity.signInStaff
      .mutate({ tenant, username, password })
      .catch(failureOf)
    if (!('kind' in step)) return goOn(event, step, nextPage(url, pathIn(locals.locale, '/')))
    if (step.kind === 'too-many') {
      return fail(429, { typed, errors: [], waitMinutes: Math.ceil(step.retryAfterSeconds / 60) })
    }
    const isLocked = step.kind === 'refused' && step.refusal.code === 'account-locked'
    const say = isLocked
      ? words(locals.locale).refusals['account-locked']
      : deskWords(locals.locale).signIn.wrong
    return fail(400, { typed, errors: [{ href: '#username', text: say }], waitMinutes: 0 })
  },
}

function missing(typed: Record<'tenant' | 'username' | 'password', string>, say: Words['signIn']) {
  const asked = [
    { field: 'tenant', text: say.tenantMissing },
    { field: 'username', text: say.usernameMissing },
    { field: 'password', text: say.passwordMissing },
  ] as const
  return asked.filter(({ field }) => !typed[field]).map(({ field, text }) => ({ href: `#${field}`, text }))
}

/** Where to go after signing in: a page of this desk and nowhere else. */
function nextPage(url: URL, otherwise: string): string {
  const next = url.searchParams.get('next')
  if (!next) return otherwise
  const address = new URL(next, url)
  if (address.origin !== url.origin || plainPath(address.pathname) === '/sign-in') return otherwise
  return address.pathname + address.search
}

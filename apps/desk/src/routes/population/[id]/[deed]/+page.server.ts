import { error, fail, redirect } from '@sveltejs/kit'
import { pathIn } from '#lib/locale.ts'
import { orErrorPage } from '#lib/server/failures.ts'
import { text } from '#lib/server/form-data.ts'
import { getRegistration, whyNot } from '#lib/server/population.ts'
import { deskWords } from '#lib/words/index.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const deeds = ['approve', 'reject', 'end', 'remove'] as const

/** What is to be done, to which registration, and whom it concerns. */
async function prepare({ locals, params, url }: Pick<RequestEvent, 'locals' | 'params' | 'url'>) {
  const deed = deeds.find((known) => known === params.deed) ?? error(404, 'not-found')
  const registration = await getRegistration(locals, params.id)
  const listed = registration.officers.filter(({ endedAt }) => !endedAt)
  const officer = url.searchParams.get('officer')
  const concerned = deed === 'remove' ? listed.filter(({ accountId }) => accountId === officer) : listed
  const decides = deed === 'approve' || deed === 'reject'
  if (!(decides ? registration.mayDecide : registration.mayEnd)) error(409, 'conflict')
  if (deed === 'remove' && concerned.length === 0) error(404, 'not-found')
  return { deed, registration, concerned }
}

export const load: PageServerLoad = async (event) => {
  const { terms } = await orErrorPage(event.locals.api.trpc.population.list.query({}))
  return { ...(await prepare(event)), terms }
}

export const actions: Actions = {
  async default(event) {
    const { locale, api } = event.locals
    const { deed, registration, concerned } = await prepare(event)
    const posted = await event.request.formData()
    const typed = { reason: text(posted, 'reason'), policeReference: text(posted, 'policeReference') }
    const { id } = registration
    const { reason, policeReference } = typed
    if (deed !== 'approve' && reason === '') {
      const errors = [{ href: '#reason', text: deskWords(locale).population.reasonMissing }]
      return fail(400, { typed, errors })
    }
    const { decide, end } = api.trpc.population
    try {
      if (deed === 'approve')
        await decide.mutate({ id, decision: 'approve', ...(policeReference && { policeReference }) })
      else if (deed === 'reject') await decide.mutate({ id, decision: 'reject', reason })
      else if (deed === 'end') await end.mutate({ id, reason })
      else for (const { accountId } of concerned) await end.mutate({ id, accountId, reason })
    } catch (thrown) {
      const href = deed === 'approve' ? '#policeReference' : '#reason'
      return fail(400, { typed, errors: [{ href, text: whyNot(thrown, locale) }] })
    }
    redirect(303, pathIn(locale, `/population?done=${deed}`))
  },
}

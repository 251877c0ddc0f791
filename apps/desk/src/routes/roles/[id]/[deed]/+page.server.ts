import { error, fail, redirect } from '@sveltejs/kit'
import { pathIn } from '#lib/locale.ts'
import { orErrorPage } from '#lib/server/failures.ts'
import { text } from '#lib/server/form-data.ts'
import { whyNot } from '#lib/server/population.ts'
import { deskWords } from '#lib/words/index.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const deeds = ['give', 'decline', 'take'] as const

/** What is to be done with which role, where the reader may do it. */
async function prepare({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) {
  const deed = deeds.find((known) => known === params.deed) ?? error(404, 'not-found')
  const { grants } = await orErrorPage(locals.api.trpc.officers.list.query({}))
  const grant = grants.find(({ id }) => id === params.id) ?? error(404, 'not-found')
  if (!(deed === 'take' ? grant.mayTake : grant.mayDecide)) error(409, 'conflict')
  return { deed, grant }
}

export const load: PageServerLoad = (event) => prepare(event)

export const actions: Actions = {
  async default(event) {
    const { locale, api } = event.locals
    const { deed, grant } = await prepare(event)
    const reason = text(await event.request.formData(), 'reason')
    if (deed === 'take' && reason.length < 3)
      return fail(400, { reason, wrong: deskWords(locale).access.reasonMissing })
    try {
      if (deed === 'take') await api.trpc.officers.take.mutate({ id: grant.id, reason })
      else await api.trpc.officers.decide.mutate({ id: grant.id, decision: deed })
    } catch (thrown) {
      return fail(400, { reason, wrong: whyNot(thrown, locale) })
    }
    redirect(303, pathIn(locale, `/roles?done=${deed === 'take' ? 'taken' : deed}`))
  },
}

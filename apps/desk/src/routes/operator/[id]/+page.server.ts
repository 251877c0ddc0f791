import { redirect } from '@sveltejs/kit'
import { pathIn } from '#lib/locale.ts'
import { orErrorPage } from '#lib/server/failures.ts'
import { stepsFrom } from '#lib/province-steps.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params: { id }, url }) => {
  const province = await orErrorPage(locals.api.trpc.house.province.query({ id }))
  return {
    province,
    steps: stepsFrom(province.standing),
    done: url.searchParams.has('done'),
    trialOpened: url.searchParams.has('trial'),
  }
}

export const actions: Actions = {
  async trial({ locals, params: { id } }) {
    await orErrorPage(locals.api.trpc.house.openTrial.mutate({ id }))
    redirect(303, `${pathIn(locals.locale, `/operator/${id}`)}?trial`)
  },
}

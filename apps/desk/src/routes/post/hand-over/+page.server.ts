import { fail, redirect } from '@sveltejs/kit'
import { words } from '@motcua/ui/words'
import { pathIn } from '#lib/locale.ts'
import { failureOf, orErrorPage } from '#lib/server/failures.ts'
import { text, ticked } from '#lib/server/form-data.ts'
import { postErrors } from '#lib/server/post.ts'
import { deskWords } from '#lib/words/index.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const { postal, fees } = locals.api.trpc
  const [{ collections }, held] = await Promise.all([
    orErrorPage(postal.round.query()),
    orErrorPage(fees.heldByPost.query()),
  ])
  const ready = collections.filter(({ ready }) => ready)
  const bodies = Map.groupBy(ready, ({ agencyId }) => agencyId)
  return {
    bodies: [...bodies].map(([id, rows]) => ({
      id,
      name: rows[0]!.agencyName,
      rows,
      key: crypto.randomUUID(),
    })),
    held,
    handedOver: url.searchParams.has('handedOver'),
  }
}

export const actions: Actions = {
  async prepare({ locals, request }) {
    const posted = await request.formData()
    const collectionIds = ticked(posted, 'collection')
    if (collectionIds.length === 0) {
      const errors = [
        { href: `#body-${text(posted, 'body')}`, text: deskWords(locals.locale).post.handOverForm.missing },
      ]
      return fail(400, { errors })
    }
    let handoverId: string
    try {
      const key = text(posted, 'key')
      handoverId = (await locals.api.trpc.postal.prepareHandOver.mutate({ key, collectionIds })).handoverId
    } catch (thrown) {
      return fail(400, { errors: postErrors(thrown, locals.locale) })
    }
    redirect(303, pathIn(locals.locale, `/hand-overs/${handoverId}`))
  },

  /** The money the post holds for the office, all of it (PT20-28.2). */
  async handOver({ locals, request }) {
    const total = Number(text(await request.formData(), 'total'))
    try {
      await locals.api.trpc.fees.handOverByPost.mutate({ total })
    } catch (thrown) {
      const failure = failureOf(thrown)
      if (failure.kind !== 'refused') throw thrown
      return fail(400, { wrong: words(locals.locale).refusals[failure.refusal.code] })
    }
    redirect(303, `${pathIn(locals.locale, '/post/hand-over')}?handedOver#held-post`)
  },
}

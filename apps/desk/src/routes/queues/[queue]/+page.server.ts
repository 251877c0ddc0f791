import { error } from '@sveltejs/kit'
import { orErrorPage } from '#lib/server/failures.ts'
import { queueNames } from '#lib/queues.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const queue = queueNames.find((name) => name === params.queue)
  if (!queue) error(404, 'no such queue')
  const q = url.searchParams.get('q')?.trim() || undefined
  const after = url.searchParams.get('after') ?? undefined
  const by = url.searchParams.get('by') ?? undefined
  return {
    view: await orErrorPage(locals.api.trpc.dossier.queue.query({ queue, q, after, by })),
    q: q ?? '',
    after: after ?? '',
  }
}

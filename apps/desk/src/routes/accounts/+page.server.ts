import { orErrorPage } from '#lib/server/failures.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  const text = (url.searchParams.get('q') ?? '').slice(0, 100)
  const [accounts, waiting] = await orErrorPage(
    Promise.all([
      api.trpc.accounts.list.query({ text }),
      api.trpc.accounts.requests.query({ over: url.searchParams.has('over') }),
    ]),
  )
  return { accounts, waiting, text, over: url.searchParams.has('over') }
}

import type { RequestEvent } from '@sveltejs/kit'
import type { Outputs } from '@motcua/api/client'

type Banners = Outputs['incidents']['banners']

const believedMs = 5000
const known = new Map<string, { until: number; banners: Banners }>()

/**
 * What stands across the top of every page: outages and announced maintenance. Asked at most every five seconds for a
 * host; where it cannot be asked, a page is shown without.
 */
export async function bannersFor({ locals, url }: RequestEvent): Promise<Banners> {
  const last = known.get(url.host)
  if (last && last.until > performance.now()) return last.banners
  const banners = await locals.api.trpc.incidents.banners.query().catch(() => last?.banners ?? [])
  known.set(url.host, { until: performance.now() + believedMs, banners })
  return banners
}

import type { Reroute } from '@sveltejs/kit/hooks'
import { withoutLocale } from '#lib/paths.ts'

/** Both languages share one set of routes: `/en/guide` is `/guide` in English. */
export const reroute: Reroute = ({ url }) => withoutLocale(url.pathname)

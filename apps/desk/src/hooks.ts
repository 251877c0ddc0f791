import type { Reroute } from '@sveltejs/kit/hooks'
import { plainPath } from '#lib/locale.ts'

/** Both languages share one set of routes. */
export const reroute: Reroute = ({ url }) => plainPath(url.pathname)

import { plainPath } from '#lib/locale.ts'
import type { LayoutServerLoad } from './$types'

/** What every page shows around its content: who works here, for which province, in which language. */
export const load: LayoutServerLoad = ({ locals, url }) => ({
  locale: locals.locale,
  preferences: locals.preferences,
  staff: locals.staff ?? null,
  operator: locals.operator,
  /** This page's address without its language, to offer it in the other one. */
  here: plainPath(url.pathname) + url.search,
})

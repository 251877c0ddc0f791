/** The two languages of the desk. Vietnamese stands at `/…`, English at `/en/…`. */
export type Locale = 'vi' | 'en'

const english = /^\/en(?=\/|$)/

export function localeOf(pathname: string): Locale {
  return english.test(pathname) ? 'en' : 'vi'
}

/** The same path without its language. */
export function plainPath(pathname: string): string {
  return pathname.replace(english, '') || '/'
}

/** The address of a page in a language: `/queues/new` → `/en/queues/new`. */
export function pathIn(locale: Locale, path: string): string {
  if (locale === 'vi') return path
  return path === '/' ? '/en' : `/en${path}`
}

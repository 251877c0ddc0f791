import type { Locale } from '@motcua/domain'

/** The language an address asks for: English below `/en`, Vietnamese everywhere else. */
export function localeOf(pathname: string): Locale {
  return pathname === '/en' || pathname.startsWith('/en/') ? 'en' : 'vi'
}

/** The address without its language: `/en/guide` → `/guide`, `/en` → `/`. */
export function withoutLocale(pathname: string): string {
  return localeOf(pathname) === 'en' ? pathname.slice('/en'.length) || '/' : pathname
}

/** The address of a page in a language; `path` is written without one. */
export function localized(locale: Locale, path: string): string {
  if (locale === 'vi') return path
  return path === '/' ? '/en' : `/en${path}`
}

/** The same page in the other language, its query kept; the name of a form action (`?/…`) is dropped. */
export function inOtherLocale(url: { pathname: string; searchParams: Iterable<[string, string]> }): string {
  const other = localeOf(url.pathname) === 'en' ? 'vi' : 'en'
  const query = new URLSearchParams([...url.searchParams].filter(([key]) => !key.startsWith('/')))
  const search = query.toString()
  return localized(other, withoutLocale(url.pathname)) + (search ? `?${search}` : '')
}

/** A path of this portal to go on to after signing in, or the fallback when what was asked is not one. */
export function safeNext(next: string | null, fallback: string): string {
  if (!next || !/^\/(?![/\\])/.test(next) || /[\\\p{Cc}]/u.test(next)) return fallback
  return next
}

import type { Cookies } from '@sveltejs/kit'

export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** How a person likes the desk: kept in their browser, for a year. */
export interface Preferences {
  theme: Theme
  /** Single-letter shortcuts can be switched off, for those who dictate or tremble (WCAG 2.1.4). */
  shortcuts: boolean
}

const themeCookie = 'motcua-desk-theme'
const shortcutsCookie = 'motcua-desk-shortcuts'

export function readPreferences(cookies: Cookies): Preferences {
  const theme = themes.find((known) => known === cookies.get(themeCookie)) ?? 'auto'
  return { theme, shortcuts: cookies.get(shortcutsCookie) !== 'off' }
}

export function keepPreferences(cookies: Cookies, { theme, shortcuts }: Preferences, secure: boolean): void {
  const kept = { path: '/', httpOnly: true, secure, sameSite: 'lax', maxAge: 365 * 24 * 3600 } as const
  cookies.set(themeCookie, theme, kept)
  cookies.set(shortcutsCookie, shortcuts ? 'on' : 'off', kept)
}

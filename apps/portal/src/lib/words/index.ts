import type { Locale } from '@motcua/domain'
import { en } from './en.ts'
import { vi } from './vi.ts'

export type Say = typeof vi

const dictionaries: Record<Locale, Say> = { vi, en }

/** The portal's own words in a reader's language. */
export function say(locale: Locale): Say {
  return dictionaries[locale]
}

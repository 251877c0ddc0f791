import type { Locale } from '#lib/locale.ts'
import { en } from './en.ts'
import { vi, type Words } from './vi.ts'

export type { Words }

const dictionaries: Record<Locale, Words> = { vi, en }

/** The desk's own words in a reader's language. Vietnamese is the original. */
export function deskWords(locale: Locale): Words {
  return dictionaries[locale]
}

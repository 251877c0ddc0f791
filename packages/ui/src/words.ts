import type { Locale } from '@motcua/domain'
import { en } from './words/en.ts'
import { vi, type Words } from './words/vi.ts'

export type { Words }

/** How near a running clock is to its due moment. */
export type Urgency = 'none' | 'in-time' | 'due-soon' | 'late'

const dictionaries = { vi, en }

/** The shared words in a reader's language. Vietnamese is the original. */
export function words(locale: Locale): Words {
  return dictionaries[locale]
}

import { page } from '$app/state'
import { words, type Words } from '@motcua/ui/words'
import type { Locale } from '@motcua/domain'
import type { TenantView } from './api-types.ts'
import { localized } from './paths.ts'
import { say, type Say } from './words/index.ts'

/** Where a page stands: its language, its province, its words, and the way to other pages in the same language. */
export interface Here {
  readonly locale: Locale
  readonly tenant: TenantView
  /** The portal's own words. */
  readonly say: Say
  /** Words shared with the desk. */
  readonly words: Words
  /** Hotline as it is read aloud, never broken over two lines. */
  readonly hotline: string
  /** Name of the portal, for titles. */
  readonly site: string
  /** Address of a page, written without language, in the language of this one. */
  to(path: string): string
}

/** Call it once in a component; its properties follow the page. */
export function here(): Here {
  return {
    get locale() {
      return page.data.locale
    },
    get tenant() {
      return page.data.tenant
    },
    get say() {
      return say(page.data.locale)
    },
    get words() {
      return words(page.data.locale)
    },
    get hotline() {
      return page.data.tenant.hotline.replaceAll(' ', '\u00a0')
    },
    get site() {
      return page.data.tenant.portalTitle[page.data.locale as Locale]
    },
    to: (path) => localized(page.data.locale, path),
  }
}

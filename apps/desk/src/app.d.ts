import type { Api } from '#lib/server/api.ts'
import type { Operator } from '#lib/server/operator.ts'
import type { Locale } from '#lib/locale.ts'
import type { Preferences } from '#lib/preferences.ts'
import type { Decided, StaffSession } from '#lib/views.ts'

declare global {
  namespace App {
    interface Locals {
      locale: Locale
      preferences: Preferences
      api: Api
      /** The staff member at work; absent only on the sign-in page. */
      staff?: StaffSession
      /** On the pages of those who run the house: who is at work, or null before signing in. Absent elsewhere. */
      operator?: Operator | null
      requestId: string
    }
    interface Error {
      /** By which a log line is found; shown to the person who reports a fault. */
      requestId?: string
      /** Who decided the dossier first, where that is why the page cannot be shown. */
      decided?: Decided
      /** True where a deed was opened that is not to be done now: not yet, or no longer. */
      notNow?: boolean
    }
    interface Platform {
      req: import('node:http').IncomingMessage & { motcua?: { fetch: typeof fetch } }
    }
  }
}

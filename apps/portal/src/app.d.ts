import type { Api, CitizenSession, TenantView } from '#lib/api-types.ts'
import type { Locale } from '@motcua/domain'

declare global {
  namespace App {
    interface Locals {
      locale: Locale
      api: Api
      tenant: TenantView
      /** The person who signed in; absent for a visitor. */
      citizen?: CitizenSession
      /** True where the browser presented a session that has ended. */
      expired?: true
      /** True where the office did not answer who asks, or of which province: what else is asked may fail too. */
      outage?: true
      requestId: string
    }
    interface PageData {
      locale: Locale
      tenant: TenantView
      /** Full name of the person who signed in. */
      citizenName: string | undefined
    }
    interface Error {
      /** By which a log line is found; shown so that a person can quote it on the telephone. */
      requestId?: string
      /** When to try again, where a limit on attempts was reached. */
      retryAfterSeconds?: number
    }
    interface Platform {
      req: import('node:http').IncomingMessage & { motcua?: { fetch: typeof fetch } }
    }
  }
}

import { createTRPCClient, httpLink, TRPCClientError, type TRPCClient } from '@trpc/client'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from './routers/index.ts'
import type { ErrorData } from './errors.ts'
import { plain } from './plain.ts'

/** What the trail holds, in words: plain data. */
export { deeds } from '@motcua/operations/audit/deeds'
export type { AppRouter } from './routers/index.ts'
export type { ErrorData } from './errors.ts'
export type * from '@motcua/operations/views'
export type * from '@motcua/domain'

export type Inputs = inferRouterInputs<AppRouter>
export type Outputs = inferRouterOutputs<AppRouter>

export interface ApiOptions {
  /** Address of the API, e.g. `http://api.internal:3300`; in one process any, as `fetch` never leaves it. */
  readonly url: string
  /** How to reach it: `fetch`, or the in-process one a server hands its windows. */
  readonly fetch: (input: URL | string, init?: RequestInit) => Promise<Response>
  /** What `identity.signIn` answered, kept in the window's own cookie. */
  readonly session?: string | undefined
  /** Host name the person asked for; it names the province. Desk: leave it out, the session names it. */
  readonly host?: string | undefined
  /** Network address of the person, for limits on attempts. */
  readonly address: string
  readonly locale: 'vi' | 'en'
  /** Shared secret of the front doors, needed over the network only. */
  readonly key?: string | undefined
}

export interface Api {
  /** The typed calls: `api.trpc.drafts.get.query({ id })`. */
  readonly trpc: TRPCClient<AppRouter>
  /** Plain HTTP for what is not JSON: `/files/<id>`, `/slips/<dossierId>/<slip>.pdf`. */
  fetch(path: string, init?: RequestInit): Promise<Response>
}

/** The typed way from a window to the office, for one request of one person. */
export function createApi({ url, fetch, session, host, address, locale, key }: ApiOptions): Api {
  const headers: Record<string, string> = {
    'x-motcua-address': address,
    'accept-language': locale,
    ...(session && { authorization: `Bearer ${session}` }),
    ...(host && { 'x-motcua-host': host }),
    ...(key && { 'x-motcua-key': key }),
  }
  return {
    trpc: createTRPCClient<AppRouter>({
      links: [
        httpLink({
          url: new URL('/trpc', url),
          fetch: (input, init) => fetch(input as URL | string, init as RequestInit),
          headers,
          transformer: plain,
        }),
      ],
    }),
    fetch: (path, init) => fetch(new URL(path, url), { ...init, headers: { ...headers, ...init?.headers } }),
  }
}

/** An error the API answered, with the code and data a window needs to word it. */
export interface ApiError {
  readonly code: string
  readonly httpStatus: number
  readonly data: ErrorData
}

/** Reads an error caught around a call; undefined where it is something else (a bug, the network). */
export function apiError(error: unknown): ApiError | undefined {
  if (!(error instanceof TRPCClientError)) return undefined
  const data = (error as TRPCClientError<AppRouter>).data
  return data ? { code: data.code, httpStatus: data.httpStatus, data } : undefined
}

import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import { officials, openRegister, vneidPeople, type Register } from './people.ts'
import { openProvider, systems, type System } from './provider.ts'

/** An identity system that is open: its people and its provider. */
export interface OpenSystem {
  readonly system: System
  readonly provider: Provider
  readonly people: Register
}

/** Every identity system of the box, at the address at which it was opened. */
export function openSystems(
  url: string,
  client: { readonly id: string; readonly secret: string },
): ReadonlyMap<System, OpenSystem> {
  return new Map(
    systems.map((system) => {
      const people = openRegister(system === 'vneid' ? vneidPeople : officials)
      return [system, { system, people, provider: openProvider({ url, system, client, people }) }]
    }),
  )
}

/** Leads what speaks the protocol to its provider, and everything else on. */
export function beforeIdentity(
  open: () => ReadonlyMap<System, OpenSystem> | undefined,
  next: RequestListener,
): RequestListener {
  return (request: IncomingMessage & { originalUrl?: string }, response: ServerResponse) => {
    const found = /^\/(vneid|official-account)\/(?!interaction\/|\?|$)/.exec(request.url ?? '')
    const system = found && open()?.get(found[1] as System)
    if (!system) return next(request, response)
    request.originalUrl = request.url!
    request.url = request.url!.slice(found[0].length - 1)
    system.provider.callback()(request, response)
  }
}

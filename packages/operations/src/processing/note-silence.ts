import { append } from '@motcua/db'
import { noteSilence as decide, type Dossier, type EventOf, type Silence } from '@motcua/domain'
import { raise } from '../errands/alerts.ts'
import type { ErrandHandler, LaterErrand } from '../errands/handler.ts'
import { justAfter } from '../errands/moments.ts'
import { determine } from '../rules/determine.ts'
import type { Tenant } from '../tenants/tenant.ts'

/** When an opinion is asked, its silence is left to be looked for a second after its deadline. */
export function watchOpinion(
  _tenant: Tenant,
  _dossier: Dossier,
  { dueAt }: EventOf<'OpinionAsked'>,
): readonly LaterErrand<'note-silence'>[] {
  return [{ kind: 'note-silence', dueAt: justAfter(dueAt) }]
}

/**
 * Writes down that a body let the deadline of an opinion pass, and what the law makes of that: its silence is no consent
 * unless the law says so (AMB-21). The head of the one-stop section and the holder are told (ND118 19.4c).
 */
export const noteSilence: ErrandHandler = async (room) => {
  const { tx, tenant, now, dossier, event } = room
  if (event.type !== 'OpinionAsked') return undefined
  const { answer, basis } = determine<Silence | null>(tenant, 'consult.silence', { asOf: now })
  const terms = { meaning: answer ?? ('late-not-consent' as const), basis }
  const events = decide(dossier, { id: event.id, at: now }, terms)
  if (events.length === 0) return undefined
  await append(tx, dossier, events)
  await raise(room, 'opinion-overdue', ['head', 'holder'], event.dueAt)
  return undefined
}

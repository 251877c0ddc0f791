import { append, getDossierForUpdate } from '@motcua/db'
import { noteSilence as decide, type Silence } from '@motcua/domain'
import type { Room } from '../operation.ts'
import { determine } from '../rules/determine.ts'

/**
 * Writes down which bodies let the deadline of an opinion pass, and what the law makes of that: their silence is no
 * consent unless it says so (AMB-21), and the head of the one-stop section is told where it says that (ND118 19.4c).
 */
export async function noteSilence(
  room: Pick<Room, 'tx' | 'tenant' | 'now'>,
  dossierId: string,
): Promise<void> {
  const { tx, tenant, now } = room
  const dossier = await getDossierForUpdate(tx, dossierId)
  const work = 'work' in dossier ? dossier.work : undefined
  const { answer, basis } = determine<Silence | null>(tenant, 'consult.silence', { asOf: now })
  const terms = { meaning: answer ?? ('late-not-consent' as const), basis }
  const events = (work?.opinions ?? []).flatMap(({ id }) => decide(dossier, { id, at: now }, terms))
  await append(tx, dossier, events)
}

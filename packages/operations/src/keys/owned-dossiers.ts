import { instant } from '@motcua/calendar'
import { eventsOf, getDossier, listOwned, logRead, type DossierLine, type PlaceInList } from '@motcua/db'
import { Forbidden, NotFound, type Actor, type Dossier, type KeyOwner, type Phase } from '@motcua/domain'
import { z } from 'zod'
import { maskName } from '../dossier/mask-name.ts'
import { timelineOf } from '../dossier/timeline.ts'
import { operation, reading } from '../operation.ts'
import type { Client } from './admit-call.ts'
import type { OwnedDossierDetail, OwnedDossiersView, OwnedDossierView } from './views.ts'

/** Most dossiers on one page. */
export const mostOwned = 100

/** Dossiers of a key's owner, page by page, the latest filed first. */
export const listOwnedDossiers = reading({
  name: 'keys.dossiers',
  may: 'key:dossiers',
  input: z.object({
    limit: z.int().min(1).max(mostOwned).default(50),
    after: z.string().max(80).optional(),
    phase: z.custom<Phase>((phase) => typeof phase === 'string').optional(),
  }),

  async run({ tx, actor }, { limit, after, phase }): Promise<OwnedDossiersView> {
    const { owner } = clientOf(actor)
    const place = after === undefined ? undefined : placeIn(after)
    const lines = await listOwned(tx, owner, {
      limit: limit + 1,
      ...(place && { after: place }),
      ...(phase && { phase }),
    })
    const page = lines.slice(0, limit)
    const last = page.at(-1)
    return {
      dossiers: page.map(lineView),
      ...(lines.length > limit && last && { next: `${last.submittedAt}~${last.id}` }),
    }
  },
})

/** One dossier of a key's owner. Reading it is written down, as every reading of a person's data is. */
export const getOwnedDossier = operation({
  name: 'keys.dossier',
  may: 'key:dossiers',
  input: z.object({ id: z.uuid() }),

  async run({ tx, actor, now }, { id }): Promise<OwnedDossierDetail> {
    const { owner } = clientOf(actor)
    const dossier = await getDossier(tx, id)
    if (!isOf(owner, dossier)) throw new NotFound('dossier')
    const events = await eventsOf(tx, id)
    await logRead(tx, { actor, thing: 'dossier', thingId: id, why: 'keys.dossier', at: now })
    const { submissionNo, phase, procedure, agencyId, applicant, submittedAt } = dossier
    const accepted = 'code' in dossier ? dossier : undefined
    const clock = accepted?.processingClock ?? dossier.intakeClock
    return {
      id,
      submissionNo,
      ...(accepted?.code && { code: accepted.code }),
      phase,
      procedureCode: procedure.code,
      procedureName: procedure.name,
      agencyId,
      applicant: maskName(applicant.fullName),
      submittedAt,
      dueAt: clock.dueAt,
      ...(accepted?.acceptedAt && { acceptedAt: accepted.acceptedAt }),
      clock,
      timeline: timelineOf(events, 'applicant').map(({ at, type, title }) => ({ at, type, title })),
    }
  },
})

function clientOf(actor: Actor): Client {
  if (actor.kind !== 'client') throw new Forbidden('key:dossiers')
  return actor
}

function isOf(owner: KeyOwner, dossier: Dossier): boolean {
  return owner.kind === 'agency'
    ? dossier.agencyId === owner.agencyId
    : dossier.applicant.accountId === owner.accountId
}

function placeIn(text: string): PlaceInList {
  const [submittedAt = '', id = ''] = text.split('~')
  if (!z.uuid().safeParse(id).success) throw new NotFound('page')
  try {
    return { submittedAt: instant(submittedAt), id }
  } catch {
    throw new NotFound('page')
  }
}

function lineView(line: DossierLine): OwnedDossierView {
  const { id, submissionNo, code, phase, procedureCode, procedureName, agencyId, submittedAt, dueAt } = line
  return {
    id,
    submissionNo,
    ...(code !== undefined && { code }),
    phase,
    procedureCode,
    procedureName,
    agencyId,
    applicant: maskName(line.applicantName),
    submittedAt,
    dueAt,
  }
}

import type { CivilDate, Moment } from '@motcua/calendar'
import { dateOfMoment } from '../evaluate/say.ts'
import { type Population, type Standing, standingOf } from '../vocabulary/figures.ts'

/** A dossier as figures count it. `standing` is what `dossier.standing` answers at the end of the period. */
export interface CountedDossier {
  readonly acceptedAt: Moment
  readonly resultAt?: Moment
  readonly online: boolean
  readonly standing: Standing | null
  /** The applicant took it back: it belongs to no population (AMB-13g). */
  readonly withdrawn?: boolean
}

/** A period with both its days. */
export interface Period {
  readonly from: CivilDate
  readonly to: CivilDate
}

/** Standings that a dossier has once it has a result. */
const settledStandings: ReadonlySet<string> = new Set(['early', 'on-time', 'early-or-on-time', 'late'])

/**
 * Whether a dossier is counted in a population of a period. Days are those of Vietnam. A dossier settled in an earlier
 * period is in none of this one; one settled after it is open in it.
 */
export function belongsTo(population: Population, dossier: CountedDossier, { from, to }: Period): boolean {
  if (dossier.withdrawn) return false
  const acceptedOn = dateOfMoment(dossier.acceptedAt)
  const resultOn = dossier.resultAt === undefined ? undefined : dateOfMoment(dossier.resultAt)
  const here = acceptedOn <= to
  const settled = here && resultOn !== undefined && resultOn >= from && resultOn <= to
  const open = here && (resultOn === undefined || resultOn > to)
  const standing = standingOf(population)
  if (standing) return dossier.standing === standing && (settledStandings.has(standing) ? settled : open)
  switch (population) {
    case 'received-total':
      return here && acceptedOn >= from
    case 'filed-online':
      return here && acceptedOn >= from && dossier.online
    case 'carried-over-total':
      return acceptedOn < from && (resultOn === undefined || resultOn >= from)
    case 'resolved-total':
    case 'scored-total':
      return settled
    case 'pending-total':
      return open
    default:
      // Points are no dossiers, and the standings are told above.
      return false
  }
}

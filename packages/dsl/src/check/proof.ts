import { type Moment, fromMoment } from '@motcua/calendar'
import { sha256, stableJson } from '../compile/stable.ts'
import type { Direction } from './floor/direction.ts'
import type { Verdict } from './floor/verdict.ts'

/** One thing that was proven of a law, or found not to hold, and over what. */
export interface Proof {
  readonly proves: 'floor' | 'timeline' | 'shift'
  readonly question: string
  readonly act: string
  /** The national act it is measured against, or the question it must agree with. */
  readonly floor?: string
  readonly direction?: Direction
  readonly verdict: Verdict['is'] | 'inherited' | 'possible' | 'impossible' | 'redundant' | 'moves'
  readonly from: Moment
  readonly to: Moment
  /** Which office's time: the same text for the same days and hours. */
  readonly office: string
  /** Cells it holds in, of all cells of the question. */
  readonly cells?: number
  readonly of?: number
  /** Minutes it was worked over, and in how many evaluations. */
  readonly minutes?: number
  readonly stretches?: number
}

/** A proof for keeping: plain JSON, dates in words, the calendar as a hash, so that anyone may run it again. */
export interface CertifiedProof extends Omit<Proof, 'from' | 'to' | 'office'> {
  readonly from: string
  readonly to: string
  readonly calendar: string
}

/** What was proven of a program, to be kept with it. */
export interface Certificate {
  readonly format: 1
  /** Hash of the program. */
  readonly program: string
  readonly proofs: readonly CertifiedProof[]
  /** Hash of the proofs, for a signature. */
  readonly hash: string
}

/** Writes proofs down as a certificate of the program they were found of. */
export function certificateOf(program: { readonly hash: string }, proofs: readonly Proof[]): Certificate {
  const calendars = new Map<string, string>()
  const calendarHash = (key: string) => {
    if (!calendars.has(key)) calendars.set(key, sha256(key))
    return calendars.get(key)!
  }
  const certified = proofs.map(({ from, to, office, ...proof }) => ({
    ...proof,
    from: fromMoment(from),
    to: fromMoment(to),
    calendar: calendarHash(office),
  }))
  return {
    format: 1,
    program: program.hash,
    proofs: certified,
    hash: sha256(stableJson({ program: program.hash, proofs: certified })),
  }
}

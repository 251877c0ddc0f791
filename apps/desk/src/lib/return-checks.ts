import { verdictOf, type LegalBasis } from '@motcua/domain'
import type { ReturningView, StaffDossierView } from '@motcua/api/client'

/** One thing that must be so before a result is returned. */
export interface ReturnCheck {
  readonly name: 'originals' | 'fee' | 'seal' | 'early'
  readonly state: 'done' | 'open' | 'electronic-only'
  readonly basis: readonly LegalBasis[]
}

/** What the law wants before the hand-over of this dossier, and whether it is so. What it does not want is left out. */
export function returnChecks(
  { fee, result }: Pick<StaffDossierView, 'fee' | 'result'>,
  { originals, early, sealNeeded, sealBasis }: ReturningView,
): ReturnCheck[] {
  const done = (is: boolean): 'done' | 'open' => (is ? 'done' : 'open')
  const { check } = originals
  const isSealed = result?.seal !== undefined || verdictOf(result?.document?.signatures ?? []) === 'valid'
  const checks: (ReturnCheck | false)[] = [
    (originals.needed || check?.outcome === 'differ') && {
      name: 'originals',
      state: done(check?.outcome === 'match'),
      basis: originals.basis,
    },
    fee !== undefined && { name: 'fee', state: done(fee.paid !== undefined), basis: fee.basis },
    sealNeeded && { name: 'seal', state: isSealed ? 'done' : 'electronic-only', basis: sealBasis },
    early.notice &&
      early.isEarly && {
        name: 'early',
        state: done(early.told || result?.announced !== undefined),
        basis: early.basis,
      },
  ]
  return checks.filter((check) => check !== false)
}

import { filed } from '../dossier/kept.ts'
import type { Evolvers } from '../dossier/evolve.ts'
import type { IntakeEvent } from './events.ts'

export const evolveIntake: Evolvers<Exclude<IntakeEvent, { type: 'DossierSubmitted' }>> = {
  IntakeRefused: (dossier, { type: _, ...refusal }) => ({ ...filed(dossier), phase: 'refused', refusal }),

  DossierRedirected(dossier, { toAgencyId, receiptDay, intakeClock }) {
    const { receiptDay: _before, ...rest } = filed(dossier)
    return {
      ...rest,
      phase: 'submitted',
      agencyId: toAgencyId,
      ...(receiptDay && { receiptDay }),
      intakeClock,
    }
  },

  DossierAccepted(
    dossier,
    { code, at: acceptedAt, by: acceptedBy, procedure, withoutSlip, processingClock },
  ) {
    return {
      ...filed(dossier),
      phase: 'processing',
      ...(procedure && { procedure }),
      code,
      acceptedAt,
      acceptedBy,
      ...(withoutSlip && { withoutSlip }),
      processingClock,
    }
  },
}

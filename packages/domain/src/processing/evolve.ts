import { processing } from '../dossier/kept.ts'
import type { Evolvers } from '../dossier/evolve.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { ProcessingEvent } from './events.ts'
import type { Work } from './work.ts'

export const evolveProcessing: Evolvers<ProcessingEvent> = {
  WorkStarted: (dossier, { at, work }) => withWork(dossier, () => ({ ...work, since: at })),

  StepAssigned: (dossier, { holder }) => withWork(dossier, (work) => ({ ...work!, holder })),

  StepDone: (dossier, { at, nextStepId }) => withWork(dossier, (work) => moved(work!, nextStepId, at)),

  StepSentBack: (dossier, { at, toStepId }) => withWork(dossier, (work) => moved(work!, toStepId, at)),

  DossierReassigned: (dossier, { toAgencyId }) => ({ ...dossier, agencyId: toAgencyId }),
}

function withWork(dossier: Dossier, change: (work: Work | undefined) => Work): Dossier {
  const before = processing(dossier)
  return { ...before, work: change(before.work) }
}

function moved({ holder: _, ...work }: Work, stepId: string, at: Work['since']): Work {
  return { ...work, at: stepId, since: at }
}

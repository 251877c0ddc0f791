import type { Dossier } from '../dossier/dossier.ts'
import type { Evolvers } from '../dossier/evolve.ts'
import { accepted, isAccepted, processing } from '../dossier/kept.ts'
import type { Result, ReturningEvent } from './events.ts'

export const evolveReturning: Evolvers<ReturningEvent> = {
  ResultRecorded: (dossier, { type: _, ...result }) => ({ ...processing(dossier), phase: 'decided', result }),

  OriginalsCompared(dossier, { type: _, ...originals }) {
    if (!isAccepted(dossier)) throw new Error('originals are compared after acceptance')
    return { ...dossier, originals }
  },

  ResultSealed: (dossier, { type: _, document, ...seal }) =>
    withResult(dossier, (result) => ({ ...result, document, seal })),

  ResultAnnounced: (dossier, { at, by, how }) =>
    withResult(dossier, (result) => ({ ...result, announced: { at, by, how } })),

  ResultCorrected(dossier, { at, by, reason, document }) {
    const {
      document: replaced,
      seal: _,
      announced: _announced,
      corrections = [],
      ...rest
    } = resultOf(dossier)
    const correction = { at, by, reason, ...(replaced && { replaced }) }
    const result = { ...rest, ...(document && { document }), corrections: [...corrections, correction] }
    return { ...accepted(dossier), phase: 'decided', result }
  },

  ResultHandedOver(dossier, { type: _, ...handOver }) {
    if (dossier.phase !== 'decided') throw new Error('what is handed over is a result')
    return { ...accepted(dossier), phase: 'returned', result: dossier.result, handOver }
  },
}

function withResult(dossier: Dossier, change: (result: Result) => Result): Dossier {
  if (dossier.phase !== 'decided') throw new Error('the dossier has no result that waits')
  return { ...dossier, result: change(dossier.result) }
}

function resultOf(dossier: Dossier): Result {
  if (dossier.phase !== 'decided' && dossier.phase !== 'returned')
    throw new Error('the dossier has no result')
  return dossier.result
}

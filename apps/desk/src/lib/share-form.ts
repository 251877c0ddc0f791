import type { ShownError } from '@motcua/ui/field-errors'
import type { Words } from './words/index.ts'
import { missing } from './work-form.ts'

/** Bodies that can be named on the page at once. */
export const mostShares = 5

/** How an inter-agency dossier is sent on its way, as typed. */
export interface TypedSharing {
  medium: string
  leadAgencyId: string
  shares: { agencyId: string; task: string; hours: string }[]
}

/** Reads the posted rows; those without a body are left out. */
export function readShares(text: (name: string) => string): TypedSharing {
  const rows = Array.from({ length: mostShares }, (_, at) => ({
    agencyId: text(`agencyId-${at + 1}`),
    task: text(`task-${at + 1}`),
    hours: text(`hours-${at + 1}`),
  }))
  return {
    medium: text('medium'),
    leadAgencyId: text('leadAgencyId'),
    shares: rows.filter(({ agencyId }) => agencyId),
  }
}

/** What is carried to the page that checks it. */
export function carryShares({ medium, leadAgencyId, shares }: TypedSharing): [string, string][] {
  return [
    ['medium', medium],
    ['leadAgencyId', leadAgencyId],
    ...shares.flatMap(({ agencyId, task, hours }, at): [string, string][] => [
      [`agencyId-${at + 1}`, agencyId],
      [`task-${at + 1}`, task],
      [`hours-${at + 1}`, hours],
    ]),
  ]
}

/** What is wrong with it, before the law is asked. */
export function shareErrors({ medium, leadAgencyId, shares }: TypedSharing, words: Words): ShownError[] {
  const say = words.shareWork
  return [
    ...missing('medium', medium === 'paper' || medium === 'electronic', say.mediumMissing),
    ...missing('leadAgencyId', leadAgencyId, say.leadMissing),
    ...missing('agencyId-1', shares.length > 0, say.sharesMissing),
    ...shares.flatMap(({ task, hours }, at) => [
      ...missing(`task-${at + 1}`, task, say.taskMissing(at + 1)),
      ...missing(`hours-${at + 1}`, Number(hours.replace(',', '.')) > 0, say.hoursMissing(at + 1)),
    ]),
  ]
}

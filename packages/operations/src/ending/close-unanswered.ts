import { closeDossier, type ClosingTerms } from '@motcua/domain'
import type { ErrandHandler } from '../errands/handler.ts'
import { wordMoment } from '../notices/wording.ts'
import { record } from '../record.ts'
import { determine } from '../rules/determine.ts'

/**
 * Closes a dossier that nobody completed in the time the law gives, where the law of the day of the request closes it
 * (ND118 19.5). One that was completed, stopped or asked again meanwhile has moved on.
 */
export const closeUnanswered: ErrandHandler = async (room) => {
  const { dossier, event, tenant, now } = room
  if (dossier.phase !== 'supplement-requested' || dossier.request.at !== event.at) return undefined
  const end: ClosingTerms['end'] = determine(tenant, 'supplement.end', { asOf: event.at })
  const dueAt = dossier.request.window?.dueAt
  if (!dueAt || end.answer === null) return undefined
  const reason = `Người nộp không bổ sung hồ sơ trong thời gian quy định (đến ${wordMoment(dueAt, 'vi')}).`
  await record(room, dossier, closeDossier(dossier, { at: now, by: 'Hệ thống', reason }, { end }))
  return undefined
}

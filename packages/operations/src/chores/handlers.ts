import { warnOfBackups } from '../backups/warn-backup.ts'
import { takeRequestEffect } from '../accounts/take-effect.ts'
import { publishOnDay, watchProcedure } from '../catalogue/watch-procedure.ts'
import { tellApplicants } from '../incidents/tell-applicants.ts'
import { sendLetter, sendSecretLetter } from '../letters/send-letter.ts'
import type { ChoreHandler } from './handler.ts'

/** What is done when its time has come, by the name it was left under. One line each. */
export const choreHandlers = {
  'account-request-effect': takeRequestEffect,
  'publish-procedure': publishOnDay,
  'watch-procedure': watchProcedure,
  'tell-applicants': tellApplicants,
  'send-letter': sendLetter,
  'send-secret-letter': sendSecretLetter,
  'warn-of-backups': warnOfBackups,
} as const satisfies Record<string, ChoreHandler>

/** What may be left with `putChore`: each has a handler. */
export type ChoreKind = keyof typeof choreHandlers

/** Chores every province has one of, from its first edition on. Each gives the moment of its next time. */
export const standingChores: readonly ChoreKind[] = ['warn-of-backups']

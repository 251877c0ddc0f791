import { closeUnanswered } from '../ending/close-unanswered.ts'
import {
  sayApologyFallsDue,
  sayIntakeFallsDue,
  sayIntakeOverdue,
  sayNewDossier,
  sayPromiseBroken,
} from './alerts.ts'
import type { ErrandHandler } from './handler.ts'
import { noteSilence } from '../processing/note-silence.ts'
import { remindOfIntake, remindOfPromise } from './reminders.ts'

/** What is done when its time has come, by the name it was left under. One line each. */
export const handlers = {
  'alert-new-dossier': sayNewDossier,
  'alert-intake-due': sayIntakeFallsDue,
  'alert-intake-overdue': sayIntakeOverdue,
  'remind-of-intake': remindOfIntake,
  'alert-apology-due': sayApologyFallsDue,
  'alert-promise-broken': sayPromiseBroken,
  'remind-of-promise': remindOfPromise,
  'note-silence': noteSilence,
  'close-unanswered': closeUnanswered,
} as const satisfies Record<string, ErrandHandler>

/** What may be left for later with `putErrand`: each has a handler. */
export type ErrandKind = keyof typeof handlers

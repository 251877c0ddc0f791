import { accounts } from './en/accounts.ts'
import { acts } from './en/acts.ts'
import { access } from './en/access.ts'
import { audit } from './en/audit.ts'
import { backups } from './en/backups.ts'
import { camera } from './en/camera.ts'
import { catalogue } from './en/catalogue.ts'
import { counter } from './en/counter.ts'
import { deeds } from './en/deeds.ts'
import { dossier } from './en/dossier.ts'
import { errors } from './en/errors.ts'
import { filed } from './en/filed.ts'
import { fees } from './en/fees.ts'
import { firstAdministrator } from './en/first-administrator.ts'
import { frame } from './en/frame.ts'
import { keys } from './en/keys.ts'
import { incidents } from './en/incidents.ts'
import { lateness } from './en/lateness.ts'
import { operator } from './en/operator.ts'
import { ownAccount } from './en/own-account.ts'
import { population } from './en/population.ts'
import { post } from './en/post.ts'
import { processing } from './en/processing.ts'
import { queues } from './en/queues.ts'
import { returning } from './en/returning.ts'
import { slip } from './en/slip.ts'
import { workflow } from './en/workflow.ts'
import type { Words } from './vi.ts'

/** What the desk says in English. */
export const en: Words = {
  ...frame,
  ...firstAdministrator,
  ...accounts,
  ...ownAccount,
  ...operator,
  ...population,
  ...post,
  ...processing,
  ...filed,
  ...queues,
  ...keys,
  ...incidents,
  ...lateness,
  ...fees,
  ...dossier,
  ...acts,
  ...deeds,
  ...access,
  ...audit,
  ...backups,
  ...camera,
  ...catalogue,
  ...counter,
  ...returning,
  ...slip,
  ...workflow,
  ...errors,
}

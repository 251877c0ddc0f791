import { accounts } from './vi/accounts.ts'
import { acts } from './vi/acts.ts'
import { access } from './vi/access.ts'
import { audit } from './vi/audit.ts'
import { backups } from './vi/backups.ts'
import { camera } from './vi/camera.ts'
import { catalogue } from './vi/catalogue.ts'
import { counter } from './vi/counter.ts'
import { deeds } from './vi/deeds.ts'
import { dossier } from './vi/dossier.ts'
import { errors } from './vi/errors.ts'
import { filed } from './vi/filed.ts'
import { fees } from './vi/fees.ts'
import { firstAdministrator } from './vi/first-administrator.ts'
import { frame } from './vi/frame.ts'
import { keys } from './vi/keys.ts'
import { incidents } from './vi/incidents.ts'
import { lateness } from './vi/lateness.ts'
import { operator } from './vi/operator.ts'
import { ownAccount } from './vi/own-account.ts'
import { population } from './vi/population.ts'
import { post } from './vi/post.ts'
import { processing } from './vi/processing.ts'
import { queues } from './vi/queues.ts'
import { returning } from './vi/returning.ts'
import { slip } from './vi/slip.ts'
import { workflow } from './vi/workflow.ts'

/** What the desk says in Vietnamese. Words that the portal says too are in `@motcua/ui/words`. */
export const vi = {
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

/** Every word of the desk, in one language. */
export type Words = typeof vi

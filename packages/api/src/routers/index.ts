import { router } from '../procedure.ts'
import { accounts } from './accounts.ts'
import { audit } from './audit.ts'
import { agencies } from './agencies.ts'
import { backups } from './backups.ts'
import { incidents } from './incidents.ts'
import { catalogue } from './catalogue.ts'
import { clocks } from './clocks.ts'
import { completion } from './completion.ts'
import { dossier } from './dossier.ts'
import { drafts } from './drafts.ts'
import { errands } from './errands.ts'
import { ending } from './ending.ts'
import { holder } from './holder.ts'
import { house } from './house.ts'
import { identity } from './identity.ts'
import { fees } from './fees.ts'
import { intake } from './intake.ts'
import { ownAccount } from './own-account.ts'
import { papers } from './papers.ts'
import { officers } from './officers.ts'
import { population } from './population.ts'
import { postal } from './postal.ts'
import { keys } from './keys.ts'
import { lateness } from './lateness.ts'
import { processing } from './processing.ts'
import { returning } from './returning.ts'
import { slips } from './slips.ts'
import { tenant } from './tenant.ts'

/** Everything our own windows may ask, one router per room, one line per operation. */
export const appRouter = router({
  accounts,
  ownAccount,
  tenant,
  audit,
  agencies,
  backups,
  incidents,
  catalogue,
  holder,
  identity,
  house,
  drafts,
  intake,
  fees,
  completion,
  officers,
  population,
  postal,
  clocks,
  lateness,
  errands,
  ending,
  processing,
  returning,
  papers,
  keys,
  dossier,
  slips,
})
export type AppRouter = typeof appRouter

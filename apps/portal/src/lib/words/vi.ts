import { account } from './vi/account.ts'
import { holder } from './vi/holder.ts'
import { identity } from './vi/identity.ts'
import { catalogue } from './vi/catalogue.ts'
import { developers } from './vi/developers.ts'
import { dossier } from './vi/dossier.ts'
import { fees } from './vi/fees.ts'
import { filing } from './vi/filing.ts'
import { frame } from './vi/frame.ts'
import { lateness } from './vi/lateness.ts'
import { ownDeeds } from './vi/own-deeds.ts'
import { pages } from './vi/pages.ts'
import { papers } from './vi/papers.ts'
import { status } from './vi/status.ts'

/** What the portal says in Vietnamese, the original. Words the desk says too are in `@motcua/ui/words`. */
export const vi = {
  frame,
  catalogue,
  account,
  holder,
  identity,
  filing,
  dossier,
  lateness,
  fees,
  ownDeeds,
  pages,
  papers,
  developers,
  status,
}

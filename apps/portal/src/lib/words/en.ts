import { account } from './en/account.ts'
import { holder } from './en/holder.ts'
import { identity } from './en/identity.ts'
import { catalogue } from './en/catalogue.ts'
import { developers } from './en/developers.ts'
import { dossier } from './en/dossier.ts'
import { fees } from './en/fees.ts'
import { filing } from './en/filing.ts'
import { frame } from './en/frame.ts'
import { lateness } from './en/lateness.ts'
import { ownDeeds } from './en/own-deeds.ts'
import { pages } from './en/pages.ts'
import { papers } from './en/papers.ts'
import { status } from './en/status.ts'
import type { vi } from './vi.ts'

/** What the portal says in English. */
export const en: typeof vi = {
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

import { getDossier } from '@motcua/db'
import { NotFound } from '@motcua/domain'
import { z } from 'zod'
import { citizenOf } from '../drafts/own-draft.ts'
import { reading } from '../operation.ts'
import type { OwnDossierView } from '../views.ts'
import { ownView } from './own-view.ts'

/** A dossier as its applicant sees it. */
export const getOwn = reading({
  name: 'dossier.own',
  may: 'dossier:own',
  input: z.object({ id: z.uuid() }),

  async run(room, { id }): Promise<OwnDossierView> {
    const dossier = await getDossier(room.tx, id)
    if (dossier.applicant.accountId !== citizenOf(room.actor).accountId) throw new NotFound('dossier')
    return withoutWithheld(await ownView(room, dossier))
  },
})

/** The document of a result reaches the applicant by its hand-over, after all the law wants before it (AMB-26). */
function withoutWithheld({ result, ...view }: OwnDossierView): OwnDossierView {
  if (!result) return view
  if (view.phase === 'returned') return { ...view, result }
  const { document: _, corrections: _corrections, ...told } = result
  return { ...view, result: told }
}

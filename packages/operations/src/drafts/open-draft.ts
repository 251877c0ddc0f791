import { randomUUID } from 'node:crypto'
import { openDraft as openStored, saveDraft } from '@motcua/db'
import { Refused } from '@motcua/domain'
import { z } from 'zod'
import { filesOnline, procedureOf } from '../catalogue/procedure-view.ts'
import { operation } from '../operation.ts'
import { takeWhatIsNotAskedAgain } from '../papers/reuse.ts'
import { filingVia } from '../rules/determine.ts'
import type { DraftView } from '../views.ts'
import { draftView } from './draft-view.ts'
import { citizenOf } from './own-draft.ts'

/** The unfinished draft of this person for a procedure, or a new one. */
export const openDraft = operation({
  name: 'drafts.open',
  may: 'draft:own',
  input: z.object({ procedureCode: z.string() }),

  async run(room, { procedureCode }): Promise<DraftView> {
    const { tx, tenant, actor, now } = room
    const offered = procedureOf(tenant, procedureCode)
    if (!filesOnline(tenant, offered, now)) {
      throw new Refused({
        code: 'not-filed-here',
        data: { basis: filingVia(tenant, now).basis, level: offered.level },
      })
    }
    const { procedure, agencies } = offered
    const id = randomUUID()
    const draft = await openStored(tx, {
      id,
      accountId: citizenOf(actor).accountId,
      purpose: 'filing',
      procedureCode,
      // Where there is one case or one body there is nothing to choose.
      content: {
        answers: {},
        papers: [],
        ...(procedure.cases.length === 1 && { caseId: procedure.cases[0]!.id }),
        ...(agencies.length === 1 && { agencyId: agencies[0]!.id }),
      },
      at: now,
    })
    // Opened just now: what was handed in before and is still valid is not asked for again.
    const given = draft.id === id ? await takeWhatIsNotAskedAgain(room, draft, procedure.papers) : []
    if (given.length === 0) return draftView(room, draft)
    const content = { ...draft.content, papers: given }
    return draftView(room, await saveDraft(tx, draft, content, now))
  },
})

import { randomUUID } from 'node:crypto'
import { openDraft as openStored } from '@motcua/db'
import { Refused } from '@motcua/domain'
import { z } from 'zod'
import { filesOnline, procedureOf } from '../catalogue/procedure-view.ts'
import { operation } from '../operation.ts'
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
    const draft = await openStored(tx, {
      id: randomUUID(),
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
    return draftView(room, draft)
  },
})

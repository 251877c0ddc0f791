import { logRead } from '@motcua/db'
import {
  DayInput,
  extensionRefusal,
  faults,
  isTimely,
  reappointments,
  type ApologySigner,
  type Determination,
} from '@motcua/domain'
import { z } from 'zod'
import { getDossierAtDesk } from '../dossier/reach.ts'
import { operation } from '../operation.ts'
import { determine } from '../rules/determine.ts'
import type { ApologyView } from './views.ts'
import { factsOf } from './facts.ts'
import { isOneStop, momentOf } from './issue-apology.ts'
import { apologyTerms } from './terms.ts'

/** What an apology would be now: by whom, until when, how far the date may move, and why it may not. Nothing is done. */
export const previewApology = operation({
  name: 'lateness.previewApology',
  may: 'dossier:issue-apology',
  input: z.object({
    dossierId: z.uuid(),
    fault: z.enum(faults).default('agency'),
    split: z.boolean().default(false),
    newDueOn: DayInput.optional(),
    newDueTime: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .optional(),
  }),

  async run(room, { dossierId, fault, split, newDueOn, newDueTime }): Promise<ApologyView> {
    const { tx, tenant, actor, now } = room
    const dossier = await getDossierAtDesk(room, dossierId)
    await logRead(tx, { actor, thing: 'dossier', thingId: dossierId, why: 'lateness.preview', at: now })
    const facts = factsOf(dossier, now, { fault, split })
    const terms = apologyTerms(tenant, facts)
    const { dueAt } = facts.promise
    const timely = isTimely(now, dueAt, terms)
    const used = reappointments('apologies' in dossier ? dossier.apologies : undefined)
    const newDueAt = newDueOn === undefined ? undefined : momentOf(room, newDueOn, newDueTime)
    const asked = { timely, dueAt, ...(newDueAt !== undefined && { newDueAt }) }
    const byOthers = terms.extension.movedBy.answer === 'counter' && !isOneStop(actor)
    const refusal =
      newDueAt !== undefined && newDueAt <= dueAt
        ? { code: 'extension-not-later' as const, data: { dueAt } }
        : (extensionRefusal(used, asked, terms) ??
          (byOthers ? { code: 'date-moved-by-one-stop' as const } : undefined))
    const asOf = now
    return {
      dueAt,
      originalDueAt: facts.originalDueAt,
      timely,
      noticeBy: terms.noticeBy,
      used,
      most: terms.extension.times,
      longest: determine(tenant, 'extension.most', { limit: facts.limit, asOf }),
      latest: terms.extension.latest,
      signer: terms.signer as Determination<ApologySigner | null>,
      timing: determine(tenant, 'apology.timing', { split, asOf }),
      addressees: determine(tenant, 'apology.to', { asOf }),
      form: determine(tenant, 'apology.form', { asOf }),
      published: terms.published,
      ...(newDueAt !== undefined && { newDueAt }),
      ...(refusal && { refusal }),
    }
  },
})

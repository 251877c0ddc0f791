import { randomUUID } from 'node:crypto'
import {
  fileDossier,
  getAccount,
  getDossier,
  getDraft,
  type Account,
  type CitizenAccount,
  type Draft,
} from '@motcua/db'
import {
  evolve,
  NotFound,
  Refused,
  submitDossier,
  type Applicant,
  type Channel,
  type Form,
} from '@motcua/domain'
import { z } from 'zod'
import { procedureOf } from '../catalogue/procedure-view.ts'
import { citizenOf } from '../drafts/own-draft.ts'
import { errand } from '../operation.ts'
import { granted } from '../record.ts'
import { returnChannels } from '../rules/determine.ts'
import { filedProcedure, newSubmissionNo, submissionTerms } from './filing.ts'

/**
 * Files a draft: its dates are worked out once, with the law of this moment, and kept. The same draft is always the
 * same dossier, however often the button is pressed and in however many windows.
 */
export const submit = errand({
  name: 'intake.submit',
  may: 'draft:own',
  input: z.object({ draftId: z.uuid() }),

  async run({ db, tenant, actor, now }, { draftId }): Promise<{ dossierId: string; submissionNo: string }> {
    const { accountId } = citizenOf(actor)
    const { draft, account, dossier } = await db.read(tenant.id, async (tx) => {
      const [draft, account] = await Promise.all([
        getDraft(tx, draftId, accountId),
        getAccount(tx, accountId),
      ])
      return { draft, account, dossier: draft.finishedAt && (await getDossier(tx, draft.dossierId!)) }
    })
    if (dossier) return { dossierId: dossier.id, submissionNo: dossier.submissionNo }
    if (draft.purpose !== 'filing') throw new NotFound('draft')

    const offered = procedureOf(tenant, draft.procedureCode)
    const facts = { level: offered.level, mode: 'online', asOf: now } as const
    const { caseId, ...chosen } = choicesOf(draft, returnChannels(tenant, facts).preset)
    const decision = submitDossier(
      {
        ...chosen,
        id: randomUUID(),
        at: now,
        submissionNo: newSubmissionNo(now),
        procedure: filedProcedure(tenant, draft.procedureCode, caseId),
        applicant: applicantOf(account, offered.form, draft),
        mode: 'online',
        answers: draft.content.answers,
        papers: draft.content.papers,
      },
      submissionTerms(tenant, offered, {
        mode: 'online',
        now,
        filed: { caseId, answers: draft.content.answers },
      }),
    )
    const [event] = granted(decision)
    const filed = await fileDossier(db, tenant.id, {
      key: draftId,
      dossier: evolve(null, event!),
      event: event!,
      draft,
    })
    return { dossierId: filed.id, submissionNo: filed.submissionNo }
  },
})

/** What was chosen; the regulation's own choice where the applicant said nothing (LA19-10.2c). @throws Refused */
function choicesOf({ content }: Draft, preset: Channel | undefined) {
  const { caseId, agencyId, paymentChannel, returnChannel = preset } = content
  const missing = [!caseId && 'case', !agencyId && 'agencyId', !returnChannel && 'return-channel'].filter(
    Boolean,
  )
  if (!caseId || !agencyId || !returnChannel) {
    const errors = missing.map((field) => ({ field, code: 'required' }))
    throw new Refused({ code: 'answers-invalid', data: { errors } })
  }
  return { caseId, agencyId, returnChannel, ...(paymentChannel && { paymentChannel }) }
}

/** The person who files: as the form says, and as the account says where the form does not ask. */
function applicantOf(account: Account, form: Form, { content }: Draft): Applicant {
  const person = account as CitizenAccount
  const said = (what: 'fullName' | 'citizenId' | 'phone' | 'email' | 'address'): string | undefined => {
    const field = form.pages.flatMap(({ fields }) => fields).find(({ prefill }) => prefill === what)
    return (field && content.answers[field.id]) || person[what]
  }
  const [phone, email, address] = [said('phone'), said('email'), said('address')]
  return {
    accountId: person.id,
    fullName: said('fullName')!,
    citizenId: said('citizenId')!,
    ...(phone && { phone }),
    ...(email && { email }),
    ...(address && { address }),
  }
}

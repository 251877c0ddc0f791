import { createHash, randomUUID } from 'node:crypto'
import { append, fileDossierIn, findMessage, getDossierForUpdate, keepMessage, type Tx } from '@motcua/db'
import {
  Answers,
  channels,
  Conflict,
  evolve,
  NotFound,
  Refused,
  submitDossier,
  type Applicant,
  type CameBy,
} from '@motcua/domain'
import { z } from 'zod'
import { supply } from '../completion/supply.ts'
import { procedureOf } from '../catalogue/procedure-view.ts'
import { answer } from '../identity/answer.ts'
import { attachmentsOf, type CounterScan } from '../intake/counter-scan.ts'
import { filedProcedure, newSubmissionNo, submissionTerms } from '../intake/filing.ts'
import { keepScans } from '../intake/keep-scans.ts'
import { operation, type Room } from '../operation.ts'
import { granted } from '../record.ts'
import { returnChannels } from '../rules/determine.ts'

/** A number the other side gave. */
export const ExchangeId = z.string().regex(/^[\w.:-]{1,60}$/)

/** A paper as it comes over the line: its bytes in base64. */
const SentPaper = z
  .object({
    paperId: z.string().max(120),
    name: z.string().max(1000),
    content: z.base64(),
  })
  .transform(({ content, ...paper }): CounterScan => ({
    ...paper,
    bytes: new Uint8Array(Buffer.from(content, 'base64')),
  }))

/** What is sent back for a message; sent again, it is answered the same. */
export type ExchangeAnswer = Readonly<Record<string, string>>

/**
 * Takes in a dossier that was filed at the national portal, where the regulation names that one as the front door
 * (TQ25-17.1). The same number of the national portal is one dossier, however often it is sent.
 */
export const takeSubmission = operation({
  name: 'exchange.takeSubmission',
  may: 'exchange:take-in',
  input: z.object({
    /** The national portal's number of the filing. */
    id: ExchangeId,
    procedureCode: z.string(),
    caseId: z.string(),
    agencyId: z.string(),
    applicant: z.object({
      fullName: answer('text', { maxLength: 120 }),
      citizenId: answer('citizen-id'),
      phone: answer('phone').optional(),
      email: answer('email').optional(),
      address: answer('text', { maxLength: 300 }).optional(),
    }),
    answers: Answers.default({}),
    papers: z.array(SentPaper).max(100).default([]),
    returnChannel: z.enum(channels).optional(),
    paymentChannel: z.enum(channels).optional(),
    /** Body of another province that took it in for the applicant, regardless of boundaries (TQ25-22). */
    takenInBy: z.object({ name: z.string().trim().min(1).max(200) }).optional(),
  }),

  async run(room, { papers, ...filing }): Promise<ExchangeAnswer> {
    const { tx, tenant, now } = room
    const key = `national-portal ${filing.id}`
    const before = await answeredBefore(tx, key, filing)
    if (before) return before
    const offered = procedureOf(tenant, filing.procedureCode)
    if (!offered.agencies.some(({ id }) => id === filing.agencyId)) throw new NotFound('agency')
    const attachments = await attachmentsOf({ tenant, now }, papers, offered.procedure.papers)
    const facts = { level: offered.level, mode: 'online', asOf: now } as const
    const returns = returnChannels(tenant, facts)
    const returnChannel = filing.returnChannel ?? returns.preset ?? returns.channels[0]
    if (!returnChannel) throw new Refused({ code: 'channel-not-allowed', data: { allowed: [] } })
    const applicant = filing.applicant as Applicant
    const cameBy: CameBy = {
      nationalPortal: { id: filing.id },
      ...(filing.takenInBy && { takenInBy: filing.takenInBy }),
    }
    const decision = submitDossier(
      {
        id: randomUUID(),
        at: now,
        submissionNo: newSubmissionNo(now),
        procedure: filedProcedure(tenant, filing.procedureCode, filing.caseId),
        agencyId: filing.agencyId,
        applicant,
        mode: 'online',
        answers: withApplicant(filing.answers, applicant, offered.form, filing.agencyId),
        papers: attachments,
        returnChannel,
        ...(filing.paymentChannel && { paymentChannel: filing.paymentChannel }),
        cameBy,
      },
      submissionTerms(tenant, offered, { mode: 'online', now }),
    )
    const [event] = granted(decision)
    const filed = await fileDossierIn(tx, { key, dossier: evolve(null, event!), event: event! })
    if (filed.filed) await keepScans(room, filed.id, attachments, papers)
    return keep(room, key, filing, 'submission', filed.id, { submissionNo: filed.submissionNo })
  },
})

/** Takes in what the office asked for, supplied at the national portal (TQ25-18.1). Answers not named stay as they were. */
export const takeSupplement = operation({
  name: 'exchange.takeSupplement',
  may: 'exchange:take-in',
  input: z.object({
    id: ExchangeId,
    submissionId: ExchangeId,
    answers: Answers.default({}),
    papers: z.array(SentPaper).max(100).default([]),
  }),

  async run(room, { papers, ...supplement }): Promise<ExchangeAnswer> {
    const { tx, tenant, now } = room
    const key = `national-portal ${supplement.id}`
    const before = await answeredBefore(tx, key, supplement)
    if (before) return before
    const dossier = await filedUnder(tx, supplement.submissionId)
    const offered = procedureOf(tenant, dossier.procedure.code)
    const attachments = await attachmentsOf({ tenant, now }, papers, offered.procedure.papers)
    const replaced = new Set(attachments.map(({ paperId }) => paperId))
    const content = {
      answers: { ...dossier.answers, ...supplement.answers },
      papers: [...dossier.papers.filter(({ paperId }) => !replaced.has(paperId)), ...attachments],
    }
    await append(tx, dossier, granted(supply(tenant, dossier, content, { mode: 'online', now })))
    await keepScans(room, dossier.id, attachments, papers)
    return keep(room, key, supplement, 'supplement', dossier.id, { submissionNo: dossier.submissionNo })
  },
})

/** The dossier of a number of the national portal, locked. @throws NotFound */
export async function filedUnder(tx: Tx, submissionId: string) {
  const message = await findMessage(tx, `national-portal ${submissionId}`)
  if (message?.kind !== 'submission' || !message.dossierId) throw new NotFound('dossier')
  return getDossierForUpdate(tx, message.dossierId)
}

/** What was answered to this message before. @throws Conflict where another message came under its id */
export async function answeredBefore(
  tx: Tx,
  key: string,
  message: object,
): Promise<ExchangeAnswer | undefined> {
  const before = await findMessage(tx, key)
  if (!before) return undefined
  if (before.sha256 !== digestOf(message)) throw new Conflict('exchange message')
  return before.answer as ExchangeAnswer
}

/** Keeps a message with its answer, so that it is answered the same when it comes again. */
export async function keep(
  { tx, now }: Room,
  key: string,
  message: object,
  kind: string,
  dossierId: string,
  answer: ExchangeAnswer,
): Promise<ExchangeAnswer> {
  const kept = { id: key, kind, sha256: digestOf(message), dossierId, answer, receivedAt: now }
  return (await keepMessage(tx, kept)) ? answer : (await answeredBefore(tx, key, message))!
}

function digestOf(message: object): string {
  return createHash('sha256').update(JSON.stringify(message)).digest('hex')
}

/** The form's questions about the applicant are answered by the electronic identity. */
function withApplicant(
  answers: Answers,
  applicant: Applicant,
  form: {
    pages: readonly { fields: readonly { id: string; kind: string; prefill?: string | undefined }[] }[]
  },
  agencyId: string,
): Answers {
  const known = form.pages
    .flatMap(({ fields }) => fields)
    .flatMap(({ id, kind, prefill }) => {
      const value = kind === 'agency' ? agencyId : prefill && applicant[prefill as keyof Applicant]
      return value ? [[id, value] as const] : []
    })
  return { ...Object.fromEntries(known), ...answers }
}

import { randomUUID } from 'node:crypto'
import type { Instant } from '@motcua/calendar'
import { fileDossierIn } from '@motcua/db'
import {
  Answers,
  channels,
  evolve,
  Forbidden,
  submitDossier,
  type Actor,
  type Applicant,
  type Mandate,
} from '@motcua/domain'
import { z } from 'zod'
import { procedureOf } from '../catalogue/procedure-view.ts'
import { agenciesOf, staffOf } from '../dossier/reach.ts'
import { answer } from '../identity/answer.ts'
import { operation } from '../operation.ts'
import { granted } from '../record.ts'
import { attachmentsOf, CounterScan } from './counter-scan.ts'
import { filedProcedure, newSubmissionNo, submissionTerms } from './filing.ts'
import { boundaryFree } from '../rules/determine.ts'
import { agencyName } from '../tenants/agency-name.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { keepScans } from './keep-scans.ts'

/** Enters a dossier that was brought to the counter. It is then accepted, sent back or refused like any other. */
export const enterAtCounter = operation({
  name: 'intake.enterAtCounter',
  may: 'dossier:enter-at-counter',
  input: z.object({
    /** Chosen by the window, so that pressing twice enters one dossier. */
    key: z.uuid(),
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
    /** Who came for the applicant, and the paper that lets them (HN19-2.4). */
    agent: z
      .object({
        fullName: answer('text', { maxLength: 120 }),
        citizenId: answer('citizen-id').optional(),
        organisation: answer('text', { maxLength: 200 }).optional(),
        proof: answer('text', { maxLength: 300 }),
      })
      .optional(),
    answers: Answers.default({}),
    /** Ids of the papers handed in. */
    handedIn: z.array(z.string()).default([]),
    /** Papers scanned at the counter, whether they stay there or are given back. */
    scans: z.array(CounterScan).max(100).default([]),
    returnChannel: z.enum(channels),
    paymentChannel: z.enum(channels).optional(),
  }),

  async run(room, input): Promise<{ dossierId: string; submissionNo: string }> {
    const { tx, tenant, actor, now } = room
    const {
      key,
      procedureCode,
      caseId,
      agencyId,
      applicant,
      answers,
      handedIn,
      scans,
      returnChannel,
      paymentChannel,
      agent,
    } = input
    const offered = procedureOf(tenant, procedureCode)
    // An officer takes in what his own counter receives, and another's where the law asks after no boundaries (TQ25-22).
    const receives = offered.agencies.some(({ id }) => id === agencyId)
    const isOwn = agenciesOf(tenant, actor).includes(agencyId)
    if (!receives || (!isOwn && boundaryFree(tenant, now).answer !== true))
      throw new Forbidden('dossier:enter-at-counter')
    const papers = new Set(offered.procedure.papers.map(({ id }) => id))
    const attachments = await attachmentsOf({ tenant, now }, scans, offered.procedure.papers)
    const decision = submitDossier(
      {
        id: randomUUID(),
        at: now,
        submissionNo: newSubmissionNo(now),
        procedure: filedProcedure(tenant, procedureCode, caseId),
        agencyId,
        applicant: applicant as Applicant,
        mode: 'counter',
        answers,
        papers: attachments,
        handedIn: handedIn.filter((id) => papers.has(id)),
        returnChannel,
        ...(paymentChannel && { paymentChannel }),
        ...((agent || !isOwn) && {
          cameBy: {
            ...(agent && { mandate: mandateOf(agent, now) }),
            ...(!isOwn && { takenInBy: takenInBy(tenant, actor) }),
          },
        }),
      },
      submissionTerms(tenant, offered, { mode: 'counter', now, filed: { caseId, answers } }),
    )
    const [event] = granted(decision)
    const filed = await fileDossierIn(tx, { key, dossier: evolve(null, event!), event: event! })
    if (filed.filed) await keepScans(room, filed.id, attachments, scans)
    return { dossierId: filed.id, submissionNo: filed.submissionNo }
  },
})

/** The section that takes a dossier in for the competent body. */
function takenInBy(tenant: Tenant, actor: Actor) {
  const { agencyId, fullName } = staffOf(actor)
  return { name: agencyName(tenant, agencyId), agencyId, officer: fullName }
}

/** What somebody who came for the applicant may do, by the paper they showed. The dossier stays the applicant's. */
function mandateOf(
  {
    proof,
    fullName,
    citizenId,
    organisation,
  }: { fullName: string; citizenId?: string | undefined; organisation?: string | undefined; proof: string },
  givenAt: Instant,
): Mandate {
  return {
    agent: {
      kind: organisation ? 'service-agent' : 'authorised-filer',
      fullName,
      ...(citizenId && { citizenId }),
      ...(organisation && { organisation }),
    },
    scopes: ['file', 'supply'],
    givenAt,
    proof: { number: proof },
  }
}

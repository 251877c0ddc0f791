import { randomUUID } from 'node:crypto'
import { dateOf, type CivilDate, type Instant } from '@motcua/calendar'
import { fileRegistration, findStaff, putFile, type SignedPaper, type Tx } from '@motcua/db'
import { Refused, verdictOf } from '@motcua/domain'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { staffOf } from '../dossier/reach.ts'
import { takeFile, Upload } from '../files/take-file.ts'
import { operation, type Room } from '../operation.ts'
import { populationTerms, type PopulationTerms } from './terms.ts'

const Line = z.string().trim().min(1).max(200)
const Paper = z.object({
  number: Line,
  signedOn: z.iso.date().transform((text) => text as CivilDate),
  format: z.string().trim().max(60),
  /** The paper itself; without it the registration stands on its number and day. */
  upload: Upload.optional(),
})

/**
 * Registers an agency and those of its people who may ask the population database, with the papers its law asks for
 * (TQ25-15.1, TQ25-15.2). Whoever files it names real people of the own body, each with their own account (TQ25-15.4).
 */
export const registerForPopulation = operation({
  name: 'population.register',
  may: 'population:register',
  input: z.object({
    purpose: z.string().trim().min(10).max(1000),
    papers: z.array(Paper.extend({ form: z.string().trim().max(60) })).max(10),
    officers: z
      .array(Paper.extend({ username: Line }))
      .min(1)
      .max(100),
  }),

  async run(room, { purpose, papers, officers }): Promise<{ id: string }> {
    const { tx, tenant, actor, now } = room
    const { accountId, agencyId } = staffOf(actor)
    const terms = populationTerms(tenant, now)
    mustBeComplete(terms, papers)
    for (const paper of [...papers, ...officers]) mustBeGood(terms, paper, now)
    const named: { accountId: string; commitment: SignedPaper }[] = []
    for (const { username, ...paper } of officers) {
      const officer = await officerOf(tx, agencyId, username)
      const form = terms.commitment ?? 'commitment-letter'
      named.push({ accountId: officer, commitment: await kept(room, accountId, { form, ...paper }) })
    }
    const sent: SignedPaper[] = []
    for (const paper of papers) sent.push(await kept(room, accountId, paper))
    const id = randomUUID()
    await fileRegistration(tx, {
      ...{ id, agencyId, purpose, papers: sent, filedAt: now, filedBy: accountId },
      officers: named,
    })
    const detail = { agency: agencyId, officers: named.map((officer) => officer.accountId) }
    await audit(room, { deed: 'population:register', thing: 'population-registration', thingId: id, detail })
    return { id }
  },
})

/** Every form the law names is there. */
function mustBeComplete(terms: PopulationTerms, papers: readonly { form: string }[]): void {
  const lacking = terms.papers.filter((form) => !papers.some((paper) => paper.form === form))
  if (lacking.length > 0) throw new Refused({ code: 'population-papers-lacking', data: { lacking } })
}

/** It was signed, not later than today, and is kept in a form that the law takes (TQ25-15.3). */
function mustBeGood(
  terms: PopulationTerms,
  paper: Pick<SignedPaper, 'number' | 'signedOn' | 'format'>,
  now: Instant,
): void {
  if (terms.formats.length > 0 && !terms.formats.includes(paper.format)) {
    throw new Refused({
      code: 'population-paper-format',
      data: { number: paper.number, formats: terms.formats },
    })
  }
  if (paper.signedOn > dateOf(now)) {
    throw new Refused({ code: 'population-paper-not-signed', data: { number: paper.number } })
  }
}

/** The account of somebody of the body itself. */
async function officerOf(tx: Tx, agencyId: string, username: string): Promise<string> {
  const account = await findStaff(tx, username)
  if (!account || account.agencyId !== agencyId || account.state) {
    throw new Refused({ code: 'population-officer-unknown', data: { username } })
  }
  return account.id
}

/**
 * Keeps a paper with its file. One that is said to be signed itself must bear a signature that holds; a true copy is
 * taken on the word of the agency (TQ25-15.3).
 */
async function kept(
  { tx, tenant, now }: Room,
  accountId: string,
  { upload, ...paper }: Omit<SignedPaper, 'file'> & { readonly upload?: Upload | undefined },
): Promise<SignedPaper> {
  if (!upload) return paper
  const file = await takeFile({ tenant, now }, paper.form, upload)
  const verdict = verdictOf(file.signatures ?? [])
  if (paper.format === 'digitally-signed' && (verdict === undefined || verdict === 'invalid'))
    throw new Refused({ code: 'paper-not-signed', data: { form: paper.form, name: file.name } })
  const { fileId: id, name, type } = file
  await putFile(tx, { id, name, type, content: upload.bytes, accountId, at: now })
  return { ...paper, file }
}

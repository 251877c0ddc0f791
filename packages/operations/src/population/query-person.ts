import { randomUUID } from 'node:crypto'
import { noteOutcome, noteQuery, registrationOf } from '@motcua/db'
import { Refused } from '@motcua/domain'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { staffOf } from '../dossier/reach.ts'
import { errand } from '../operation.ts'
import { PopulationDown, type RegisteredPerson } from './population-database.ts'

/** What the population database says of a person, and whether it agrees with what was written down. */
export interface PersonAnswer {
  outcome: 'found' | 'differs' | 'unknown'
  person?: RegisteredPerson
  /** What was written down otherwise than the database has it. */
  differs: ('fullName' | 'birthDate')[]
}

/**
 * Asks the national population database about one person, for a stated purpose. Only who stands in an approved list may
 * (TQ25-15.1, TQ25-15.4); the query is written down before it is asked, so that none goes unwritten, and every one can
 * be reviewed (TQ25-29.4c).
 */
export const queryPerson = errand({
  name: 'population.query',
  may: 'population:query',
  input: z.object({
    citizenId: z
      .string()
      .transform((text) => text.replace(/\s/g, ''))
      .pipe(z.string().regex(/^\d{12}$/)),
    purpose: z.string().trim().min(5).max(500),
    procedureCode: z.string().trim().max(40).optional(),
    /** What was written down of the person, to be compared. */
    fullName: z.string().trim().max(200).optional(),
    birthDate: z.iso.date().optional(),
  }),

  async run({ db, tenant, actor, now, population }, { citizenId, purpose, procedureCode, ...written }) {
    if (!population) throw new Refused({ code: 'population-not-connected' })
    const { accountId, agencyId } = staffOf(actor)
    const id = randomUUID()
    await db.transact(tenant.id, async (tx) => {
      const registrationId = await registrationOf(tx, accountId)
      if (registrationId === undefined) throw new Refused({ code: 'population-not-registered' })
      const asked = { id, at: now, accountId, agencyId, registrationId, purpose, procedureCode, citizenId }
      await noteQuery(tx, asked)
      await audit(
        { tx, actor, now },
        {
          deed: 'population:query',
          thing: 'population-query',
          thingId: id,
          detail: { registration: registrationId },
        },
      )
    })
    const keep = (outcome: PersonAnswer['outcome'] | 'down') =>
      db.transact(tenant.id, (tx) => noteOutcome(tx, id, outcome))
    try {
      const by = `${tenant.id}/${agencyId}/${accountId}`
      const person = await population.find(citizenId, { by, purpose, reference: id })
      const answer = answerOf(person, written)
      await keep(answer.outcome)
      return answer
    } catch (error) {
      if (!(error instanceof PopulationDown)) throw error
      await keep('down')
      throw new Refused({ code: 'population-down' })
    }
  },
})

function answerOf(
  person: RegisteredPerson | undefined,
  { fullName, birthDate }: { fullName?: string | undefined; birthDate?: string | undefined },
): PersonAnswer {
  if (!person) return { outcome: 'unknown', differs: [] }
  const differs: PersonAnswer['differs'] = []
  if (fullName && plain(fullName) !== plain(person.fullName)) differs.push('fullName')
  if (birthDate && person.birthDate && birthDate !== person.birthDate) differs.push('birthDate')
  return { outcome: differs.length > 0 ? 'differs' : 'found', person, differs }
}

/** Capital letters and spaces make no other person; a missing diacritic does. */
function plain(name: string): string {
  return name.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/g, ' ').trim()
}

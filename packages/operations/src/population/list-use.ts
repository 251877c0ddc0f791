import { listRegistrations, registrationOf, staffNames, type PopulationRegistration } from '@motcua/db'
import { isAllowed } from '@motcua/domain'
import { z } from 'zod'
import { staffOf } from '../dossier/reach.ts'
import { operation, reading } from '../operation.ts'
import { populationTerms, type PopulationTerms } from './terms.ts'

/** A registration as the desk shows it. */
export interface RegistrationView extends Omit<PopulationRegistration, 'papers' | 'officers'> {
  papers: PopulationRegistration['papers'][number][]
  officers: PopulationRegistration['officers'][number][]
  agencyName: string
  filedByName: string
  /** Whether the reader may approve or reject it, and whether they may end it. */
  mayDecide: boolean
  mayEnd: boolean
}

export interface PopulationRegister {
  terms: PopulationTerms
  registrations: RegistrationView[]
}

/** The register of those who use the population database: an agency's own, or of all for the centre and the auditor. */
export const listPopulationUse = operation({
  name: 'population.list',
  may: 'population:list',
  input: z.object({}).default({}),

  async run({ tx, tenant, actor, now }): Promise<PopulationRegister> {
    const staff = staffOf(actor)
    const decides = isAllowed(actor, 'population:decide')
    const seesAll = decides || isAllowed(actor, 'population:review')
    const found = await listRegistrations(tx, seesAll ? {} : { agencyId: staff.agencyId })
    const names = await staffNames(
      tx,
      found.map(({ filedBy }) => filedBy),
    )
    const registers = isAllowed(actor, 'population:register')
    return {
      terms: populationTerms(tenant, now),
      registrations: found.map((one) => ({
        ...one,
        papers: [...one.papers],
        officers: [...one.officers],
        agencyName: tenant.agencies.get(one.agencyId)?.name ?? one.agencyId,
        filedByName: names.get(one.filedBy) ?? '',
        mayDecide:
          decides &&
          one.stage === 'filed' &&
          one.filedBy !== staff.accountId &&
          !one.officers.some(({ accountId }) => accountId === staff.accountId),
        mayEnd: one.stage === 'approved' && (decides || (registers && one.agencyId === staff.agencyId)),
      })),
    }
  },
})

/** Whether the reader stands in an approved list and may ask. */
export const ownPopulationUse = reading({
  name: 'population.own',
  may: 'population:query',
  input: z.object({}).default({}),

  async run({ tx, actor }): Promise<{ mayAsk: boolean }> {
    return { mayAsk: (await registrationOf(tx, staffOf(actor).accountId)) !== undefined }
  },
})

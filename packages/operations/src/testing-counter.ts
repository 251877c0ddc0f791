// For tests: a dossier that came in over the counter, where every province takes them.
import { accept } from './intake/accept.ts'
import { enterAtCounter } from './intake/enter-at-counter.ts'
import type { Context } from './operation.ts'
import { returnChannels } from './rules/determine.ts'
import type { TestOffice } from './testing.ts'

export interface TakenIn {
  readonly officer: Context
  readonly agencyId: string
  readonly dossierId: string
}

/** A dossier handed in at the counter of the first body that takes it, with every paper it needs; not accepted yet. */
export async function handIn(
  office: TestOffice,
  procedureCode: string,
  { caseId, fullName = 'Hoàng Văn Páo' }: { caseId?: string; fullName?: string } = {},
): Promise<TakenIn> {
  const { tenant } = await office.visitor()
  const { procedure, agencies, level } = tenant.procedures.get(procedureCode)!
  const agencyId = agencies[0]!.id
  const officer = await office.staff(agencyId)
  const asOf = officer.now()
  const [returnChannel] = returnChannels(tenant, { level, mode: 'counter', asOf }).channels
  const { dossierId } = await enterAtCounter(officer, {
    key: crypto.randomUUID(),
    procedureCode,
    caseId: caseId ?? procedure.cases[0]!.id,
    agencyId,
    applicant: { fullName, citizenId: '008085000999', phone: '0912345678' },
    handedIn: procedure.papers.filter(({ required }) => required).map(({ id }) => id),
    returnChannel: returnChannel ?? 'counter',
  })
  return { officer, agencyId, dossierId }
}

/** The same, accepted at once. */
export async function takeIn(...args: Parameters<typeof handIn>): Promise<TakenIn> {
  const taken = await handIn(...args)
  await accept(taken.officer, { dossierId: taken.dossierId })
  return taken
}

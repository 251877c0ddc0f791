import { randomUUID } from 'node:crypto'
import {
  accept,
  assignStep,
  collectAtCounter,
  compareOriginals,
  doStep,
  enterAtCounter,
  handOverResult,
  recordResult,
  signResult,
  submitResult,
  type Context,
} from '@motcua/operations'

/** Who works on a dossier, one person in each role. */
export interface Clerks {
  readonly officer: Context
  readonly specialist: Context
  readonly leader: Context
  readonly agencyId: string
}

/** Đăng ký thành lập hộ kinh doanh: it costs 100,000 đồng, and Long An approved a workflow of five steps for it. */
const procedureCode = '1.001612'

/** One dossier from the counter to the applicant's hands. */
export async function walk({ officer, specialist, leader, agencyId }: Clerks): Promise<void> {
  const { procedure } = officer.tenant.procedures.get(procedureCode)!
  const { dossierId } = await enterAtCounter(officer, {
    key: randomUUID(),
    procedureCode,
    caseId: procedure.cases[0]!.id,
    agencyId,
    applicant: { fullName: 'Trần Thị Đan', citizenId: '080185000123', phone: '0901234567' },
    handedIn: procedure.papers.filter(({ required }) => required).map(({ id }) => id),
    returnChannel: 'counter',
    paymentChannel: 'counter',
  })
  await accept(officer, { dossierId })
  await collectAtCounter(officer, { dossierId, key: randomUUID(), amount: 100_000 })
  await assignStep(leader, { dossierId, accountId: accountOf(specialist) })
  await doStep(specialist, { dossierId })
  await submitResult(specialist, { dossierId, outcome: 'granted' })
  await signResult(leader, { dossierId })
  await recordResult(officer, { dossierId, outcome: 'granted' })
  await compareOriginals(officer, { dossierId, outcome: 'match', shown: 'original' })
  await handOverResult(officer, {
    dossierId,
    channel: 'counter',
    to: 'Trần Thị Đan',
    identity: 'citizen-card',
    dossierChecked: true,
  })
}

function accountOf({ actor }: Context): string {
  if (actor.kind !== 'staff') throw new Error('nobody of the staff')
  return actor.accountId
}

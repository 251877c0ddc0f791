import { dateOf, fromMoment, toMoment, type Instant } from '@motcua/calendar'
import { getProcedureVersion, listReachable, type Tx } from '@motcua/db'
import { procedureDuty, publishProcedure, type ProcedureVersion } from '@motcua/domain'
import { audit } from '../audit/audit.ts'
import type { ChoreCounter, ChoreHandler } from '../chores/handler.ts'
import { writeLetter } from '../letters/write-letter.ts'
import { wordMoment } from '../notices/wording.ts'
import { faultsOf } from './catalogue-law.ts'
import { contentOf } from './content.ts'
import { putContentOnline } from './put-online.ts'

/** Tells the office that an appraisal or a publication falls due, and once more when it was not done in time. */
export const watchProcedure: ChoreHandler = (counter) =>
  withVersion(counter, async (tx, version) => {
    const { tenant, now, portal } = counter
    const duty = procedureDuty(version)
    const dueAt = duty?.clock?.dueAt
    if (!duty || !dueAt) return undefined
    const isLate = toMoment(dueAt) <= toMoment(now)
    const { code, content } = version
    const work = { appraise: ['thẩm định', 'appraisal'], publish: ['đăng tải', 'publication'] } as const
    const [vi, en] = work[duty.kind]
    const role = duty.kind === 'appraise' ? 'catalogue-appraiser' : 'catalogue-editor'
    const people = await listReachable(tx, role)
    const office = { fullName: tenant.manifest.portalTitle.vi, email: tenant.manifest.email }
    for (const to of people.length > 0 ? people : [office])
      await writeLetter(
        { tx, tenant, now, portal },
        {
          to,
          channels: ['email'],
          message: isLate ? 'ProcedureOverdue' : 'ProcedureDue',
          about: `procedure ${code}/${version.version}`,
          words: { work: vi, code, procedure: content.procedure.name, dueAt: wordMoment(dueAt, 'vi') },
          english: { work: en, dueAt: wordMoment(dueAt, 'en') },
        },
      )
    return isLate ? undefined : fromMoment(toMoment(dueAt) + 60)
  })

/** On the first day of its decision a version that waited for it goes onto the portal. */
export const publishOnDay: ChoreHandler = (counter) =>
  withVersion(counter, async (tx, version) => {
    const { tenant, now, actor } = counter
    if (version.stage !== 'scheduled') return undefined
    const { code, content, kind, decision, published } = version
    const announcedName = decision?.announcedName
    const faults = kind === 'ended' ? [] : faultsOf(tenant, content, { asOf: now, announcedName })
    const by = published?.by ?? actor.kind
    const outcome = publishProcedure(version, { at: now, by, today: dateOf(now) }, { faults })
    if (!outcome.granted) throw new Error(`${code}/${version.version}: ${outcome.refusal.code}`)
    const accountId = published?.accountId ?? ''
    await putContentOnline({ tx, now }, outcome.events[0]!, {
      before: contentOf(tenant, code),
      by,
      accountId,
    })
    const thingId = `${code}/${version.version}`
    await audit({ tx, actor, now }, { deed: 'catalogue:publish', thing: 'procedure', thingId })
    return undefined
  })

function withVersion(
  { db, tenant, chore }: ChoreCounter,
  work: (tx: Tx, version: ProcedureVersion) => Promise<Instant | undefined>,
): Promise<Instant | undefined> {
  const at = chore.subject.lastIndexOf('/')
  const [code, version] = [chore.subject.slice(0, at), Number(chore.subject.slice(at + 1))]
  return db.transact(tenant.id, async (tx) => work(tx, await getProcedureVersion(tx, code, version)))
}

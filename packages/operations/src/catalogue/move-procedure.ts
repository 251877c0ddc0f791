import { dateOf, day, instant } from '@motcua/calendar'
import {
  appraiseProcedure as appraise,
  comingStages,
  dropProcedure as drop,
  proposeProcedure as propose,
  publishProcedure as publish,
  returnProcedure as giveBack,
  type ProcedureVersion,
} from '@motcua/domain'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import type { Deed } from '../audit/deeds.ts'
import { operation, type Room } from '../operation.ts'
import { granted } from '../record.ts'
import { appraisalTerms, faultsOf, proposalTerms } from './catalogue-law.ts'
import { contentOf } from './content.ts'
import { putContentOnline } from './put-online.ts'
import { byWhom, readForUpdate, ReadVersion } from './save-procedure.ts'
import { storeVersion } from './store-version.ts'

const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isDay)
  .transform((text) => day(text))

/** The decision that announces the procedure, as it stands on its paper. */
const Decision = z.object({
  number: z.string().trim().min(1).max(100),
  signedBy: z.string().trim().min(1).max(200),
  issuedOn: Day,
  effectiveOn: Day,
  receivedAt: z.iso.datetime({ offset: true }).transform((text) => instant(text)),
  announcedName: z.string().trim().max(1000).optional(),
})

const words = z.string().trim().min(1).max(4000)

/** Đề xuất, đăng ký: sends a draft to those who appraise it; the law's clocks begin (TQ19-11.2a, PT20-6.2a). */
export const proposeProcedure = operation({
  name: 'catalogue.propose',
  may: 'catalogue:draft',
  input: ReadVersion.extend({ decision: Decision, consultation: words.optional() }),
  async run(room, { decision: given, consultation, ...read }): Promise<void> {
    const version = await readForUpdate(room, read)
    const { announcedName, ...rest } = given
    const decision = { ...rest, ...(announcedName && { announcedName }) }
    const terms = proposalTerms(room.tenant, version, { decision, now: room.now })
    const said = { decision, ...(consultation && { consultation }), ...byWhom(room) }
    await keep(room, granted(propose(version, said, terms))[0]!, 'catalogue:propose')
  },
})

/** Thẩm định: somebody who did not draw it up finds it in order (TQ19-11.2a.2). */
export const appraiseProcedure = operation({
  name: 'catalogue.appraise',
  may: 'catalogue:appraise',
  input: ReadVersion.extend({ finding: words }),
  async run(room, { finding, ...read }): Promise<void> {
    const version = await readForUpdate(room, read)
    const terms = appraisalTerms(room.tenant, version, room.now)
    const after = granted(appraise(version, { finding, ...byWhom(room) }, terms))[0]!
    await keep(room, after, 'catalogue:appraise')
  },
})

/** Gives a version back to be mended, with what has to be mended. */
export const returnProcedure = operation({
  name: 'catalogue.giveBack',
  may: 'catalogue:appraise',
  input: ReadVersion.extend({ reason: words }),
  async run(room, { reason, ...read }): Promise<void> {
    const version = await readForUpdate(room, read)
    const after = granted(giveBack(version, { reason, ...byWhom(room) }))[0]!
    await keep(room, after, 'catalogue:appraise', { outcome: 'returned' })
  },
})

/** Gives up a version before it is on the portal. */
export const dropProcedure = operation({
  name: 'catalogue.drop',
  may: 'catalogue:draft',
  input: ReadVersion.extend({ reason: words }),
  async run(room, { reason, ...read }): Promise<void> {
    const version = await readForUpdate(room, read)
    const after = granted(drop(version, { reason, ...byWhom(room) }))[0]!
    await keep(room, after, 'catalogue:withdraw', { stage: version.stage })
  },
})

/** Đăng tải: puts an appraised version on the portal, or has it wait for the first day of its decision (LA19-5.2.2). */
export const publishProcedure = operation({
  name: 'catalogue.publish',
  may: 'catalogue:publish',
  input: ReadVersion,
  async run(room, read): Promise<{ from?: string }> {
    const { tenant, now } = room
    const version = await readForUpdate(room, read)
    const { content, kind, decision } = version
    const announcedName = decision?.announcedName
    const faults = kind === 'ended' ? [] : faultsOf(tenant, content, { asOf: now, announcedName })
    const after = granted(publish(version, { today: dateOf(now), ...byWhom(room) }, { faults }))[0]!
    if (comingStages.includes(after.stage)) {
      await keep(room, after, 'catalogue:publish', { stage: after.stage })
      return { from: decision!.effectiveOn }
    }
    const { by, accountId } = byWhom(room)
    await putContentOnline(room, after, { before: contentOf(tenant, read.code), by, accountId })
    await trace(room, after, 'catalogue:publish', { stage: after.stage })
    return {}
  },
})

async function keep(
  room: Room,
  after: ProcedureVersion,
  deed: Deed,
  detail: Record<string, string> = {},
): Promise<void> {
  await storeVersion(room.tx, after, { by: byWhom(room).by, now: room.now })
  await trace(room, after, deed, detail)
}

function trace(room: Room, { code, version }: ProcedureVersion, deed: Deed, detail: Record<string, string>) {
  return audit(room, { deed, thing: 'procedure', thingId: `${code}/${version}`, detail })
}

function isDay(text: string): boolean {
  try {
    return day(text) === text
  } catch {
    return false
  }
}

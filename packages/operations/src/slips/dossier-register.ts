import { addDays, dateOf, type CivilDate, type Instant } from '@motcua/calendar'
import { logRead, registerOf } from '@motcua/db'
import { DayInput, Forbidden, type Dossier, type SlipDocument } from '@motcua/domain'
import { z } from 'zod'
import { agencyById } from '../dossier/own-view.ts'
import { agenciesOf, staffOf } from '../dossier/reach.ts'
import { sentence, shortDate, shortMoment, wordChannel } from '../notices/wording.ts'
import { operation } from '../operation.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { acceptanceOf } from './base-matter.ts'
import type { Rows } from './fill-slip.ts'
import { writeSlip } from './write-slip.ts'

/** First and last day; today where they are not told. */
const Period = z.object({ from: DayInput.optional(), to: DayInput.optional() })

/** How many dossiers are written into one sheet of the register; a busier period is asked for in pieces. */
const most = 1000
/** The longest period of one register, in days. */
const longestDays = 31

/** The register of what a body took in over some days (Sổ theo dõi hồ sơ, TT 01/2018 form 06, TT 03/2025 form 07). */
export const dossierRegister = operation({
  name: 'slips.register',
  may: 'slip:register',
  input: Period.extend({ agencyId: z.string().optional() }).refine(isShort, {
    error: `a period of at most ${longestDays} days is needed`,
  }),

  async run({ tx, tenant, actor, now }, { agencyId, from = dateOf(now), to = from }): Promise<SlipDocument> {
    const staff = staffOf(actor)
    const id = agencyId ?? staff.agencyId
    if (!agenciesOf(tenant, actor).includes(id)) throw new Forbidden('slip:register')
    await logRead(tx, { actor, thing: 'register', thingId: id, why: `slips.register ${from} ${to}`, at: now })
    const agency = agencyById(tenant, id)
    const found = await registerOf(tx, {
      codePrefix: `${tenant.manifest.code}.${agency.code}`,
      from: asInCode(from),
      to: asInCode(to),
      limit: most + 1,
    })
    const rows = registerRows(found.slice(0, most), tenant)
    const period = from === to ? `Ngày ${shortDate(from)}` : `Từ ${shortDate(from)} đến ${shortDate(to)}`
    return writeSlip(
      tenant,
      { kind: 'register', agency, issuedAt: now, reference: from === to ? from : `${from}_${to}` },
      {
        fillings: {
          officer: staff.fullName,
          period,
          registerBook: from.slice(0, 4),
          count: found.length > most ? `${most} hồ sơ đầu tiên; hãy chọn ít ngày hơn` : `${found.length}`,
        },
        tables: { register: rows },
      },
    )
  },
})

function isShort({ from, to = from }: z.output<typeof Period>): boolean {
  return from === undefined || to === undefined || (from <= to && to < addDays(from, longestDays))
}

/** A line for each dossier: whose, what, and its three days. */
export function registerRows(dossiers: readonly Dossier[], tenant: Tenant): Rows {
  return dossiers.flatMap((dossier, i) => {
    const acceptance = acceptanceOf(dossier)
    if (!acceptance) return []
    const { code, acceptedAt, processingClock } = acceptance
    const { applicant, procedure } = dossier
    return [
      {
        no: String(i + 1),
        code,
        procedure: procedure.name,
        sets: '01',
        applicant: applicant.fullName,
        contact: [applicant.address, applicant.phone].filter(Boolean).join('; '),
        agency: agencyById(tenant, dossier.agencyId).name,
        acceptedAt: shortMoment(acceptedAt),
        dueAt: processingClock.dueAt ? shortMoment(processingClock.dueAt) : 'Không nêu',
        returnedAt: moment(endOf(dossier)),
        returnChannel: sentence(wordChannel(dossier.returnChannel, 'vi')),
        note: noteOf(dossier),
      },
    ]
  })
}

function moment(at: Instant | undefined): string {
  return at ? shortMoment(at) : ''
}

/** When it ended: handed over, or with the result that waits, or before one. */
function endOf(dossier: Dossier): Instant | undefined {
  switch (dossier.phase) {
    case 'returned':
      return dossier.handOver.at
    case 'decided':
      return dossier.result.at
    case 'withdrawn':
      return dossier.withdrawal.at
    case 'closed':
      return dossier.closing.at
    default:
      return undefined
  }
}

const endings = { early: 'Trước hạn', 'on-time': 'Đúng hạn', late: 'Quá hạn' } as const

function noteOf(dossier: Dossier): string {
  switch (dossier.phase) {
    case 'returned':
    case 'decided':
      return endings[dossier.result.timeliness]
    case 'withdrawn':
      return 'Dừng theo yêu cầu'
    case 'closed':
      return 'Đóng hồ sơ'
    default:
      return ''
  }
}

function asInCode(day: CivilDate): string {
  return day.slice(2).replaceAll('-', '')
}

import type { CompletionItem, DossierEvent, EventOf } from '@motcua/domain'
import { agencyById } from '../dossier/own-view.ts'
import { shortDate, wordMoment } from '../notices/wording.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { basisWords } from './base-matter.ts'
import type { Rows, SlipMatter } from './fill-slip.ts'
import type { SlipFillings } from './known-words.ts'

/** What a slip says of the event it tells of; nothing of an event that issues none. */
export function matterOfEvent(event: DossierEvent, tenant: Tenant): Partial<SlipMatter> {
  switch (event.type) {
    case 'DossierAccepted':
      return { fillings: { officer: event.by } }
    case 'CompletionRequested':
      return asked(event, { clockEffect: 'Tính từ khi ông/bà nộp đủ nội dung bổ sung' })
    case 'SupplementRequested':
      return asked(event, {
        clockEffect: event.effect.answer ? clockEffects[event.effect.answer] : undefined,
        answerBy: event.window?.dueAt ? wordMoment(event.window.dueAt, 'vi') : undefined,
      })
    case 'IntakeRefused':
      return { fillings: { officer: event.by, reason: event.reason, basis: event.basis } }
    case 'ResultRecorded':
      return { fillings: { officer: event.by, reason: event.note } }
    case 'DossierRedirected':
    case 'DossierReassigned':
      return transferred(event, tenant)
    case 'WorkShared':
      return shared(event, tenant)
    case 'ApologyIssued':
      return { fillings: apologised(event, tenant) }
    case 'DossierWithdrawn':
    case 'DossierClosed':
      return { fillings: stopped(event) }
    default:
      return {}
  }
}

function stopped(event: EventOf<'DossierWithdrawn'> | EventOf<'DossierClosed'>): SlipFillings {
  // Asked for at the portal or done by the clock, nobody of the office has put a hand to it yet.
  const officer = event.type === 'DossierWithdrawn' && event.asked === 'counter' ? event.by : ''
  return {
    officer,
    signer: 'Thủ trưởng cơ quan',
    reason:
      event.reason || (event.type === 'DossierWithdrawn' ? 'Theo đề nghị của người nộp hồ sơ' : undefined),
    basis: basisWords(event.basis),
    stoppedAt: wordMoment(event.at, 'vi'),
  }
}

const clockEffects = {
  continue: 'Vẫn tiếp tục tính trong khi chờ bổ sung',
  exclude: 'Tạm dừng từ nay, tính tiếp khi ông/bà nộp đủ nội dung bổ sung',
  reset: 'Tính lại từ đầu khi ông/bà nộp đủ nội dung bổ sung',
} as const

function asked(
  event: EventOf<'CompletionRequested'> | EventOf<'SupplementRequested'>,
  fillings: SlipFillings,
): SlipMatter {
  const { by, note = howToComplete, items } = event
  return {
    fillings: {
      officer: by,
      instructions: note,
      missingContent: items.map(({ label }) => label).join('; '),
      reason: items.map(({ reason }) => reason).join('; '),
      ...fillings,
    },
    tables: { items: itemRows(items) },
  }
}

const howToComplete = 'Nộp bổ sung trên cổng dịch vụ công, hoặc mang giấy tờ đến nơi tiếp nhận hồ sơ'

function itemRows(items: readonly CompletionItem[]): Rows {
  return items.map(({ label, reason, basis }, i) => ({ no: String(i + 1), label, reason, basis }))
}

/** Handed on whole: the body that takes it over has all the work. */
function transferred(
  event: EventOf<'DossierRedirected'> | EventOf<'DossierReassigned'>,
  tenant: Tenant,
): SlipMatter {
  const to = agencyById(tenant, event.toAgencyId).name
  const work = 'Tiếp nhận, giải quyết hồ sơ theo thẩm quyền'
  const dueAt = event.type === 'DossierRedirected' ? event.intakeClock.dueAt : null
  const limit = dueAt ? `Trả lời việc tiếp nhận trước ${wordMoment(dueAt, 'vi')}` : undefined
  return {
    fillings: {
      officer: event.by,
      fromAgency: agencyById(tenant, event.fromAgencyId).name,
      toAgency: to,
      leadAgency: to,
      reason: event.reason,
      basis: 'basis' in event ? event.basis : undefined,
      work,
      workLimit: limit,
    },
    tables: { work: [{ no: '1', agency: to, work, limit }] },
  }
}

const ways = {
  sequential: 'Tuần tự: xong việc, mỗi cơ quan chuyển tiếp cho cơ quan sau',
  parallel: 'Đồng thời: mọi cơ quan cùng làm phần việc của mình',
} as const

/** Every body's work and share of the time, and who leads (PT20-11.1a, PT20-11.1b). */
function shared(event: EventOf<'WorkShared'>, tenant: Tenant): SlipMatter {
  const lead = agencyById(tenant, event.leadAgencyId).name
  const names = event.shares.map(({ agencyId }) => agencyById(tenant, agencyId).name)
  return {
    fillings: {
      officer: event.by,
      toAgency: names.join('; '),
      leadAgency: lead,
      way: ways[event.mode],
      work: event.shares.map(({ task }, i) => `${names[i]}: ${task}`).join('; '),
      workLimit: event.shares.map(({ dueAt }, i) => `${names[i]}: ${wordMoment(dueAt, 'vi')}`).join('; '),
      supervisor: event.supervisorId && agencyById(tenant, event.supervisorId).name,
      responsibility: `${lead} chủ trì, tổng hợp và chịu trách nhiệm chung; mỗi cơ quan chịu trách nhiệm về phần việc và thời hạn của mình.`,
      basis: basisWords(event.basis),
    },
    tables: {
      work: event.shares.map(({ task, hours, dueAt }, i) => ({
        no: String(i + 1),
        agency: names[i],
        work: task,
        limit: `${String(hours).replace('.', ',')} giờ làm việc, đến ${wordMoment(dueAt, 'vi')}`,
      })),
    },
  }
}

const atFault = {
  agency: 'Cơ quan giải quyết hồ sơ',
  'receiving-body': 'Nơi tiếp nhận hồ sơ',
  applicant: 'Người nộp hồ sơ',
} as const

function apologised(event: EventOf<'ApologyIssued'>, tenant: Tenant): SlipFillings {
  const { dueAt, signer, at, timely, processingClock, expectedAt } = event
  const body = agencyById(tenant, event.agencyId).name
  const newDueAt = processingClock?.dueAt
  const expected = expectedAt && `Dự kiến có kết quả vào ${wordMoment(expectedAt, 'vi')}.`
  return {
    officer: event.by,
    apologist: body,
    signer: signer.answer === 'receiving-body' ? `${tenant.slips.section}, ${body}` : `Thủ trưởng ${body}`,
    reason: event.reason,
    formerDueAt: wordMoment(dueAt, 'vi'),
    newDueAt: newDueAt ? wordMoment(newDueAt, 'vi') : undefined,
    noNewDate: newDueAt ? undefined : (expected ?? 'Kết quả được trả ngay khi có.'),
    status: at > dueAt ? `Quá hạn từ ${wordMoment(dueAt, 'vi')}` : 'Đang giải quyết, dự kiến quá hạn',
    responsibility: atFault[event.fault],
    lateMark: timely ? undefined : `Xin lỗi sau thời điểm quy định, lập ngày ${shortDate(at)}.`,
    basis: basisWords(signer.basis),
  }
}

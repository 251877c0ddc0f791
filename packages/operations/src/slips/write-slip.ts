import { dateOf, type Instant } from '@motcua/calendar'
import type { Agency, SlipDocument, SlipKind } from '@motcua/domain'
import { determine } from '../rules/determine.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { chooseTemplate } from './choose-template.ts'
import { fillSlip, type SlipMatter } from './fill-slip.ts'

export interface SlipOccasion {
  readonly kind: SlipKind
  readonly agency: Agency
  readonly issuedAt: Instant
  /** Dossier code, submission number, or the period of a register. */
  readonly reference: string
  /** Whether the dossier goes on paper or electronically; some slips must say more on one of them (PT20-11.1). */
  readonly medium?: 'paper' | 'electronic'
  readonly lookupUrl?: string
}

/** Writes a slip of a province as its law stood when the slip was issued: its form, its words, what it has to say. */
export function writeSlip(tenant: Tenant, occasion: SlipOccasion, matter: SlipMatter): SlipDocument {
  const { kind, agency, issuedAt, reference, lookupUrl, medium = 'electronic' } = occasion
  const { manifest, slips } = tenant
  const asked = lawNames[kind]
  const facts = { asOf: issuedAt, slip: asked, medium }
  const as = asked ? determine<string | null>(tenant, 'slip.template', facts).answer : null
  const demanded = asked ? determine<string[] | null>(tenant, 'slip.content', facts).answer : null
  const noQr = determine<boolean | null>(tenant, 'receipt.qr', { asOf: issuedAt }).answer === false
  return fillSlip(chooseTemplate(slips.templates, { kind, on: dateOf(issuedAt), as }), matter, {
    place: manifest.name.replace(/^(tỉnh|thành phố)\s+/i, ''),
    agency: agency.name,
    section: slips.section,
    issuedAt,
    reference,
    foot: `${manifest.portalTitle.vi} · ${reference}`,
    demanded: demanded ?? [],
    ...(lookupUrl && {
      lookup: {
        url: lookupUrl,
        lines: [`Cần hỏi thêm: ${agency.phone} (cơ quan tiếp nhận), ${manifest.hotline} (đường dây nóng).`],
        qr: !(kind === 'receipt' && noQr),
      },
    }),
  })
}

/** What the law calls a slip; it says nothing of the others. */
export const lawNames: Readonly<Partial<Record<SlipKind, string>>> = {
  receipt: 'acceptance-slip',
  'completion-request': 'supplement-slip',
  refusal: 'refusal-slip',
  transfer: 'transfer-slip',
  apology: 'apology-slip',
  'stop-notice': 'stop-slip',
}

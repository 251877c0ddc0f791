import type { AcceptedDossier, Paper } from '@motcua/domain'
import type { AgencyView, ReceiptSlipView, TenantView } from '../views.ts'

/**
 * What the receipt slip (Giấy tiếp nhận hồ sơ và hẹn trả kết quả, form 01 of Thông tư 01/2018/TT-VPCP) says of an accepted
 * dossier: the papers that were handed in, in the order of the procedure, and the clock as it was started.
 */
export function buildReceiptSlip(
  dossier: AcceptedDossier,
  about: {
    readonly tenant: TenantView
    readonly agency: AgencyView
    readonly papers: readonly Paper[]
    /** Name of the officer, where the dossier holds only an account. */
    readonly acceptedBy: string
    readonly lookupUrl: string
  },
): ReceiptSlipView {
  return {
    tenant: about.tenant,
    agency: about.agency,
    code: dossier.code,
    submissionNo: dossier.submissionNo,
    applicant: dossier.applicant,
    procedure: dossier.procedure,
    papers: about.papers.flatMap(({ id, name }) => {
      const files = dossier.papers.filter((given) => given.paperId === id).length
      const handedIn = dossier.handedIn?.includes(id) ?? false
      if (files === 0 && !handedIn) return []
      return [{ name, files, ...(handedIn && { handedIn: true as const }) }]
    }),
    acceptedAt: dossier.acceptedAt,
    acceptedBy: about.acceptedBy,
    clock: dossier.processingClock,
    returnChannel: dossier.returnChannel,
    lookupUrl: about.lookupUrl,
  }
}

import type { DeedName } from '@motcua/api/client'
import { processing } from './processing.ts'

/** What can be done to a dossier, as its button says it, in Vietnamese. */
export const deeds = {
  deeds: {
    ...processing.processingDeeds,
    accept: 'Tiếp nhận',
    'request-completion': 'Yêu cầu bổ sung',
    supply: 'Nhận bổ sung tại quầy',
    refuse: 'Từ chối tiếp nhận',
    redirect: 'Chuyển cơ quan có thẩm quyền',
    'instant-result': 'Giải quyết ngay',
    'request-supplement': 'Yêu cầu bổ sung sau tiếp nhận',
    amend: 'Sửa đổi theo đề nghị',
    withdraw: 'Dừng theo đề nghị',
    'record-result': 'Ghi kết quả',
    'compare-originals': 'Đối chiếu bản gốc',
    'seal-result': 'Ký số kết quả',
    'hand-over-result': 'Trả kết quả',
    'announce-result': 'Báo có kết quả sớm',
    'correct-result': 'Đính chính kết quả',
    'pause-clock': 'Tạm dừng thời hạn',
    'resume-clock': 'Tính tiếp thời hạn',
    'issue-apology': 'Xin lỗi và hẹn lại',
    'collect-fee': 'Thu phí',
    'demand-fee': 'Tính lại phí',
    'request-refund': 'Đề nghị hoàn phí',
    'decide-refund': 'Duyệt hoàn phí',
    'pay-refund': 'Chi hoàn phí',
  } satisfies Record<DeedName, string>,
  otherDeeds: 'Việc khác',
}

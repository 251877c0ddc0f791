import { named } from './named.ts'

/** Values of condition facts, besides those that are channels, bodies or other things. */
export const conditionNames = named([
  ['full', 'toàn trình', 'fully online'],
  ['partial', 'một phần', 'partly online'],

  ['paper', 'bản giấy', 'on paper'],
  ['electronic', 'bản điện tử', 'electronic document'],

  ['own', 'thẩm quyền của cơ quan', 'own remit'],
  ['cross-agency', 'liên ngành', 'cross-agency'],
  ['special', 'đặc biệt', 'special'],

  ['province', 'cấp tỉnh', 'provincial level'],
  ['district', 'cấp huyện', 'district level'],
  ['commune', 'cấp xã', 'commune level'],
  ['vertical', 'cơ quan ngành dọc', 'vertical central body'],

  ['simple', 'đơn giản', 'simple'],
  ['complex', 'phức tạp', 'complex'],

  ['individual', 'cá nhân', 'individual'],
  ['entity', 'tổ chức', 'organisation'],

  ['supplement', 'yêu cầu bổ sung', 'request for missing items'],
  ['consultation', 'lấy ý kiến', 'consultation'],
  ['verification', 'xác minh thực tế', 'on-site verification'],
  ['force-majeure', 'bất khả kháng', 'force majeure'],
  ['suspension', 'tạm dừng giải quyết', 'suspension'],
  ['outage', 'sự cố hệ thống', 'system outage'],

  ['not-authenticated', 'chưa xác thực', 'not authenticated'],
  ['basic', 'xác thực cơ bản', 'basic authentication'],
  ['strong', 'xác thực đầy đủ', 'full authentication'],

  ['planned', 'khóa theo kế hoạch', 'planned lock'],
  ['emergency', 'khóa khẩn cấp', 'emergency lock'],
  ['detected-risk', 'khóa do phát hiện nguy cơ', 'lock on a detected risk'],

  ['create', 'cấp mới', 'creation'],
  ['lock', 'tạm khóa', 'lock'],
  ['activate', 'kích hoạt lại', 'reactivation'],
  ['revoke', 'thu hồi hẳn', 'revocation'],

  ['shared-data', 'đã có trong cơ sở dữ liệu dùng chung', 'held in shared data'],
  ['prior-result', 'kết quả thủ tục trước', 'result of an earlier procedure'],
  ['other-component', 'thành phần khác', 'other component'],

  ['acceptance-slip', 'giấy tiếp nhận và hẹn trả', 'acceptance slip'],
  ['supplement-slip', 'phiếu yêu cầu bổ sung', 'supplement slip'],
  ['refusal-slip', 'phiếu từ chối', 'refusal slip'],
  ['apology-slip', 'phiếu xin lỗi và hẹn lại', 'apology slip'],
  ['transfer-slip', 'phiếu chuyển xử lý', 'transfer slip'],
  ['stop-slip', 'thông báo dừng giải quyết', 'stop notice'],

  ['drafting', 'xây dựng', 'drafting'],
  ['appraisal', 'thẩm định', 'appraisal'],
  ['approval', 'phê duyệt', 'approval'],
  ['configuration', 'cấu hình', 'configuration'],
  ['maintenance', 'rà soát và bảo trì', 'maintenance'],
  ['service-proposals', 'đề xuất dịch vụ', 'service proposals'],

  ['operation', 'hoạt động của hệ thống', 'operation of the system'],
  ['settlement', 'tình hình giải quyết', 'settlement of dossiers'],
  ['roadmap', 'lộ trình và việc triển khai', 'roadmap and implementation'],
  ['upgrade', 'phương án nâng cấp', 'upgrade plan'],
  ['rating-results', 'kết quả đánh giá', 'rating results'],

  ['by-phone', 'nhận phản ánh bằng điện thoại', 'taking calls'],
  ['routing', 'phân loại và chuyển', 'routing'],
  ['handling', 'xử lý', 'handling'],
  ['monitoring', 'theo dõi', 'monitoring'],
  ['relay', 'chuyển cơ quan có thẩm quyền', 'relay'],
  ['authoring', 'biên soạn', 'authoring'],
  ['publication', 'đăng tải', 'publication'],

  ['agency-site', 'trang thông tin của cơ quan', "agency's own site"],
  ['citizen', 'người dân và doanh nghiệp', 'citizens and enterprises'],
  ['staff', 'cán bộ xử lý hồ sơ', 'handling staff'],
  ['foreign-language', 'người dùng tiếng nước ngoài', 'foreign-language users'],
])

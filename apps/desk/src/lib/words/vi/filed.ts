/** Words of what is done to a filed dossier at the one-stop section: asking for more, sending on, amending, stopping. */
export const filed = {
  asking: {
    count: (no: number, limit: number | null) =>
      limit === null
        ? `Đây là yêu cầu lần ${no}.`
        : `Đây là yêu cầu lần ${no}, quy định cho phép ${limit} lần.`,
    again: 'Lần này chỉ nêu lại nội dung chưa sửa xong, hoặc lỗi phát sinh từ phần mới bổ sung.',
    needsHead:
      'Nội dung lẽ ra phải nêu từ lần trước thì cần lý do của Trưởng bộ phận Một cửa. Lý do được lưu và tính vào số lần yêu cầu.',
    askHead: 'Tài khoản này không ghi được lý do đó: nhờ Trưởng bộ phận mở hồ sơ và gửi yêu cầu.',
    forbidden: 'Quy định không cho yêu cầu thêm nội dung lẽ ra phải nêu từ lần trước.',
    headReason: 'Lý do của Trưởng bộ phận Một cửa',
    headReasonHint: 'Vì sao nội dung này không được nêu ngay từ lần đầu',
    late: (when: string) =>
      `Đã quá thời hạn gửi lại hồ sơ để bổ sung (${when}). Chỉ Trưởng bộ phận Một cửa gửi được, có ghi lý do.`,
    until: (when: string) => `Được gửi lại hồ sơ để bổ sung đến ${when}.`,
    clock: 'Thời hạn',
    before:
      'Từ lúc gửi yêu cầu, thời hạn trả lời tiếp nhận ngừng tính. Khi người nộp bổ sung, thời hạn được tính lại từ đầu.',
    effects: {
      continue: 'Trong khi chờ bổ sung, thời hạn giải quyết vẫn tính.',
      exclude: 'Trong khi chờ bổ sung, thời hạn giải quyết tạm dừng; thời gian chờ không tính vào thời hạn.',
      reset:
        'Trong khi chờ bổ sung, thời hạn giải quyết tạm dừng. Khi nhận đủ, thời hạn được tính lại từ đầu.',
    },
    silent: 'Quy định không nói gì về thời hạn trong khi chờ bổ sung: thời hạn vẫn tính.',
    window: (when: string) =>
      `Người nộp có thời gian bổ sung đến ${when}. Quá thời gian này hồ sơ được đóng.`,
    endless: 'Quy định không đặt thời hạn cho người nộp bổ sung.',
  },

  supplement: {
    title: 'Yêu cầu bổ sung sau tiếp nhận',
    lead: 'Nêu một lần tất cả những gì còn thiếu hoặc cần sửa. Mã hồ sơ giữ nguyên.',
    checkTitle: 'Kiểm tra phiếu yêu cầu bổ sung',
    submit: 'Gửi phiếu yêu cầu bổ sung',
  },

  redirect: {
    title: 'Chuyển đến cơ quan có thẩm quyền',
    lead: 'Dùng khi hồ sơ gửi nhầm cơ quan. Hồ sơ giữ nguyên số và nội dung, người nộp không phải nộp lại.',
    to: 'Cơ quan có thẩm quyền',
    choose: 'Chọn cơ quan',
    reason: 'Lý do chuyển',
    reasonHint: 'Nêu rõ vì sao cơ quan này không có thẩm quyền',
    basis: 'Căn cứ pháp lý',
    basisHint: 'Điểm, khoản, điều và số hiệu văn bản',
    toMissing: 'Chọn cơ quan có thẩm quyền',
    reasonMissing: 'Nhập lý do chuyển',
    basisMissing: 'Nhập căn cứ pháp lý của việc chuyển',
    checkTitle: 'Kiểm tra việc chuyển hồ sơ',
    follows:
      'Hồ sơ rời khỏi danh sách của cơ quan này. Thời hạn trả lời tiếp nhận của cơ quan mới tính từ lúc chuyển.',
    submit: 'Chuyển hồ sơ',
    nowhere:
      'Không có cơ quan nào khác trong tỉnh tiếp nhận thủ tục này. Nếu không thuộc thẩm quyền, hãy từ chối và chỉ rõ nơi nộp.',
  },

  instant: {
    title: 'Giải quyết và trả kết quả ngay',
    lead: 'Dùng khi giải quyết xong trong lúc người nộp chờ tại quầy. Hồ sơ vẫn được cấp mã, ghi thời điểm và kết quả.',
    slip: 'Giấy tiếp nhận hồ sơ',
    slipAsked: 'Người nộp yêu cầu giấy tiếp nhận',
    slipAlways: 'Quy định yêu cầu lập giấy tiếp nhận cho mọi hồ sơ.',
    slipOnDemand: 'Theo quy định, thủ tục trả ngay không lập giấy tiếp nhận, trừ khi người nộp yêu cầu.',
    slipNever: 'Theo quy định, thủ tục trả ngay không lập giấy tiếp nhận.',
    yes: 'Có, in giấy tiếp nhận',
    no: 'Không lập',
    checkTitle: 'Kiểm tra kết quả trả ngay',
    submit: 'Ghi kết quả và cấp mã',
  },

  withdraw: {
    title: 'Dừng giải quyết theo đề nghị của người nộp',
    lead: 'Ghi đề nghị mà người nộp đưa ra tại quầy, bằng văn bản hoặc trực tiếp. Chỉ dừng được trước khi ban hành kết quả.',
    reason: 'Đề nghị của người nộp',
    reasonHint: 'Ví dụ: đơn đề nghị ngày 05/3/2026, không còn nhu cầu',
    reasonMissing: 'Nhập đề nghị của người nộp',
    checkTitle: 'Kiểm tra việc dừng giải quyết',
    ends: 'Hồ sơ kết thúc tại đây và không mở lại được. Trả lại người nộp giấy tờ bản giấy. Phí, lệ phí đã nộp theo pháp luật chuyên ngành.',
    allowed: 'Quy định cho dừng',
    submit: 'Dừng giải quyết hồ sơ',
  },

  amend: {
    title: 'Sửa đổi hồ sơ theo đề nghị của người nộp',
    lead: 'Sửa những nội dung người nộp đề nghị và đánh dấu, quét hoặc chụp giấy tờ mang thêm. Số và mã hồ sơ giữ nguyên, bản trước được lưu.',
    reason: 'Lý do sửa đổi',
    scans: 'Giấy tờ mang thêm',
    nothing: 'Chưa có nội dung hay giấy tờ nào thay đổi',
    notAllowed: 'Theo quy định, hồ sơ này không sửa đổi được lúc này.',
    checkTitle: 'Kiểm tra phần sửa đổi',
    before: 'Trước khi tiếp nhận, thời hạn trả lời tiếp nhận được tính lại từ lúc sửa đổi.',
    after: 'Thời hạn giải quyết không thay đổi.',
    submit: 'Ghi nhận sửa đổi',
  },

  changes: {
    title: 'Các lần thay đổi',
    one: 'Hồ sơ chưa thay đổi từ khi nộp.',
  },

  ended: {
    withdrawn: 'Đã dừng theo đề nghị của người nộp',
    closed: 'Đã đóng',
    asked: { portal: 'đề nghị trên Cổng', counter: 'đề nghị tại quầy' },
    noReason: 'Không nêu lý do',
  },
}

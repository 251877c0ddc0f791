import type { Bilingual } from '../source/diagnostic.ts'
import { wordsFor } from '../syntax/phrase-table.ts'
import type { PhraseType } from '../vocabulary/phrase.ts'
import { both } from './say.ts'

/** What happened, as the beginning of a sentence that goes on with a moment. */
export const eventWords: Readonly<Record<string, Bilingual>> = {
  submitted: { vi: 'Hồ sơ nộp lúc', en: 'The dossier was submitted at' },
  'system-received': { vi: 'Hồ sơ nộp lúc', en: 'The dossier was submitted at' },
  accepted: { vi: 'Hồ sơ được tiếp nhận lúc', en: 'The dossier was accepted at' },
  'question-received': { vi: 'Câu hỏi nhận được lúc', en: 'The question was received at' },
  'feedback-received': { vi: 'Phản ánh nhận được lúc', en: 'The feedback was received at' },
  due: { vi: 'Hạn trả kết quả là', en: 'The result is due at' },
  result: { vi: 'Kết quả có lúc', en: 'The result was recorded at' },
  'registration-received': { vi: 'Văn bản đăng ký nhận được lúc', en: 'The registration was received at' },
  'appraisal-received': { vi: 'Văn bản thẩm định nhận được lúc', en: 'The appraisal was received at' },
  'decision-received': {
    vi: 'Quyết định công bố nhận được lúc',
    en: 'The announcing decision was received at',
  },
  'request-received': { vi: 'Văn bản đề nghị nhận được lúc', en: 'The request was received at' },
  requested: { vi: 'Thời điểm được đề nghị là', en: 'The time asked for is' },
  'transfer-received': {
    vi: 'Hồ sơ chuyển đến được nhận lúc',
    en: 'The transferred dossier was received at',
  },
  agreed: { vi: 'Thời điểm được thỏa thuận là', en: 'The time agreed on is' },
  locked: { vi: 'Tài khoản bị khóa lúc', en: 'The account was locked at' },
  'decision-issued': { vi: 'Quyết định công bố ban hành lúc', en: 'The announcing decision was issued at' },
  'decision-effective': {
    vi: 'Quyết định công bố có hiệu lực từ',
    en: 'The announcing decision took effect at',
  },
  'items-requested': { vi: 'Yêu cầu bổ sung được gửi lúc', en: 'The missing items were asked for at' },
  'outage-began': { vi: 'Sự cố xảy ra lúc', en: 'The outage began at' },
  recovered: { vi: 'Sự cố khắc phục xong lúc', en: 'The outage was over at' },
  'handed-over': { vi: 'Biên bản giao nhận ký lúc', en: 'The handover was signed at' },
  'original-due': { vi: 'Hạn trả kết quả ban đầu là', en: 'The result was first due at' },
  report: { vi: 'Số liệu được chốt lúc', en: 'The figures were cut off at' },
}

/** What is owed within a term, as the beginning of a sentence that goes on with the term. */
export const dutyWords: Readonly<Record<string, Bilingual>> = {
  'intake.decision': { vi: 'Cơ quan phải trả lời trong', en: 'The office must reply within' },
  'processing.due': { vi: 'Cơ quan phải giải quyết trong', en: 'The office must settle the dossier within' },
  'question.triage': { vi: 'Câu hỏi phải được phân loại trong', en: 'The question must be triaged within' },
  'question.answer': { vi: 'Câu hỏi phải được trả lời trong', en: 'The question must be answered within' },
  'feedback.answer': { vi: 'Phản ánh phải được trả lời trong', en: 'The feedback must be answered within' },
  'service.appraisal': { vi: 'Việc thẩm định phải xong trong', en: 'The appraisal must be done within' },
  'procedure.publish': {
    vi: 'Thông tin phải được đăng tải trong',
    en: 'The procedure must be published within',
  },
  'extension.latest': {
    vi: 'Việc trả kết quả chỉ được lùi thêm',
    en: 'The result may be put off by at most',
  },
  'account.issue': { vi: 'Tài khoản phải được cấp trong', en: 'The accounts must be issued within' },
  'account.revoke': { vi: 'Tài khoản phải được thu hồi trong', en: 'The accounts must be revoked within' },
  'account.lockNotice': { vi: 'Việc khóa phải được thông báo trong', en: 'The lock must be notified within' },
  'account.activate': {
    vi: 'Tài khoản phải được kích hoạt trong',
    en: 'The account must be reactivated within',
  },
  'account.lock': { vi: 'Tài khoản phải được khóa trong', en: 'The account must be locked within' },
  'account.lockAhead': { vi: 'Đề nghị khóa phải gửi trong', en: 'The lock must be asked for within' },
  'apology.notice': { vi: 'Văn bản xin lỗi phải gửi trong', en: 'The apology must be sent within' },
  'intake.alert': { vi: 'Cán bộ phải được báo trong', en: 'The officer must be alerted within' },
  'instant.due': { vi: 'Kết quả phải được trả trong', en: 'The result must be returned within' },
  'outage.shift': { vi: 'Hạn được dời thêm', en: 'The deadline is put off by' },
  'supplement.notice': {
    vi: 'Yêu cầu bổ sung phải gửi trong',
    en: 'The missing items must be asked for within',
  },
  'supplement.window': {
    vi: 'Người nộp phải hoàn thiện hồ sơ trong',
    en: 'The applicant must complete the dossier within',
  },
  'transfer.due': { vi: 'Hồ sơ phải được chuyển trong', en: 'The dossier must be passed on within' },
  'interagency.crossLevelPaper': {
    vi: 'Hồ sơ giấy phải được chuyển trong',
    en: 'The paper dossier must be sent within',
  },
  'procedure.publishWarning': {
    vi: 'Thủ tục phải được cập nhật trong',
    en: 'The procedure must be updated within',
  },
  'agencies.update': {
    vi: 'Danh mục cơ quan phải được cập nhật trong',
    en: 'The directory must be updated within',
  },
  'interagency.part': {
    vi: 'Cơ quan phối hợp phải giải quyết trong',
    en: 'The coordinating agency must settle it within',
  },
  'postal.return': { vi: 'Bưu chính phải phát kết quả trong', en: 'The post must deliver the result within' },
}

/** What is owed, where a question has no words of its own. */
export const usualDuty: Bilingual = { vi: 'Thời hạn là', en: 'The term is' }

/** A value of a closed list as the language writes it. */
export const sayName = (value: string): Bilingual => sayWord('NAME', value)

/** A phrase as the language writes it. */
export const sayWord = (type: PhraseType, value: string): Bilingual =>
  both((lang) => wordsFor(type, value, lang))

/** Which of several channels a notice goes through, as the words before their names. */
export const modeWords: Readonly<Record<string, Bilingual>> = {
  all: { vi: 'qua tất cả các kênh', en: 'through all of' },
  any: { vi: 'qua ít nhất một trong các kênh', en: 'through at least one of' },
  'each-available': {
    vi: 'qua từng kênh người nộp đã đăng ký trong số',
    en: 'through each channel on file among',
  },
}

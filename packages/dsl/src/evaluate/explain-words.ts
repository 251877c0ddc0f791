import type { Bilingual } from '../source/diagnostic.ts'
import { phrases } from '../syntax/phrase-table.ts'

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
  locked: { vi: 'Tài khoản bị khóa lúc', en: 'The account was locked at' },
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
}

export const usualDuty: Bilingual = { vi: 'Thời hạn là', en: 'The term is' }

/** A value of a closed list as the language writes it. */
export function sayName(value: string): Bilingual {
  const found = phrases.find((one) => one.type === 'NAME' && one.value === value)
  return found ? { vi: found.vi[0]!, en: found.en[0]! } : { vi: value, en: value }
}

export const modeWords: Readonly<Record<string, Bilingual>> = {
  all: { vi: 'qua tất cả các kênh', en: 'through all of' },
  any: { vi: 'qua ít nhất một trong các kênh', en: 'through at least one of' },
  'each-available': {
    vi: 'qua từng kênh người nộp đã đăng ký trong số',
    en: 'through each channel on file among',
  },
}

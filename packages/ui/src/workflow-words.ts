import type { Locale, StepKind, WorkRole } from '@motcua/domain'

/** What the diagram of a workflow says. */
export interface WorkflowWords {
  readonly kinds: Readonly<Record<StepKind, string>>
  readonly roles: Readonly<Record<WorkRole, string>>
  readonly states: Readonly<Record<'done' | 'present' | 'ahead' | 'sent-back', string>>
  /** Of a body that settles the dossier, whichever it is. */
  readonly settlingBody: string
  readonly title: string
  readonly start: string
  readonly end: string
  readonly hours: (hours: number) => string
  readonly total: (hours: number) => string
  readonly step: (no: number) => string
  readonly holder: string
  readonly nobody: string
  readonly since: string
  readonly due: string
  readonly doneAt: string
}

const number = (value: number, locale: Locale): string =>
  new Intl.NumberFormat(locale === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 2 }).format(value)

const vi: WorkflowWords = {
  kinds: {
    receive: 'Nhận hồ sơ',
    assign: 'Phân công',
    appraise: 'Thẩm tra',
    consult: 'Lấy ý kiến',
    visit: 'Kiểm tra thực địa',
    submit: 'Trình duyệt',
    approve: 'Ký duyệt',
    record: 'Cập nhật kết quả',
  },
  roles: {
    'one-stop-officer': 'Bộ phận Một cửa',
    'one-stop-head': 'Trưởng bộ phận Một cửa',
    specialist: 'Chuyên viên',
    leader: 'Lãnh đạo',
  },
  states: { done: 'Đã làm', present: 'Đang ở bước này', ahead: 'Chưa đến', 'sent-back': 'Bị trả lại' },
  settlingBody: 'Cơ quan giải quyết',
  title: 'Sơ đồ quy trình',
  start: 'Tiếp nhận',
  end: 'Trả kết quả',
  hours: (hours) => `${number(hours, 'vi')} giờ làm việc`,
  total: (hours) => `Tổng thời gian các bước: ${number(hours, 'vi')} giờ làm việc`,
  step: (no) => `Bước ${no}`,
  holder: 'Người đang giữ',
  nobody: 'Chưa có người nhận',
  since: 'Từ',
  due: 'Hạn của bước',
  doneAt: 'Xong',
}

const en: WorkflowWords = {
  kinds: {
    receive: 'Take over',
    assign: 'Assign',
    appraise: 'Appraise',
    consult: 'Ask for opinions',
    visit: 'Visit the place',
    submit: 'Submit for signature',
    approve: 'Sign',
    record: 'Record the result',
  },
  roles: {
    'one-stop-officer': 'One-stop section',
    'one-stop-head': 'Head of the one-stop section',
    specialist: 'Specialist',
    leader: 'Leader',
  },
  states: { done: 'Done', present: 'It is here now', ahead: 'Not reached', 'sent-back': 'Sent back' },
  settlingBody: 'Settling body',
  title: 'Diagram of the workflow',
  start: 'Accepted',
  end: 'Result returned',
  hours: (hours) => `${number(hours, 'en')} working ${hours === 1 ? 'hour' : 'hours'}`,
  total: (hours) => `All steps together: ${number(hours, 'en')} working hours`,
  step: (no) => `Step ${no}`,
  holder: 'Held by',
  nobody: 'Nobody has taken it yet',
  since: 'Since',
  due: 'Due',
  doneAt: 'Done',
}

/** The words of the workflow diagram in a reader's language. */
export function workflowWords(locale: Locale): WorkflowWords {
  return locale === 'vi' ? vi : en
}

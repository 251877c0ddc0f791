import type { Command } from './command.ts'

/** A command by its name: what it is for, and where it is. */
export interface Listed {
  readonly name: string
  readonly about: { readonly vi: string; readonly en: string }
  readonly load: () => Promise<{ readonly command: Command }>
}

/** Every command, in the order the help shows them. Loading is per command, so that none pays for another. */
export const commands: readonly Listed[] = [
  {
    name: 'rules check',
    about: { vi: 'kiểm tra văn bản quy chế', en: 'check regulations' },
    load: () => import('./rules/check.ts'),
  },
  {
    name: 'rules format',
    about: {
      vi: 'viết lại theo dạng chuẩn, hoặc sang ngôn ngữ kia',
      en: 'write in canonical form, or in the other language',
    },
    load: () => import('./rules/format.ts'),
  },
  {
    name: 'rules test',
    about: { vi: 'chạy các ví dụ trong văn bản', en: 'run the examples in the files' },
    load: () => import('./rules/test.ts'),
  },
  {
    name: 'rules questions',
    about: { vi: 'danh mục câu hỏi dành cho quy chế', en: 'list the questions asked of a regulation' },
    load: () => import('./rules/questions.ts'),
  },
  {
    name: 'rules coverage',
    about: {
      vi: 'tỉnh trả lời câu hỏi nào, theo điều nào',
      en: 'which questions a tenant answers, by which article',
    },
    load: () => import('./rules/coverage.ts'),
  },
  {
    name: 'rules clauses',
    about: {
      vi: 'mỗi tham số của quy chế nằm ở quy tắc nào',
      en: 'which rule carries each parameter of the regulations',
    },
    load: () => import('./rules/clauses.ts'),
  },
  {
    name: 'rules eval',
    about: { vi: 'trả lời NDJSON từ đầu vào chuẩn', en: 'answer NDJSON from standard input' },
    load: () => import('./rules/eval.ts'),
  },
  {
    name: 'rules explain',
    about: {
      vi: 'trả lời bằng lời, từng bước kèm điều khoản',
      en: 'answer in sentences, every step with its article',
    },
    load: () => import('./rules/explain.ts'),
  },
  {
    name: 'rules diff',
    about: {
      vi: 'hai quy chế khác nhau ở đâu về nội dung',
      en: 'what changes in meaning between two regulations',
    },
    load: () => import('./rules/diff.ts'),
  },
  {
    name: 'rules replay',
    about: {
      vi: 'hồ sơ đã qua sẽ ra sao theo một quy chế khác',
      en: 'what past dossiers would be under another regulation',
    },
    load: () => import('./rules/replay.ts'),
  },
  {
    name: 'rules quotes',
    about: {
      vi: 'đối chiếu nguyên văn với văn bản gốc',
      en: 'compare quotations with the official text',
    },
    load: () => import('./rules/quotes.ts'),
  },
  {
    name: 'tenant check',
    about: { vi: 'kiểm tra thư mục của một tỉnh', en: "check a tenant's folder" },
    load: () => import('./tenant/check.ts'),
  },
  {
    name: 'tenant plan',
    about: { vi: 'cho biết áp dụng sẽ đổi gì', en: 'show what applying would change' },
    load: () => import('./tenant/plan.ts'),
  },
  {
    name: 'tenant apply',
    about: { vi: 'áp dụng thư mục của một tỉnh', en: "apply a tenant's folder" },
    load: () => import('./tenant/apply.ts'),
  },
  {
    name: 'tenant verify',
    about: {
      vi: 'đi thử cổng đang chạy của một tỉnh, từng mục một',
      en: 'visit the live portal of a tenant and check it',
    },
    load: () => import('./tenant/verify.ts'),
  },
  {
    name: 'audit verify',
    about: { vi: 'kiểm tra nhật ký chưa ai sửa', en: 'verify that nobody altered the trail' },
    load: () => import('./audit/verify.ts'),
  },
  {
    name: 'tenant export',
    about: {
      vi: 'ghi gói bàn giao toàn bộ dữ liệu của một tỉnh',
      en: 'write the hand-over archive of a tenant',
    },
    load: () => import('./backup/export.ts'),
  },
  {
    name: 'tenant import',
    about: { vi: 'nhận một tỉnh từ gói bàn giao', en: 'take a tenant in from its hand-over archive' },
    load: () => import('./backup/import.ts'),
  },
  {
    name: 'tenant purge',
    about: { vi: 'xóa dữ liệu của một tỉnh đã rời đi', en: 'take out the data of a tenant that left' },
    load: () => import('./backup/purge.ts'),
  },
  {
    name: 'backup make',
    about: { vi: 'sao lưu các tỉnh', en: 'back tenants up' },
    load: () => import('./backup/make.ts'),
  },
  {
    name: 'backup list',
    about: { vi: 'các bản sao lưu và tình trạng', en: 'list backups and how they stand' },
    load: () => import('./backup/list.ts'),
  },
  {
    name: 'backup verify',
    about: { vi: 'kiểm tra bản sao lưu còn nguyên vẹn', en: 'check that a backup is whole' },
    load: () => import('./backup/verify.ts'),
  },
  {
    name: 'backup restore',
    about: { vi: 'đưa một tỉnh về như trong bản sao lưu', en: 'put a tenant back as it was in a backup' },
    load: () => import('./backup/restore.ts'),
  },
  {
    name: 'backup drill',
    about: { vi: 'diễn tập phục hồi, kèm báo cáo', en: 'try restoring, with a report' },
    load: () => import('./backup/drill.ts'),
  },
  {
    name: 'tenant suspend',
    about: {
      vi: 'tạm ngừng một tỉnh: cổng báo, bàn làm việc đóng',
      en: 'suspend a tenant: its portal says so, its desk is closed',
    },
    load: () => import('./tenant/suspend.ts'),
  },
  {
    name: 'tenant resume',
    about: { vi: 'cho tỉnh hoạt động trở lại', en: 'put a tenant back into service' },
    load: () => import('./tenant/resume.ts'),
  },
  {
    name: 'tenant note-export',
    about: {
      vi: 'ghi nhận đã bàn giao dữ liệu của tỉnh',
      en: 'note that the archive of a tenant was handed over',
    },
    load: () => import('./tenant/note-export.ts'),
  },
  {
    name: 'tenant confirm-archive',
    about: {
      vi: 'bên nhận xác nhận dữ liệu; bắt đầu thời gian chờ xóa',
      en: 'the receiver confirmed the archive; the waiting time begins',
    },
    load: () => import('./tenant/confirm-archive.ts'),
  },
  {
    name: 'tenant twin',
    about: {
      vi: 'mở bản thử của một tỉnh, có đồng hồ chỉnh được',
      en: 'open the trial of a tenant, with a clock that can be moved',
    },
    load: () => import('./tenant/twin.ts'),
  },
  {
    name: 'operator invite',
    about: { vi: 'mời người vận hành hệ thống', en: 'invite an operator of the installation' },
    load: () => import('./operator/invite.ts'),
  },
  {
    name: 'agencies export',
    about: { vi: 'ghi danh mục cơ quan ra tệp CSV', en: "write a tenant's agencies to CSV files" },
    load: () => import('./agencies/export.ts'),
  },
  {
    name: 'agencies import',
    about: { vi: 'xem hoặc áp dụng thay đổi cơ quan từ CSV', en: 'preview or apply agencies from CSV files' },
    load: () => import('./agencies/import.ts'),
  },
  {
    name: 'db migrate',
    about: { vi: 'đưa cơ sở dữ liệu lên phiên bản này', en: 'bring the database to this version' },
    load: () => import('./db/migrate.ts'),
  },
  {
    name: 'db url',
    about: { vi: 'in địa chỉ cơ sở dữ liệu', en: 'print the address of the database' },
    load: () => import('./db/url.ts'),
  },
]

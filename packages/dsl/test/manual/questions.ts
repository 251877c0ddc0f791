import { type Bilingual, type FactInfo, type QuestionInfo, questions } from '../../src/index.ts'
import { wordsFor } from '../../src/syntax/phrase-table.ts'
import { events } from '../../src/vocabulary/facts.ts'
import { code, part, row, tableOf } from './layout.ts'

const bindings: Readonly<Record<QuestionInfo['binds'], Bilingual>> = {
  submission: { vi: 'khi nộp', en: 'submission' },
  clock: { vi: 'khi mở đồng hồ', en: 'clock opening' },
  act: { vi: 'khi thực hiện', en: 'the act' },
  payment: { vi: 'khi thanh toán', en: 'payment' },
  report: { vi: 'ngày báo cáo', en: 'the report day' },
}

/** `docs/reference/questions.md`: the closed list, with everything a rule and a caller need to know of each. */
export function questionsPage(): string {
  const groups = Map.groupBy(questions, ({ key }) => key.split('.')[0]!)
  return part(
    '# Danh mục câu hỏi · The list of questions',
    `Hệ thống hỏi quy chế ${questions.length} câu hỏi, không hơn. Quy tắc mở đầu bằng tên câu hỏi. Trang này được sinh ra từ danh mục; lệnh \`rules questions\` in ra cùng danh mục.`,
    `_The system asks a regulation ${questions.length} questions and no others. A rule opens with the name of its question. This page is made from the list; \`rules questions\` prints the same._`,
    '- **mã · key**: tên dùng cho máy · for programs · **loại · kind**: dạng câu trả lời · form of the answer',
    '- **dữ kiện · facts**: điều hệ thống cho biết khi hỏi; trong ngoặc vuông là không bắt buộc · what it tells when it asks; in brackets where it may be missing',
    '- **áp dụng · binds**: thời điểm chọn phiên bản quy chế (AMB-17) · the moment that chooses the version',
    ...[...groups].map(([group, own]) =>
      part(
        `## ${group}`,
        tableOf(
          [
            'câu hỏi',
            'question',
            'mã · key',
            'loại · kind',
            'dữ kiện · facts',
            'áp dụng · binds',
            'trả lời · answers',
          ],
          own.map(asRow),
        ),
      ),
    ),
  )
}

function asRow({ key, kind, phrase, facts, binds, words, granted }: QuestionInfo): string {
  const at = `${bindings[binds].vi} · ${bindings[binds].en}`
  const told = facts
    .filter(({ name }) => name !== 'asOf')
    .map(factOf)
    .join('<br>')
  const answers = (words ?? []).map((word) => code(wordsFor('NAME', word, 'vi'))).join(', ')
  const more = granted ? 'thời gian dành cho người dân · time granted to the citizen' : ''
  return row(phrase.vi, phrase.en, code(key), kind, told, at, [answers, more].filter(Boolean).join('<br>'))
}

function factOf({ name, type, required, events: named, default: usual }: FactInfo): string {
  const own = named ?? [...events.values()].filter(({ fact }) => fact === name).map(({ key }) => key)
  const called = type === 'instant' ? own.map((key) => wordsFor('EVENT', key, 'vi')).join(' | ') : ''
  const said = `${code(name)}${called ? ` (${called})` : ''}${usual === undefined ? '' : ` = ${String(usual)}`}`
  return required ? said : `[${said}]`
}

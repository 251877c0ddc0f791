import { phrases } from '../../src/syntax/phrase-table.ts'
import { dimensions } from '../../src/vocabulary/facts.ts'
import { wordsFor } from '../../src/syntax/phrase-table.ts'
import { code, part, row, tableOf } from './layout.ts'

const head = ['tiếng Việt', 'English', 'mã · key']

/** `docs/reference/names.md`: what can stand where a statement has a name, an event or a fact. */
export function namesPage(): string {
  const listOf = (type: string) =>
    tableOf(
      head,
      phrases
        .filter((one) => one.type === type)
        .map(({ vi, en, value }) => row(code(vi[0]!), code(en[0]!), value)),
    )
  return part(
    '# Tên, sự kiện và dữ kiện · Names, events and facts',
    'Trang này được sinh ra từ bảng từ. _This page is made from the phrase tables._',
    '## Sự kiện · Events',
    'Thời điểm mà thời hạn được tính từ đó. _Moments that terms are counted from._',
    listOf('EVENT'),
    '## Dữ kiện có vài giá trị · Facts of few values',
    tableOf(
      [...head, 'giá trị · values'],
      Object.entries(dimensions).map(([name, values]) => {
        const type = typeof values[0] === 'boolean' ? 'FLAG' : 'DIMENSION'
        const said =
          typeof values[0] === 'boolean'
            ? 'có · không'
            : values.map((one) => code(wordsFor('NAME', String(one), 'vi'))).join(', ')
        return row(code(wordsFor(type, name, 'vi')), code(wordsFor(type, name, 'en')), name, said)
      }),
    ),
    ...(['NUMERIC', 'STATE'] as const).flatMap((type) =>
      phrases.some((one) => (one.type as string) === type)
        ? [`## ${type === 'NUMERIC' ? 'Đại lượng · Quantities' : 'Trạng thái · States'}`, listOf(type)]
        : [],
    ),
    '## Tên · Names',
    'Tên nào dùng được ở đâu thì câu hỏi nói; máy báo E0303 nếu dùng sai chỗ. _The question says which name fits; E0303 tells where one does not._',
    listOf('NAME'),
  )
}

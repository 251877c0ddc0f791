import grammar from '../../src/syntax/grammar.generated.js'
import type { Bilingual } from '../../src/index.ts'
import { phrases } from '../../src/syntax/phrase-table.ts'
import type { Phrase } from '../../src/vocabulary/phrase.ts'
import { code, part, row, tableOf } from './layout.ts'

/** One alternative of the grammar: names of other parts, or kinds of lexemes. */
type Symbol = string | { readonly type: string }
interface Form {
  readonly name: string
  readonly symbols: readonly Symbol[]
}

const forms: readonly Form[] = grammar.ParserRules.map(({ name, symbols }) => ({
  name,
  symbols: (symbols as readonly Symbol[]).map((one) => (typeof one === 'string' ? one : { type: one.type })),
}))

/** What stands for a lexeme that is no phrase: something of its shape. */
const shapes: Readonly<Record<string, Bilingual>> = {
  STRING: { vi: '"…"', en: '"…"' },
  QUOTE: { vi: '«…»', en: '«…»' },
  DATE: { vi: '01/07/2026', en: '01/07/2026' },
  DATETIME: { vi: '2026-07-01T09:00', en: '2026-07-01T09:00' },
  TIME: { vi: '17:00', en: '17:00' },
  NUMBER: { vi: '05', en: '05' },
  NUMWORD: { vi: '(năm)', en: '(năm)' },
  FRACTION: { vi: '1/3', en: '1/3' },
  SLUG: { vi: 'ND118_2025', en: 'ND118_2025' },
  REF: { vi: '9.2.a', en: '9.2.a' },
  LETTER: { vi: 'a', en: 'a' },
  PERCENT: { vi: '%', en: '%' },
  COMMA: { vi: ',', en: ',' },
  COLON: { vi: ':', en: ':' },
  OPEN: { vi: '{', en: '{' },
  CLOSE: { vi: '}', en: '}' },
  LPAREN: { vi: '(', en: '(' },
  RPAREN: { vi: ')', en: ')' },
  EQUALS: { vi: '=', en: '=' },
  COMPARE: { vi: '<', en: '<' },
  MINUS: { vi: '-', en: '-' },
  PLUS_SIGN: { vi: '+', en: '+' },
  SLASH: { vi: '/', en: '/' },
}

/** Kinds of phrases that are long lists of their own. */
const lists: Readonly<Record<string, Bilingual>> = {
  NAME: { vi: '⟨tên⟩', en: '⟨name⟩' },
  QUESTION: { vi: '⟨câu hỏi⟩', en: '⟨question⟩' },
  EVENT: { vi: '⟨sự kiện⟩', en: '⟨event⟩' },
  DIMENSION: { vi: '⟨dữ kiện⟩', en: '⟨fact⟩' },
  FLAG: { vi: '⟨dữ kiện có hoặc không⟩', en: '⟨yes-or-no fact⟩' },
  NUMERIC: { vi: '⟨đại lượng⟩', en: '⟨quantity⟩' },
  WEEKDAY: { vi: '⟨thứ⟩', en: '⟨weekday⟩' },
  STATE: { vi: '⟨trạng thái⟩', en: '⟨state⟩' },
}

/** What the parts of statements are called; one without a name of its own goes by the grammar's. */
const partNames: Readonly<Record<string, Bilingual>> = {
  text: { vi: 'chữ', en: 'text' },
  set: { vi: 'tập', en: 'set' },
  word: { vi: 'từ', en: 'word' },
  alias: { vi: 'tên khác', en: 'alias' },
  range: { vi: 'buổi', en: 'session' },
  citation: { vi: 'điều khoản', en: 'citation' },
  duration: { vi: 'thời lượng', en: 'duration' },
  quantity: { vi: 'số lượng', en: 'amount' },
  unit: { vi: 'đơn vị', en: 'unit' },
  share: { vi: 'phần của tổng thời gian', en: 'share' },
  times: { vi: 'số lần', en: 'times' },
  sum: { vi: 'thời điểm', en: 'moment of an event' },
  channels: { vi: 'kênh', en: 'channels' },
  comparison: { vi: 'so sánh', en: 'comparison' },
  condition: { vi: 'điều kiện', en: 'condition' },
  test: { vi: 'phép thử', en: 'test' },
  fact: { vi: 'dữ kiện đã biết', en: 'given fact' },
  moment: { vi: 'ngày giờ', en: 'date and time' },
  value: { vi: 'câu trả lời', en: 'answer' },
  term: { vi: 'thời hạn', en: 'term' },
  weekdays: { vi: 'các ngày trong tuần', en: 'weekdays' },
  sequence: { vi: 'thời hạn nối tiếp', en: 'terms one after another' },
  moved: { vi: 'chuyển sang', en: 'moved to' },
  operands: { vi: 'các thời điểm', en: 'moments' },
  both: { vi: 'điều kiện ghép', en: 'joined conditions' },
  single: { vi: 'điều kiện đơn', en: 'single condition' },
  testBoth: { vi: 'phép thử ghép', en: 'joined tests' },
  testSingle: { vi: 'phép thử đơn', en: 'single test' },
  amount: { vi: 'lượng', en: 'quantity with its unit' },
  decimal: { vi: 'số thập phân', en: 'decimal' },
  counts: { vi: 'số đếm', en: 'counts' },
  population: { vi: 'tập hồ sơ', en: 'population' },
  ratioWords: { vi: 'cách tính tỷ lệ', en: 'ways of a ratio' },
  ratioWord: { vi: 'cách tính', en: 'way of a ratio' },
  move: { vi: 'chuyển trạng thái', en: 'move' },
  timing: { vi: 'hạn chuyển', en: 'timing' },
  onlyIf: { vi: 'chỉ khi', en: 'only if' },
  parts: { vi: 'thành phần', en: 'parts' },
  part: { vi: 'một thành phần', en: 'a part' },
}

const byType = Map.groupBy<string, Phrase>(phrases, ({ type }) => type)
const named = (name: string): Bilingual => partNames[name] ?? { vi: name, en: name }

/** Parts that are a list of another: `x`, `x, x`, …; given with the member. */
const memberOf = new Map<string, Symbol>(
  [...Map.groupBy(forms, ({ name }) => name)].flatMap(([name, own]) => {
    const [first, second] = own
    const isList =
      own.length === 2 &&
      first!.symbols.length === 1 &&
      second!.symbols[0] === name &&
      JSON.stringify(second!.symbols.at(-1)) === JSON.stringify(first!.symbols[0])
    return isList ? [[name, first!.symbols[0]!] as const] : []
  }),
)

function say(symbol: Symbol, lang: 'vi' | 'en'): string {
  if (typeof symbol !== 'string') return sayLexeme(symbol.type, lang)
  const member = memberOf.get(symbol)
  return member === undefined ? `⟨${named(symbol)[lang]}⟩` : `${say(member, lang)}, …`
}

function sayLexeme(type: string, lang: 'vi' | 'en'): string {
  const shape = shapes[type] ?? lists[type]
  if (shape) return shape[lang]
  const own = byType.get(type) ?? []
  return own.map((one) => one[lang][0]).join(' | ')
}

/** `trong ⟨thời lượng⟩ kể từ khi ⟨sự kiện⟩`, commas close to what they follow. */
const sentence = ({ symbols }: Form, lang: 'vi' | 'en'): string =>
  symbols
    .map((one) => say(one, lang))
    .join(' ')
    .replace(/ ([,:)}])/g, '$1')
    .replace(/([({]) /g, '$1')

/** The parts of a file, by the phrases that open their statements; the one without any holds all others. */
const sections: readonly { readonly title: string; readonly types: readonly string[] }[] = [
  {
    title: 'Phần mở đầu · The heading',
    types: [
      ...[
        'LANGUAGE',
        'REGULATION',
        'NATIONAL_ACT',
        'TITLE',
        'SYMBOL',
        'ISSUED',
        'EFFECTIVE',
        'CEASES',
        'AFFECTS',
      ],
      ...['ARTICLES', 'TRANSITION', 'COMPLIES', 'DAY_COUNTING', 'LEVELS', 'TIERS'],
      ...['EXAMPLE_HOURS', 'EXAMPLE_SEASON', 'EXAMPLE_INTAKE'],
    ],
  },
  { title: 'Niên lịch · The calendar', types: ['CALENDAR', 'COVERS', 'KNOWN_THROUGH', 'ORIGIN', 'DAY_KIND'] },
  {
    title: 'Quy tắc: căn cứ, điều kiện, hiệu lực · Rules: grounds, conditions, force',
    types: [
      ...[
        'RULE',
        'CITE',
        'SOURCE',
        'READING',
        'DEVIATES',
        'BINDS',
        'HOLDS_FROM',
        'HOLDS_THROUGH',
        'REFERS',
        'WHEN',
      ],
      ...['OTHERWISE', 'FOLLOWS', 'OTHERWISE_FOLLOWS'],
    ],
  },
  { title: 'Câu trả lời · Answers', types: [] },
  { title: 'Ví dụ · Examples', types: ['EXAMPLE'] },
]

/** `docs/reference/statements.md`: every statement, every part, every choice of words. */
export function statementsPage(): string {
  const statements = forms.filter(({ name }) => name === 'statement')
  const opens = ({ symbols }: Form) => (symbols[0] as { type: string }).type
  const listed = sections.flatMap(({ types }) => types)
  const isIn = (types: readonly string[]) => (form: Form) =>
    types.length > 0 ? types.includes(opens(form)) : !listed.includes(opens(form))
  const rest = Map.groupBy(
    forms.filter(({ name }) => name !== 'statement' && !memberOf.has(name)),
    ({ name }) => name,
  )
  return part(
    '# Mọi mẫu câu · Every statement',
    'Trang này được sinh ra từ bảng từ và ngữ pháp của ngôn ngữ. Chữ thường viết đúng như ở đây; `⟨…⟩` là chỗ điền, `a | b` là chọn một, `…` là có thể thêm nữa. Mỗi câu bắt đầu ở đầu dòng.',
    '_This page is made from the phrase tables and the grammar. Words are written as they stand; `⟨…⟩` is a place to fill, `a | b` a choice, `…` means more of the same. A statement begins a line._',
    ...sections.map(({ title, types }) =>
      part(`## ${title}`, tableOf(['tiếng Việt', 'English'], statements.filter(isIn(types)).map(asRow))),
    ),
    '## Phần của câu · Parts of statements',
    ...[...rest].map(([name, own]) =>
      part(
        `### ⟨${named(name).vi}⟩ · ⟨${named(name).en}⟩`,
        tableOf(['tiếng Việt', 'English'], own.filter(({ symbols }) => symbols.length > 0).map(asRow)),
      ),
    ),
    '## Cách viết khác · Other ways of writing',
    'Cùng một nghĩa có khi viết được nhiều cách; `rules format` đưa về cách thứ nhất. _Some meanings are written in several ways; `rules format` puts the first._',
    tableOf(
      ['tiếng Việt', 'English'],
      phrases
        .filter(({ vi, en }) => vi.length > 1 || en.length > 1)
        .map(({ vi, en }) => row(vi.map(code).join(' · '), en.map(code).join(' · '))),
    ),
    'Tên, sự kiện và dữ kiện ở [trang sau](names.md); câu hỏi ở [danh mục câu hỏi](questions.md). _Names, events and facts are on [their page](names.md), questions on [the list](questions.md)._',
  )
}

const asRow = (form: Form): string => row(code(sentence(form, 'vi')), code(sentence(form, 'en')))

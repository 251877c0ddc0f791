import { type Program, type SourceFile, placeOf, questions } from '@motcua/dsl'
import { type Carrier, type ClauseRow, type HeaderLine, carriersOf } from './clause-rows.ts'

/** The regulations the rows are of, each with its files. */
export interface Law {
  readonly trees: Program['trees']
  readonly files: readonly SourceFile[]
}

/** Every row with what carries it, as a page of the manual: per regulation a table, Vietnamese and English. */
export function clauseReport(rows: readonly ClauseRow[], law: Law): string {
  const regulations = Map.groupBy(rows, ({ regulation, of }) => `${of}, ${regulation}`)
  const told = [...regulations].map(([name, own]) => section(name, own, law))
  const open = rows.reduce((sum, row) => sum + openOf(row, law), 0)
  return `${heading(rows.length, open)}\n${told.join('\n')}`
}

/** How many questions of a row no rule answers yet. */
const openOf = (row: ClauseRow, law: Law): number =>
  carriersOf(row, treeOf(row, law)).filter(({ at }) => !at).length

const heading = (rows: number, open: number): string => `# Điều khoản và quy tắc · Clauses and their rules

Mỗi tham số mà các quy chế đặt ra, và quy tắc mang nó: ${rows} dòng, còn ${open} quy tắc chưa viết. Trang này do
\`npm run -s motcua -- rules clauses\` in ra từ [rules/clauses.ndjson](../rules/clauses.ndjson) và các tệp quy chế.

_Each parameter that the regulations set, and the rule that carries it: ${rows} rows, ${open} rules not written yet. The
command above prints this page._
`

function section(name: string, rows: readonly ClauseRow[], law: Law): string {
  const lines = rows.map(
    (row) => `| ${row.id} | ${whereOf(row.cite)} | ${row.about} | ${carriedBy(row, law)} |`,
  )
  return [
    `## ${name}`,
    '',
    '| mã · id | nơi · where | nội dung · what | quy tắc · rule |',
    '| --- | --- | --- | --- |',
    ...lines,
    '',
  ].join('\n')
}

function carriedBy(row: ClauseRow, law: Law): string {
  if (row.why) return `${row.why.vi} · _${row.why.en}_`
  return carriersOf(row, treeOf(row, law))
    .map((one) => linkOf(one, law.files))
    .join('<br>')
}

function linkOf({ name, at }: Carrier, files: readonly SourceFile[]): string {
  const label = lineNames[name as HeaderLine] ?? `\`${name}\` ${phraseOf(name)}`
  if (!at) return `${label}: chưa viết · _not written yet_`
  const { text } = files.find(({ path }) => path === at.path)!
  const { line } = placeOf(text, at.from)
  return `${label}: [${at.path.replace('rules/', '')}:${line}](../${at.path}#L${line})`
}

const lineNames: Readonly<Record<HeaderLine, string>> = {
  effective: 'hiệu lực · start of effect',
  affects: 'văn bản bị thay · texts it ends',
}

const phraseOf = (key: string): string => {
  const { vi, en } = questions.find((one) => one.key === key)!.phrase
  return `${vi} · _${en}_`
}

/** `12.2.a` as `điểm a khoản 2 Điều 12`. */
function whereOf(cite: string): string {
  const [first, second, third] = cite.split('.')
  if (first === 'QĐ') return `Quyết định, Điều ${[second, third].filter(Boolean).join('.')}`
  const clause = second !== undefined && /^\d/.test(second) ? second : undefined
  const point = clause === undefined ? second : third
  return [point && `điểm ${point}`, clause && `khoản ${clause}`, `Điều ${first}`].filter(Boolean).join(' ')
}

/** The regulation a row is of; a row of a regulation that is not there is a fault of the list. */
function treeOf({ id, regulation, of }: ClauseRow, { trees }: Law): Program['trees'][number] {
  const tree = trees.find((one) => one.number === regulation && one.of === of)
  if (!tree) throw new Error(`${id}: there is no regulation ${regulation} of ${of}`)
  return tree
}

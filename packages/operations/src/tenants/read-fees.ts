import { FeeRate, type Procedure } from '@motcua/domain'
import { readRecords, type Reader } from './read-file-checked.ts'

type Lined = { readonly line: number; readonly value: FeeRate }[]

/** The nation's fee table and the province's. */
export interface FeeTables {
  readonly national: Lined
  readonly own: Lined
}

const columns = [
  'procedure',
  'cases',
  'modes',
  'item',
  'kind',
  'amount',
  'per',
  'countBy',
  'forWhom',
  'due',
  'from',
  'to',
  'basis',
]

/** Reads `fees.csv` of both folders. */
export async function readFees(own: Reader, national: Reader): Promise<FeeTables> {
  return {
    national: await readRecords(national, 'fees.csv', columns, FeeRate, cells),
    own: await readRecords(own, 'fees.csv', columns, FeeRate, cells),
  }
}

function cells({
  cases,
  modes,
  amount,
  per,
  countBy,
  forWhom,
  to,
  ...rest
}: Readonly<Record<string, string>>) {
  return {
    ...rest,
    cases: words(cases),
    modes: words(modes),
    amount: /^\d+$/.test(amount ?? '') ? Number(amount) : amount,
    ...(per && { per }),
    ...(countBy && { countBy }),
    ...(forWhom && { forWhom }),
    ...(to && { to }),
  }
}

function words(text = ''): string[] {
  return text.split(/\s+/).filter(Boolean)
}

/** The lines that hold: for a procedure the province has lines for, those; the nation's for every other. */
export function feesInForce({ national, own }: FeeTables): FeeRate[] {
  const ours = new Set(own.map(({ value }) => value.procedure))
  const kept = national.filter(({ value }) => !ours.has(value.procedure))
  return [...own, ...kept].map(({ value }) => value)
}

/** Notes lines about what is not in the catalogue, lines that end before they begin, and lines that say two things at once. */
export function checkFees(
  own: Reader,
  national: Reader,
  tables: FeeTables,
  catalogue: readonly Procedure[],
): void {
  checkTable(own, tables.own, catalogue)
  checkTable(national, tables.national, catalogue)
}

function checkTable(reader: Reader, table: Lined, catalogue: readonly Procedure[]): void {
  const cases = new Map(catalogue.map((one) => [one.code, new Set(one.cases.map(({ id }) => id))]))
  const note = (line: number, vi: string, en: string): number =>
    reader.problems.push({ file: 'fees.csv', line, vi, en })
  for (const [i, { line, value }] of table.entries()) {
    const known = cases.get(value.procedure)
    if (!known) {
      const code = value.procedure
      note(
        line,
        `danh mục quốc gia không có thủ tục \`${code}\``,
        `the national catalogue has no procedure \`${code}\``,
      )
    }
    for (const id of value.cases.filter((one) => known && !known.has(one)))
      note(line, `thủ tục không có trường hợp \`${id}\``, `the procedure has no case \`${id}\``)
    if (value.to !== undefined && value.to < value.from)
      note(
        line,
        `hết hiệu lực ${value.to} trước khi có hiệu lực ${value.from}`,
        `ends ${value.to} before it begins ${value.from}`,
      )
    const twin = table.slice(0, i).find((other) => saysTwice(other.value, value))
    if (twin)
      note(
        line,
        `cùng một khoản, cùng thời gian và trường hợp với dòng ${twin.line}`,
        `the same item for the same time and case as line ${twin.line}`,
      )
  }
}

function saysTwice(a: FeeRate, b: FeeRate): boolean {
  const meet = (one: readonly string[], other: readonly string[]): boolean =>
    one.length === 0 || other.length === 0 || one.some((word) => other.includes(word))
  return (
    a.procedure === b.procedure &&
    a.item === b.item &&
    a.forWhom === b.forWhom &&
    meet(a.cases, b.cases) &&
    meet(a.modes, b.modes) &&
    a.from <= (b.to ?? a.from) &&
    b.from <= (a.to ?? b.from)
  )
}

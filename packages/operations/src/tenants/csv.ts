/** One record of a CSV file with the line it begins on. */
export interface CsvRecord {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

export interface CsvFault {
  readonly line: number
  readonly code: 'unclosed-quote' | 'wrong-cell-count' | 'missing-column'
  /** The column missing, or how many cells stand where how many were expected. */
  readonly detail: string
}

/**
 * Reads RFC 4180 text whose first line names the columns. Empty lines are skipped; faults are collected. A byte order
 * mark is passed over, and semicolons or tabs part the cells where the first line has no comma: so spreadsheets with
 * Vietnamese settings write it.
 */
export function readCsv(
  text: string,
  columns: readonly string[],
): { records: CsvRecord[]; faults: CsvFault[] } {
  const plain = text.replace(/^\uFEFF/, '')
  const { rows, unclosedAt } = splitRows(plain, separatorOf(plain))
  const [header, ...body] = rows
  const faults: CsvFault[] =
    unclosedAt === undefined ? [] : [{ line: unclosedAt, code: 'unclosed-quote', detail: '' }]
  const names = header?.cells ?? []
  for (const column of columns) {
    if (!names.includes(column)) faults.push({ line: 1, code: 'missing-column', detail: column })
  }
  const records: CsvRecord[] = []
  for (const { line, cells } of body) {
    if (cells.length === names.length) {
      records.push({ line, cells: Object.fromEntries(names.map((name, i) => [name, cells[i]!.trim()])) })
    } else {
      faults.push({ line, code: 'wrong-cell-count', detail: `${cells.length}/${names.length}` })
    }
  }
  return { records, faults }
}

interface Row {
  readonly line: number
  readonly cells: string[]
}

function separatorOf(text: string): string {
  const [first = ''] = text.split('\n', 1)
  if (first.includes(',')) return ','
  return [';', '\t'].find((mark) => first.includes(mark)) ?? ','
}

function splitRows(text: string, separator: string): { rows: Row[]; unclosedAt?: number } {
  const rows: Row[] = []
  let cells: string[] = []
  let cell = ''
  let line = 1
  let startedAt = 1
  let quotedSince: number | undefined
  const endRow = (): void => {
    cells.push(cell)
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: startedAt, cells })
    cells = []
    cell = ''
  }
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!
    if (quotedSince !== undefined) {
      if (char === '"' && text[i + 1] === '"') cell += text[++i]
      else if (char === '"') quotedSince = undefined
      else cell += char
    } else if (char === '"' && cell === '') quotedSince = line
    else if (char === separator) {
      cells.push(cell)
      cell = ''
    } else if (char === '\n') endRow()
    else if (char !== '\r') cell += char
    if (char === '\n') {
      line++
      if (quotedSince === undefined) startedAt = line
    }
  }
  endRow()
  return quotedSince === undefined ? { rows } : { rows, unclosedAt: quotedSince }
}

/** The columns the first line of a text names. */
export function columnsIn(text: string): string[] {
  const plain = text.replace(/^\uFEFF/, '')
  return (splitRows(plain, separatorOf(plain)).rows[0]?.cells ?? []).map((name) => name.trim())
}

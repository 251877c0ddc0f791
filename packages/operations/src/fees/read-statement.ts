import { createHash } from 'node:crypto'
import { instant, type Instant } from '@motcua/calendar'

/** One movement of a statement as the bank wrote it. */
export interface StatementLine {
  /** Line of the file, from 1. */
  readonly line: number
  readonly bookedAt: Instant
  /** Đồng: in, or below nothing out. */
  readonly amount: number
  readonly description: string
  readonly bankRef: string
}

export interface StatementFault {
  readonly line: number
  readonly code: 'no-header' | 'date' | 'amount' | 'empty' | 'too-long' | 'not-text'
  readonly found: string
}

/** Most lines of one file. */
export const mostLines = 5000

/** What banks call their columns, folded: without diacritics, in small letters. */
const names = {
  date: ['ngay giao dich', 'ngay', 'ngay gd', 'ngay hach toan', 'thoi gian', 'date', 'transaction date'],
  ref: [
    'so tham chieu',
    'ma giao dich',
    'so but toan',
    'so gd',
    'so ct',
    'reference',
    'ref',
    'transaction no',
  ],
  credit: ['ghi co', 'so tien ghi co', 'co', 'credit', 'tien vao'],
  debit: ['ghi no', 'so tien ghi no', 'no', 'debit', 'tien ra'],
  amount: ['so tien', 'amount'],
  description: ['noi dung', 'dien giai', 'noi dung giao dich', 'mo ta', 'description', 'remark'],
} as const
type Column = keyof typeof names

/**
 * Reads a statement file as banks give it: text with a comma, semicolon or tab between columns, their names in one of
 * the first lines, dates as `dd/mm/yyyy`, amounts as `1.250.000` or `1,250,000`. Nothing is guessed: what cannot be
 * read is told with its line, and then nothing of the file is taken in.
 */
export function readStatement(bytes: Uint8Array): { lines: StatementLine[]; faults: StatementFault[] } {
  const text = decode(bytes)
  if (text === undefined) return { lines: [], faults: [{ line: 1, code: 'not-text', found: '' }] }
  const rows = text.split(/\r\n|\n|\r/)
  if (rows.length > mostLines + 50)
    return { lines: [], faults: [{ line: mostLines, code: 'too-long', found: String(rows.length) }] }
  const header = findHeader(rows)
  if (!header)
    return { lines: [], faults: [{ line: 1, code: 'no-header', found: rows[0]?.slice(0, 80) ?? '' }] }
  const lines: StatementLine[] = []
  const faults: StatementFault[] = []
  const seen = new Map<string, number>()
  for (let at = header.at + 1; at < rows.length; at++) {
    const row = rows[at]!
    if (row.trim() === '') continue
    const cells = split(row, header.separator)
    const cell = (column: Column): string => cells[header.columns[column] ?? -1]?.trim() ?? ''
    // Totals stand below the movements and have no date.
    if (cell('date') === '') continue
    const read = readLine(cell, at + 1)
    if ('code' in read) faults.push(read)
    else lines.push({ ...read, bankRef: read.bankRef || fingerprint(read, seen) })
  }
  if (lines.length === 0 && faults.length === 0)
    faults.push({ line: header.at + 1, code: 'empty', found: '' })
  return { lines, faults }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // A file of zeros is no text, whatever its name.
    return text.includes('\0') ? undefined : text.normalize('NFC')
  } catch {
    return undefined
  }
}

interface Header {
  readonly at: number
  readonly separator: string
  readonly columns: Partial<Record<Column, number>>
}

function findHeader(rows: readonly string[]): Header | undefined {
  for (const [at, row] of rows.slice(0, 30).entries()) {
    for (const separator of [';', '\t', ',']) {
      const cells = split(row, separator).map(fold)
      const columns: Partial<Record<Column, number>> = {}
      for (const column of Object.keys(names) as Column[]) {
        const index = cells.findIndex((cell) => (names[column] as readonly string[]).includes(cell))
        if (index >= 0) columns[column] = index
      }
      const money = columns.credit !== undefined || columns.amount !== undefined
      if (columns.date !== undefined && columns.description !== undefined && money)
        return { at, separator, columns }
    }
  }
  return undefined
}

function readLine(cell: (column: Column) => string, line: number): StatementLine | StatementFault {
  const bookedAt = dateIn(cell('date'))
  if (!bookedAt) return { line, code: 'date', found: cell('date').slice(0, 40) }
  const [credit, debit] = [amountIn(cell('credit') || cell('amount')), amountIn(cell('debit'))]
  if (credit === undefined || debit === undefined || credit - debit === 0 || Math.abs(credit - debit) > 2e9)
    return {
      line,
      code: 'amount',
      found: `${cell('credit') || cell('amount')} ${cell('debit')}`.trim().slice(0, 40),
    }
  return {
    line,
    bookedAt,
    amount: credit - debit,
    description: cell('description').slice(0, 500),
    bankRef: cell('ref').slice(0, 80),
  }
}

/** `04/08/2026`, `04/08/2026 09:15:00` or `2026-08-04 09:15`. */
function dateIn(text: string): Instant | undefined {
  const vi = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(text)
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?/.exec(text)
  const parts = vi ? [vi[3], vi[2], vi[1], ...vi.slice(4)] : iso?.slice(1)
  if (!parts) return undefined
  const [year, month, day, hour = '0', minute = '0', second = '0'] = parts.map((part) =>
    part?.padStart(2, '0'),
  )
  const two = (part: string): string => part.padStart(2, '0')
  try {
    return instant(`${year}-${month}-${day}T${two(hour)}:${two(minute)}:${two(second)}+07:00`)
  } catch {
    return undefined
  }
}

/** Whole đồng; an empty cell is none. Groups of three may be parted by points or commas, and `,00` may end it. */
function amountIn(text: string): number | undefined {
  const bare = text.replace(/(VND|VNĐ|đ)$/i, '').replaceAll(/[\s\u00a0+]/g, '')
  if (bare === '' || bare === '-') return 0
  const match = /^(-?)(\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+|\d+)(?:[.,]0{1,2})?$/.exec(bare)
  if (!match) return undefined
  return Number(`${match[1]}${match[2]!.replaceAll(/[.,]/g, '')}`)
}

/** A movement the bank gave no number is known by what it says, and by which of several alike it is. */
function fingerprint({ bookedAt, amount, description }: StatementLine, seen: Map<string, number>): string {
  const said = createHash('sha256')
    .update(`${bookedAt}\n${amount}\n${description}`)
    .digest('hex')
    .slice(0, 24)
  const nth = (seen.get(said) ?? 0) + 1
  seen.set(said, nth)
  return `#${said}-${nth}`
}

/** The cells of a row; one in double quotes may hold the separator. */
function split(row: string, separator: string): string[] {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let i = 0; i < row.length; i++) {
    const char = row[i]!
    if (quoted && char === '"' && row[i + 1] === '"') cell += row[++i]
    else if (char === '"') quoted = !quoted
    else if (char === separator && !quoted) {
      cells.push(cell)
      cell = ''
    } else cell += char
  }
  return [...cells, cell]
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/đ/gi, 'd')
    .toLowerCase()
    .replaceAll(/\(.*\)|[^a-z ]/g, '')
    .trim()
}

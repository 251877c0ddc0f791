import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LineCounter, parseDocument, type Document } from 'yaml'
import { z } from 'zod'
import { readCsv, type CsvFault, type CsvRecord } from './csv.ts'
import type { Problem } from './problem.ts'

/** Reads the files of one folder, collecting every problem instead of stopping at the first. */
export interface Reader {
  readonly folder: string
  readonly problems: Problem[]
}

const vi = z.locales.vi().localeError
const en = z.locales.en().localeError

/** The text of a file, or undefined where it cannot be read (noted, unless the file may be missing). */
export async function readText(
  reader: Reader,
  file: string,
  missing: 'allowed' | 'noted' = 'noted',
): Promise<string | undefined> {
  try {
    return (await readFile(join(reader.folder, file), 'utf8')).normalize('NFC')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' && missing === 'allowed') return undefined
    reader.problems.push(
      code === 'ENOENT'
        ? { file, vi: 'không có tệp này', en: 'this file is missing' }
        : { file, vi: `không đọc được tệp: ${code}`, en: `the file cannot be read: ${code}` },
    )
    return undefined
  }
}

/** A YAML or JSON file (JSON is YAML) of the given shape, or undefined with the problems noted by line. */
export async function readYaml<Schema extends z.ZodType>(
  reader: Reader,
  file: string,
  schema: Schema,
  missing: 'allowed' | 'noted' = 'noted',
): Promise<z.output<Schema> | undefined> {
  const text = await readText(reader, file, missing)
  if (text === undefined) return undefined
  const sound = file.endsWith('.json') ? schema.safeParse(fromJson(text)) : undefined
  if (sound?.success) return sound.data
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  for (const error of document.errors) {
    const { line, col } = lines.linePos(error.pos[0])
    const said = error.message.split('\n')[0]!
    reader.problems.push({
      file,
      line,
      column: col,
      vi: `không đúng cú pháp: ${said}`,
      en: `not well formed: ${said}`,
    })
  }
  if (document.errors.length > 0) return undefined
  return checkShape(reader, file, schema, document.toJS(), (path) => lineOf(document, lines, path))
}

/** JSON is read ten times faster as such; only where something is wrong with it are its lines needed. */
function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A CSV file with these columns, each record turned into a value of the given shape. */
export async function readRecords<Schema extends z.ZodType>(
  reader: Reader,
  file: string,
  columns: readonly string[],
  schema: Schema,
  shape: (cells: CsvRecord['cells']) => unknown,
  missing: 'allowed' | 'noted' = 'noted',
): Promise<{ line: number; value: z.output<Schema> }[]> {
  const text = await readText(reader, file, missing)
  return text === undefined ? [] : recordsIn(reader, { file, text }, columns, schema, shape)
}

/** The records of a CSV text that is there already. */
export function recordsIn<Schema extends z.ZodType>(
  reader: Pick<Reader, 'problems'>,
  { file, text }: { file: string; text: string },
  columns: readonly string[],
  schema: Schema,
  shape: (cells: CsvRecord['cells']) => unknown,
): { line: number; value: z.output<Schema> }[] {
  const { records, faults } = readCsv(text, columns)
  for (const fault of faults) reader.problems.push({ file, line: fault.line, ...csvWords(fault) })
  return records.flatMap(({ line, cells }) => {
    const value = checkShape(reader, file, schema, shape(cells), () => line)
    return value === undefined ? [] : [{ line, value }]
  })
}

function checkShape<Schema extends z.ZodType>(
  { problems }: Pick<Reader, 'problems'>,
  file: string,
  schema: Schema,
  value: unknown,
  lineAt: (path: PropertyKey[]) => number | undefined,
): z.output<Schema> | undefined {
  const inEnglish = schema.safeParse(value, { error: en })
  if (inEnglish.success) return inEnglish.data
  const inVietnamese = schema.safeParse(value, { error: vi })
  inEnglish.error.issues.forEach((issue, i) => {
    const place = issue.path.length > 0 ? `\`${issue.path.join('.')}\`: ` : ''
    const line = lineAt(issue.path)
    problems.push({
      file,
      ...(line !== undefined && { line }),
      vi: place + (inVietnamese.error?.issues[i]?.message ?? issue.message),
      en: place + issue.message,
    })
  })
  return undefined
}

/** The line of the value at a path, or of the nearest thing around it that exists. */
function lineOf(document: Document, lines: LineCounter, path: PropertyKey[]): number | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as
      { range?: [number, number, number] } | undefined
    if (node?.range) return lines.linePos(node.range[0]).line
  }
  return undefined
}

function csvWords({ code, detail }: CsvFault): { vi: string; en: string } {
  switch (code) {
    case 'unclosed-quote':
      return {
        vi: 'dấu nháy kép mở ở dòng này không được đóng',
        en: 'the double quote opened on this line is not closed',
      }
    case 'missing-column':
      return { vi: `thiếu cột \`${detail}\``, en: `the column \`${detail}\` is missing` }
    case 'wrong-cell-count':
      return {
        vi: `số ô không khớp với số cột: ${detail}`,
        en: `the number of cells differs from the columns: ${detail}`,
      }
    default:
      throw code satisfies never
  }
}

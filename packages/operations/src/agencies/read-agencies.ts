import { Agency, BodySuccession, ReceivingPoint, type OfferedProcedure } from '@motcua/domain'
import { readRecords, recordsIn, type Reader } from '../tenants/read-file-checked.ts'

/** Values of a file, each with the line it begins on. */
export type Lined<T> = { readonly line: number; readonly value: T }[]

export const agenciesFile = 'agencies.csv'
export const pointsFile = 'receiving-points.csv'
export const successorsFile = 'successors.csv'

/** The files a province's bodies are declared in. */
export const bodyFiles = [agenciesFile, pointsFile, successorsFile] as const
export type BodyFile = (typeof bodyFiles)[number]

/** The bodies of a province as three files declare them. */
export interface DeclaredBodies {
  readonly agencies: Lined<Agency>
  readonly points: Lined<ReceivingPoint>
  readonly successions: Lined<BodySuccession>
}

const agencyColumns = ['id', 'name', 'level', 'parentId', 'code', 'address', 'phone', 'oneStop']
const furtherAgencyColumns = ['hotline', 'email', 'location', 'receivesAt', 'authority', 'from', 'to']
const pointColumns = ['agencyId', 'name', 'address', 'phone']
const furtherPointColumns = ['location', 'from', 'to']
const successorColumns = ['from', 'to', 'on', 'decision']

/** Every column these files may have, in the order in which they are written. */
export const columnsOfFile: Readonly<Record<BodyFile, readonly string[]>> = {
  [agenciesFile]: [...agencyColumns, ...furtherAgencyColumns],
  [pointsFile]: [...pointColumns, ...furtherPointColumns],
  [successorsFile]: successorColumns,
}

/** Reads the bodies a folder declares; what cannot be read is noted with its line. */
export async function readAgencies(reader: Reader): Promise<DeclaredBodies> {
  return {
    agencies: await readRecords(reader, agenciesFile, agencyColumns, Agency, agencyOfCells),
    points: await readRecords(reader, pointsFile, pointColumns, ReceivingPoint, filled, 'allowed'),
    successions: await readRecords(
      reader,
      successorsFile,
      successorColumns,
      BodySuccession,
      (c) => c,
      'allowed',
    ),
  }
}

/** The texts of the files that declare bodies; those that are not given stay as they are. */
export type BodyTexts = Partial<Record<BodyFile, string>>

/** Reads bodies out of texts; what cannot be read is noted with its line. A missing text has no lines. */
export function readBodyTexts(reader: Pick<Reader, 'problems'>, texts: BodyTexts): DeclaredBodies {
  const of = (file: BodyFile): { file: BodyFile; text: string } | undefined => {
    const text = texts[file]
    return text === undefined ? undefined : { file, text: text.normalize('NFC') }
  }
  const [agencies, points, successions] = [of(agenciesFile), of(pointsFile), of(successorsFile)]
  return {
    agencies: agencies ? recordsIn(reader, agencies, agencyColumns, Agency, agencyOfCells) : [],
    points: points ? recordsIn(reader, points, pointColumns, ReceivingPoint, filled) : [],
    successions: successions
      ? recordsIn(reader, successions, successorColumns, BodySuccession, (cells) => cells)
      : [],
  }
}

/** The body one line of `agencies.csv` describes, before it is checked. */
export function agencyOfCells({ oneStop, ...cells }: Readonly<Record<string, string>>): unknown {
  const { address = '', phone = '' } = cells
  return {
    ...filled(cells),
    address: plain(address),
    phone: plain(phone),
    hasOneStopSection: oneStop === 'yes',
  }
}

/** Only the cells in which something stands. */
export function filled(cells: Readonly<Record<string, string>>): Record<string, string> {
  const full = Object.entries(cells).filter(([, cell]) => cell !== '')
  return Object.fromEntries(full.map(([column, cell]) => [column, plain(cell)]))
}

/** A cell that begins like a formula is written behind an apostrophe, so that no spreadsheet runs it. */
function plain(cell: string): string {
  return /^'[=+\-@]/.test(cell) ? cell.slice(1) : cell
}

/** `@commune` stands for every body of that tier that receives dossiers, whenever it does. */
export function expandAgencies(offered: OfferedProcedure, agencies: Lined<Agency>): OfferedProcedure {
  const ids = offered.agencies.flatMap((name) =>
    name.startsWith('@')
      ? agencies
          .filter(({ value }) => value.hasOneStopSection && `@${value.level}` === name)
          .map(({ value }) => value.id)
      : [name],
  )
  return { ...offered, agencies: [...new Set(ids)] }
}

import { Agency, BodySuccession, ReceivingPoint, type OfferedProcedure } from '@motcua/domain'
import { readRecords, type Reader } from '../tenants/read-file-checked.ts'

/** Values of a file, each with the line it begins on. */
export type Lined<T> = { readonly line: number; readonly value: T }[]

export const agenciesFile = 'agencies.csv'
export const pointsFile = 'receiving-points.csv'
export const successorsFile = 'successors.csv'

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
export const columnsOfFile: Readonly<Record<string, readonly string[]>> = {
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

/** The body one line of `agencies.csv` describes, before it is checked. */
export function agencyOfCells({ oneStop, ...cells }: Readonly<Record<string, string>>): unknown {
  const { address = '', phone = '' } = cells
  return { ...filled(cells), address, phone, hasOneStopSection: oneStop === 'yes' }
}

/** Only the cells in which something stands. */
export function filled(cells: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== ''))
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

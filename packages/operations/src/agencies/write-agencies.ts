import type { Agency, BodySuccession, ReceivingPoint } from '@motcua/domain'
import { agenciesFile, columnsOfFile, pointsFile, successorsFile, type BodyFile } from './read-agencies.ts'

/** What a province declares about its bodies. */
export interface Bodies {
  readonly agencies: readonly Agency[]
  readonly receivingPoints: readonly ReceivingPoint[]
  readonly successions: readonly BodySuccession[]
}

/** The three files of bodies as texts, which read back the same. */
export function writeAgencies(bodies: Bodies): Record<BodyFile, string> {
  const { agencies, receivingPoints, successions } = bodies
  return {
    [agenciesFile]: table(
      agenciesFile,
      agencies.map(({ hasOneStopSection, ...rest }) => ({
        ...rest,
        oneStop: hasOneStopSection ? 'yes' : '',
      })),
    ),
    [pointsFile]: table(pointsFile, receivingPoints),
    [successorsFile]: table(successorsFile, successions),
  }
}

function table(file: BodyFile, records: readonly object[]): string {
  const columns = columnsOfFile[file]
  const rows = records.map((record) =>
    columns.map((column) => (record as Readonly<Record<string, string | undefined>>)[column] ?? ''),
  )
  return [columns, ...rows].map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('')
}

/** A cell that begins like a formula stands behind an apostrophe, so that no spreadsheet runs it. */
function cellOf(value: string): string {
  const text = /^[=+\-@]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

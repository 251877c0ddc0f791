import { tiersOf } from '@motcua/domain'
import { columnsIn } from '../tenants/csv.ts'
import type { TenantFolder } from '../tenants/folder.ts'
import type { Problem } from '../tenants/problem.ts'
import { checkAgencies } from './check-agencies.ts'
import { agenciesFile, bodyFiles, columnsOfFile, readBodyTexts, type BodyTexts } from './read-agencies.ts'
import { offeredWith } from './take-over.ts'
import { writeAgencies, type Bodies } from './write-agencies.ts'

/** One row that would be different. */
export interface RowChange {
  readonly file: string
  /** Which row: the body's id and, of a dated form, its first day. */
  readonly row: string
  readonly name: string
  readonly how: 'added' | 'removed' | 'changed'
  /** What stands otherwise, column by column. */
  readonly cells: readonly { readonly column: string; readonly was: string; readonly is: string }[]
}

/** What an import would do. With problems it does nothing. */
export interface ImportPlan {
  readonly problems: readonly Problem[]
  readonly changes: readonly RowChange[]
  /** How many procedures each new body receives, as the others of its tier or as those it follows do. */
  readonly received: readonly { readonly id: string; readonly name: string; readonly procedures: number }[]
}

/** The declarations as they would be, and everything to be told before. Texts that are not given change nothing. */
export function planImport(
  folder: TenantFolder,
  texts: BodyTexts,
  /** Bodies that may not be removed, because dossiers or people stand there. */
  inUse: ReadonlySet<string>,
): ImportPlan & { readonly folder: TenantFolder } {
  const before = writeAgencies(folder)
  const problems: Problem[] = []
  for (const file of bodyFiles) checkColumns(problems, file, texts[file])
  const declared = readBodyTexts({ problems }, { ...before, ...texts })
  // What cannot be read as rows would be told again as missing bodies.
  if (problems.length === 0) checkAgencies(problems, declared, tiersOf(folder.manifest))
  const bodies: Bodies = {
    agencies: declared.agencies.map(({ value }) => value),
    receivingPoints: declared.points.map(({ value }) => value),
    successions: declared.successions.map(({ value }) => value),
  }
  if (problems.length === 0) checkRemoved(problems, folder, bodies, inUse)
  if (problems.length > 0) return { problems, changes: [], received: [], folder }
  const offered = offeredWith(folder, bodies)
  const known = new Set(folder.agencies.map(({ id }) => id))
  const fresh = bodies.agencies.filter(({ id, hasOneStopSection }) => hasOneStopSection && !known.has(id))
  return {
    problems,
    changes: changesOf(folder, bodies),
    received: fresh.map(({ id, name }) => ({
      id,
      name,
      procedures: offered.filter(({ agencies }) => agencies.includes(id)).length,
    })),
    folder: {
      ...folder,
      agencies: [...bodies.agencies],
      receivingPoints: [...bodies.receivingPoints],
      successions: [...bodies.successions],
      offered,
    },
  }
}

function checkColumns(problems: Problem[], file: keyof BodyTexts, text: string | undefined): void {
  if (text === undefined) return
  const known = columnsOfFile[file]
  for (const column of columnsIn(text))
    if (!known.includes(column))
      problems.push({
        file,
        line: 1,
        vi: `không có cột \`${column}\`; các cột: ${known.join(', ')}`,
        en: `there is no column \`${column}\`; the columns are: ${known.join(', ')}`,
      })
}

/** A body where something stands is not struck out: it gets its last day, so that what it did keeps its name. */
function checkRemoved(
  problems: Problem[],
  folder: TenantFolder,
  { agencies }: Bodies,
  inUse: ReadonlySet<string>,
): void {
  const kept = new Set(agencies.map(({ id }) => id))
  const named = new Set([
    ...inUse,
    ...folder.offered.flatMap((offered) => offered.agencies),
    ...folder.workflows.flatMap(({ steps }) => steps.flatMap(({ agencyId }) => agencyId ?? [])),
  ])
  for (const id of new Set(folder.agencies.map((agency) => agency.id)))
    if (!kept.has(id) && named.has(id))
      problems.push({
        file: agenciesFile,
        vi: `thiếu dòng của \`${id}\`: cơ quan này còn hồ sơ, tài khoản, thủ tục hoặc quy trình; ghi ngày cuối ở cột \`to\` thay vì bỏ dòng`,
        en: `the row of \`${id}\` is missing: dossiers, accounts, procedures or workflows stand there; write its last day into \`to\` instead of leaving out the row`,
      })
}

type Row = Readonly<Record<string, string>>

function changesOf(before: Bodies, after: Bodies): RowChange[] {
  const [old, now] = [rowsOf(before), rowsOf(after)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)]
    const [file, row] = key.split('\n') as [string, string]
    const columns = Object.keys({ ...was, ...is })
    const cells = columns
      .map((column) => ({ column, was: was?.[column] ?? '', is: is?.[column] ?? '' }))
      .filter((cell) => cell.was !== cell.is)
    if (cells.length === 0) return []
    const how = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed'
    const shown = is ?? was ?? {}
    return [{ file, row, name: shown.name ?? shown.decision ?? '', how, cells }]
  })
}

function rowsOf({ agencies, receivingPoints, successions }: Bodies): Map<string, Row> {
  const dated = (id: string, from?: string): string => (from === undefined ? id : `${id} ${from}`)
  const row = (value: object): Row =>
    Object.fromEntries(Object.entries(value).map(([column, cell]) => [column, wordOf(cell)]))
  return new Map([
    ...agencies.map((one): [string, Row] => [`${agenciesFile}\n${dated(one.id, one.from)}`, row(one)]),
    ...receivingPoints.map((one): [string, Row] => [
      `receiving-points.csv\n${dated(`${one.agencyId} ${one.name}`, one.from)}`,
      row(one),
    ]),
    ...successions.map((one): [string, Row] => [`successors.csv\n${one.from} ${one.on}`, row(one)]),
  ])
}

function wordOf(cell: unknown): string {
  if (typeof cell === 'boolean') return cell ? 'yes' : ''
  return typeof cell === 'string' ? cell : ''
}

import type { Instant } from '@motcua/calendar'
import {
  beginCarrying,
  checkReferences,
  digestOf,
  emptyTables,
  findTenantState,
  listCarriedTables,
  migrations,
  putRows,
  putRowWithContent,
  raiseSequences,
  setStanding,
  verifyChain,
  verifyTrail,
  type BrokenChain,
  type BrokenTrail,
  type CarriedTable,
  type Database,
  type TableDigest,
  type Tx,
  isContent,
} from '@motcua/db'
import { Conflict } from '@motcua/domain'
import { UnusableArchive, type ArchivedTable } from './archive-manifest.ts'
import type { Archive } from './read-archive.ts'

export interface CarryOptions {
  /** Takes out what there is of the province now; without it there must be nothing. */
  readonly replace: boolean
  readonly now: Instant
  /** Names of the migrations the database has; this version's unless told. */
  readonly form?: readonly string[]
}

export interface CarriedIn {
  readonly tenant: string
  /** What each table holds now; the same as in the archive, or nothing was done. */
  readonly tables: readonly TableDigest[]
  readonly files: number
  /** Dossiers whose log did not hold when the archive was made, and does not now. */
  readonly brokenLogs: readonly BrokenChain[]
  /** Where the trail did not hold. */
  readonly brokenTrail: readonly BrokenTrail[]
}

/**
 * Puts everything of an archive in, in one transaction, and compares every table with the archive before it counts: either
 * the province is there as it was, or nothing happened. Other provinces go on meanwhile.
 * @param owner connected as the owner of the tables
 * @throws UnusableArchive, also where one of its hosts belongs to another province here
 */
export async function carryArchiveIn(
  owner: Database,
  archive: Archive,
  { replace, now, form = migrations().map(({ name }) => name) }: CarryOptions,
): Promise<CarriedIn> {
  const { tenant, migrations: written, tables: archived } = archive.manifest
  checkForm(
    written.map(({ name }) => name),
    form,
  )
  const there = await findTenantState(owner, tenant.id)
  if (!replace && there && there.standing !== 'purged') throw alreadyHere(tenant.id)
  const carrying = owner.transact(tenant.id, async (tx) => {
    await beginCarrying(tx)
    const tables = await listCarriedTables(tx)
    checkTables(tables, archived)
    await emptyTables(tx, tables)
    for (const table of tables) await putTable(tx, archive, table, archivedTable(archived, table.name))
    await raiseSequences(tx, tables)
    if (there?.standing === 'purged') await setStanding(tx, { standing: 'in-service', at: now })
    await checkReferences(tx)
    const digests: TableDigest[] = []
    for (const table of tables) {
      const digest = await digestOf(tx, table)
      if (digest.sha256 !== archivedTable(archived, table.name).sha256) throw different(table.name)
      digests.push(digest)
    }
    return {
      tenant: tenant.id,
      tables: digests,
      files: archive.manifest.files.count,
      brokenLogs: await verifyChain(tx),
      brokenTrail: await verifyTrail(tx),
    }
  })
  return carrying.catch((error: unknown) => {
    throw error instanceof Conflict ? hostTaken(error) : error
  })
}

async function putTable(
  tx: Tx,
  archive: Archive,
  table: CarriedTable,
  { file }: ArchivedTable,
): Promise<void> {
  const columns = table.columns.map(({ name }) => name)
  const hasContent = table.columns.some(isContent)
  for await (const lines of archive.lines(file)) {
    if (!hasContent) await putRows(tx, table, { columns, lines })
    else
      for (const line of lines) {
        const { content } = JSON.parse(line) as { content: { sha256: string } }
        await putRowWithContent(tx, table, { columns, line, content: await archive.content(content.sha256) })
      }
  }
}

/** The tables must have the form they had: an older archive is first brought to this version, a newer one waits for it. */
function checkForm(archived: readonly string[], here: readonly string[]): void {
  const unknown = archived.filter((name) => !here.includes(name))
  if (unknown.length > 0)
    throw new UnusableArchive({
      vi: `gói do phiên bản mới hơn ghi (${unknown.join(', ')}); hãy nâng cấp hệ thống này trước`,
      en: `the archive was written by a newer version (${unknown.join(', ')}); bring this installation up to it first`,
    })
  const since = here.filter((name) => !archived.includes(name))
  if (since.length > 0) throw new OlderArchive(archived, since)
}

/** The archive has the form of an earlier version. */
export class OlderArchive extends UnusableArchive {
  /** Names of the migrations it knows. */
  readonly migrations: readonly string[]
  constructor(archived: readonly string[], since: readonly string[]) {
    super({
      vi: `gói do phiên bản cũ hơn ghi, trước ${since[0]}; hãy nâng gói lên phiên bản này trước`,
      en: `the archive was written by an older version, before ${since[0]}; bring it up to this version first`,
    })
    this.migrations = archived
  }
}

function checkTables(here: readonly CarriedTable[], archived: readonly ArchivedTable[]): void {
  const [names, known] = [here.map(({ name }) => name).sort(), archived.map(({ name }) => name).sort()]
  if (names.join() !== known.join())
    throw new UnusableArchive({
      vi: `các bảng trong gói (${known.join(', ')}) không phải là các bảng ở đây`,
      en: `the tables in the archive (${known.join(', ')}) are not those of this installation`,
    })
}

const archivedTable = (archived: readonly ArchivedTable[], name: string): ArchivedTable =>
  archived.find((table) => table.name === name)!

const alreadyHere = (tenant: string): UnusableArchive =>
  new UnusableArchive({
    vi: `ở đây đã có tỉnh ${tenant}; muốn đưa về như trong bản sao lưu, hãy dùng \`backup restore\``,
    en: `the province ${tenant} is here already; to put it back as it was in a backup, use \`backup restore\``,
  })

const different = (table: string): UnusableArchive =>
  new UnusableArchive({
    vi: `sau khi đưa vào, bảng ${table} không giống trong gói; không có gì được giữ lại`,
    en: `once put in, the table ${table} was not what the archive holds; nothing was kept`,
  })

const hostTaken = (cause: Conflict): UnusableArchive =>
  new UnusableArchive(
    {
      vi: 'một tên miền của tỉnh đang thuộc tỉnh khác ở đây; không có gì được đưa vào',
      en: 'a host name of the province belongs to another one here; nothing was taken in',
    },
    { cause },
  )

import path from 'node:path'
import type { Instant } from '@motcua/calendar'
import { type Stretch, pastDossiers } from '@motcua/db'
import type { BoundProgram, PastDossier } from '@motcua/dsl'
import { createTenants } from '@motcua/operations/tenants/tenant-cache'
import { type Io, Unusable } from '../command.ts'
import { withDatabase } from '../db/connection.ts'
import { readText } from '../read-text.ts'
import { lawOf } from './law.ts'

/** A tenant's law as it is applied, and the dossiers that went through it. */
export interface Past {
  readonly law: BoundProgram
  readonly dossiers: readonly PastDossier[]
}

/** From the archive: the edition in force, and the dossiers submitted in a stretch of days. Nothing of a person is read. */
export function pastOf(tenant: string, stretch: Stretch, io: Io): Promise<Past> {
  return withDatabase(io, async (db) => {
    const found = await createTenants(db).find(tenant)
    if (!found) {
      throw new Unusable({
        vi: `cơ sở dữ liệu không có tỉnh \`${tenant}\``,
        en: `there is no tenant \`${tenant}\` in the database`,
      })
    }
    const dossiers = await db.read(tenant, async (tx) => {
      const all: PastDossier[] = []
      for await (const some of pastDossiers(tx, stretch)) all.push(...some)
      return all
    })
    return { law: found.rules, dossiers }
  })
}

/** From a file, one dossier a line, with the tenant's folder for its law. */
export async function pastInFile(tenant: string, file: string, stretch: Stretch, io: Io): Promise<Past> {
  const law = await lawOf(tenant, io.cwd)
  const dossiers = readText(path.resolve(io.cwd, file), io.cwd)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(dossierOf)
  const within = ({ submittedAt }: PastDossier) =>
    (stretch.from === undefined || submittedAt >= stretch.from) &&
    (stretch.to === undefined || submittedAt < stretch.to)
  return { law, dossiers: dossiers.filter(within) }
}

const usual = { mode: 'online', level: '4', limit: { n: 10, unit: 'working-day' } }

/** What is not said is as usual: filed online, at level 4, ten working days. */
function dossierOf(line: string, i: number): PastDossier {
  const given = parsed(line)
  if (typeof given?.submittedAt !== 'string') {
    throw new Unusable({
      vi: `dòng ${i + 1}: cần một đối tượng JSON có \`submittedAt\``,
      en: `line ${i + 1}: expected a JSON object with \`submittedAt\``,
    })
  }
  const { code = `#${i + 1}`, ...rest } = given
  return { ...usual, ...(rest as { submittedAt: Instant }), code: String(code) }
}

function parsed(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}

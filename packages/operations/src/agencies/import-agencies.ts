import { bodiesInUse, currentEdition, type Tx } from '@motcua/db'
import { Conflict } from '@motcua/domain'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { staffOf } from '../dossier/reach.ts'
import { operation, reading } from '../operation.ts'
import { amendTenant, type Amendment } from '../tenants/amend-tenant.ts'
import { TenantFolder } from '../tenants/folder.ts'
import { TenantProblems, type Problem } from '../tenants/problem.ts'
import { planImport, type ImportPlan } from './plan-import.ts'
import { agenciesFile, pointsFile, successorsFile, type BodyFile, type BodyTexts } from './read-agencies.ts'
import { writeAgencies } from './write-agencies.ts'

const mostCharacters = 2_000_000

const Text = z.string().max(mostCharacters).exactOptional()
const Texts = z.object({ [agenciesFile]: Text, [pointsFile]: Text, [successorsFile]: Text })

/** The province's bodies as the three files in which they may be edited and brought back. */
export const exportAgencies = reading({
  name: 'agencies.export',
  may: 'agency:amend',
  input: z.object({}),

  run: async ({ tx }): Promise<ExportedAgencies> => exportBodies(tx),
})

/** What bringing these files in would change, and everything that is wrong with them, row by row. */
export const previewAgencies = reading({
  name: 'agencies.preview',
  may: 'agency:amend',
  input: z.object({ texts: Texts }),

  run: async ({ tx }, { texts }): Promise<PreviewedAgencies> => previewBodies(tx, texts),
})

/** Puts what was previewed into force, all of it or nothing. @throws Conflict where somebody amended since */
export const importAgencies = operation({
  name: 'agencies.import',
  may: 'agency:amend',
  input: z.object({
    texts: Texts,
    /** The edition the preview compared with. */
    edition: z.number().int().positive(),
    /** The decision, or whatever else the change goes back to. */
    why: z.string().trim().min(1).max(500),
  }),

  async run(room, { texts, edition, why }): Promise<ImportedAgencies> {
    const { accountId } = staffOf(room.actor)
    const imported = await importBodies(room.tx, texts, { edition, now: room.now, by: accountId, why })
    if (imported.edition !== undefined)
      await audit(room, {
        deed: 'agency:amend',
        thing: 'edition',
        thingId: String(imported.edition),
        detail: { why, rows: imported.changes.length },
      })
    return imported
  },
})

export interface ExportedAgencies {
  edition: number
  files: { name: BodyFile; text: string }[]
}

export interface PreviewedAgencies extends Pick<ImportPlan, 'problems' | 'changes' | 'received'> {
  edition: number
}

export interface ImportedAgencies extends Pick<ImportPlan, 'problems' | 'changes'> {
  /** The edition in force now; undefined where nothing was changed. */
  edition?: number
}

/** For windows without an account as well, such as the command line. */
export async function exportBodies(tx: Tx): Promise<ExportedAgencies> {
  const { no, folder } = await inForce(tx)
  const files = Object.entries(writeAgencies(folder)) as [BodyFile, string][]
  return { edition: no, files: files.map(([name, text]) => ({ name, text })) }
}

export async function previewBodies(tx: Tx, texts: BodyTexts): Promise<PreviewedAgencies> {
  const { no, folder } = await inForce(tx)
  const { problems, changes, received } = planImport(folder, texts, await inUse(tx, folder))
  return { edition: no, problems, changes, received }
}

export async function importBodies(
  tx: Tx,
  texts: BodyTexts,
  { edition, ...amendment }: Amendment & { readonly edition: number },
): Promise<ImportedAgencies> {
  const { no, folder } = await inForce(tx)
  if (no !== edition) throw new Conflict('edition')
  const plan = planImport(folder, texts, await inUse(tx, folder))
  const { problems, changes } = plan
  if (problems.length > 0 || changes.length === 0) return { problems, changes }
  try {
    // Whoever was quicker has made another edition by now; the lock of the amendment tells.
    const now = await amendTenant(tx, () => plan.folder, amendment)
    if (now !== edition + 1) throw new Conflict('edition')
    return { problems, changes, edition: now }
  } catch (error) {
    if (!(error instanceof TenantProblems)) throw error
    return { problems: [...error.problems] satisfies Problem[], changes: [] }
  }
}

async function inForce(tx: Tx): Promise<{ no: number; folder: TenantFolder }> {
  const { no, content } = await currentEdition(tx)
  return { no, folder: TenantFolder.parse(content) }
}

function inUse(tx: Tx, { agencies }: TenantFolder): Promise<Set<string>> {
  return bodiesInUse(tx, [...new Set(agencies.map(({ id }) => id))])
}

import { comingProcedures } from '@motcua/db'
import {
  compareContent,
  draftProcedure,
  NotFound,
  Procedure,
  Refused,
  type ProcedureContent,
  type ServiceLevel,
} from '@motcua/domain'
import { z } from 'zod'
import { operation, type Room } from '../operation.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { leastLevel } from './catalogue-law.ts'
import { contentOf } from './content.ts'
import { byWhom, nextProcedureVersion } from './save-procedure.ts'
import { storeVersion } from './store-version.ts'

/** What an import would do with one procedure of the file. */
export interface ImportLine {
  /** Counts from 1. */
  row: number
  code: string
  name: string
  outcome: 'new' | 'changed' | 'same' | 'on-its-way' | 'unreadable'
  /** How many things it changes, or what is wrong with it. */
  changes: number
  problems: string[]
}

/** Most procedures of one file. */
const most = 5000

/**
 * Brings in a list in the shape of the national `procedures.json`: a draft for each procedure that is new or differs.
 * Nothing goes onto the portal by it. Without `confirm` it only says what it would do.
 */
export const importProcedures = operation({
  name: 'catalogue.import',
  may: 'catalogue:draft',
  input: z.object({
    text: z.string().max(30_000_000),
    confirm: z.boolean(),
    reason: z.string().trim().max(2000).optional(),
  }),

  async run(room, { text, confirm, reason }): Promise<ImportLine[]> {
    const { tx, tenant, now } = room
    const coming = new Set((await comingProcedures(tx)).map(({ code }) => code))
    const lines: ImportLine[] = []
    for (const [at, value] of listIn(text).entries()) {
      const read = Procedure.safeParse(value)
      const row = at + 1
      if (!read.success) {
        lines.push({
          row,
          ...nameOf(value),
          outcome: 'unreadable',
          changes: 0,
          problems: problemsOf(read.error),
        })
        continue
      }
      const procedure = read.data
      const { code, name } = procedure
      const present = contentOf(tenant, code)
      const content = present ? { ...present, procedure } : newContent(tenant, procedure, now)
      const changes = compareContent(present, content).length
      const outcome = coming.has(code) ? 'on-its-way' : !present ? 'new' : changes > 0 ? 'changed' : 'same'
      lines.push({ row, code, name, outcome, changes, problems: [] })
      if (!confirm || (outcome !== 'new' && outcome !== 'changed')) continue
      coming.add(code)
      await draft(room, content, { kind: outcome, ...(reason && { reason }) })
    }
    return lines
  },
})

async function draft(
  room: Room,
  content: ProcedureContent,
  { kind, reason }: { kind: 'new' | 'changed'; reason?: string },
): Promise<void> {
  const by = byWhom(room)
  const version = await nextProcedureVersion(room, content.procedure.code)
  const drafted = draftProcedure(version, { kind, content, ...(reason && { reason }), ...by })
  await storeVersion(room.tx, drafted, { by: by.by, now: room.now })
}

/** What is new here begins at the lowest level, with the plainest form the province uses and all bodies of its tier. */
function newContent(tenant: Tenant, procedure: Procedure, now: Room['now']): ProcedureContent {
  const used = [...tenant.procedures.values()]
  const form = used.map((one) => one.form).toSorted((a, b) => a.pages.length - b.pages.length)[0]
  if (!form) throw new NotFound('form')
  const tiers = tiersOf(procedure.agencyLevels)
  const receiving = [...tenant.agencies.values()].filter(({ hasOneStopSection }) => hasOneStopSection)
  const fitting = receiving.filter(({ level }) => tiers.has(level))
  const bodies = fitting.length > 0 ? fitting : receiving.slice(0, 1)
  const lowest: ServiceLevel = used.some(({ level }) => level === 'partial' || level === 'full')
    ? 'partial'
    : '2'
  return {
    procedure,
    level: leastLevel(tenant, now).answer ?? lowest,
    agencies: bodies.map(({ id }) => id),
    form,
    fees: [],
  }
}

/** The national database names tiers in words; the province's bodies by theirs. */
function tiersOf(names: readonly string[]): Set<string> {
  const known: Readonly<Record<string, string>> = { tỉnh: 'province', huyện: 'district', xã: 'commune' }
  return new Set(
    names.flatMap((name) =>
      Object.entries(known)
        .filter(([word]) => name.toLowerCase().includes(word))
        .map(([, tier]) => tier),
    ),
  )
}

function listIn(text: string): unknown[] {
  let list: unknown
  try {
    list = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    list = undefined
  }
  if (!Array.isArray(list) || list.length > most) throw new Refused({ code: 'list-unreadable' })
  return list
}

function nameOf(value: unknown): { code: string; name: string } {
  const { code, name } = (value ?? {}) as Record<string, unknown>
  return { code: typeof code === 'string' ? code : '', name: typeof name === 'string' ? name : '' }
}

function problemsOf({ issues }: z.ZodError): string[] {
  return issues.slice(0, 5).map(({ path, message }) => `${path.join('.')}: ${message}`)
}

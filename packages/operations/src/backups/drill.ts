import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { fromMoment, toMoment, type Instant } from '@motcua/calendar'
import {
  connect,
  currentEdition,
  findByCode,
  noteDrill,
  sampleCodes,
  type Database,
  type Scratch,
} from '@motcua/db'
import { messageOf } from '../errands/take-errands.ts'
import { openCurrent, type OpenScratch } from '../leaving/bring-up-to-date.ts'
import { carryArchiveIn } from '../leaving/carry-archive-in.ts'
import { handOverLaw } from '../leaving/hand-over-law.ts'
import { verifyArchive } from '../leaving/verify-archive.ts'
import { TenantFolder } from '../tenants/folder.ts'
import { compileTenant } from '../tenants/tenant.ts'

export const drillSteps = ['verify', 'open', 'restore', 'logs', 'law', 'look-ups'] as const
export type DrillStep = (typeof drillSteps)[number]

/** One thing that was tried, and what came of it. */
export interface DrilledStep {
  readonly step: DrillStep
  readonly ok: boolean
  readonly tookMs: number
  /** How many things were tried: entries, tables, rows, dossiers. */
  readonly count: number
  readonly fault?: string
}

/** What came of restoring a backup into an empty database. */
export interface DrillReport {
  readonly tenant: string
  readonly takenAt: Instant
  /** What is lost where the live data is: everything since this long (recovery point). */
  readonly ageSeconds: number
  /** How long it takes until the province is there again (recovery time). */
  readonly restoreMs: number
  readonly rows: number
  readonly files: number
  readonly steps: readonly DrilledStep[]
  readonly passed: boolean
}

export interface DrillOrder {
  readonly tenant: string
  readonly file: string
  readonly backupId?: string | undefined
  readonly aside: string
  readonly now: Instant
  readonly by: string
}

/**
 * Restores a backup into an empty database beside the live one, compares every table, recomputes the logs, asks the law
 * and looks dossiers up, removes it again, and notes the report. The live province is not touched.
 */
export async function drill(
  { db, openScratch }: { db: Database; openScratch: OpenScratch },
  order: DrillOrder,
): Promise<DrillReport> {
  const began = performance.now()
  const steps: DrilledStep[] = []
  const note = (facts: Partial<DrillReport> & { takenAt: Instant }): DrillReport => ({
    tenant: order.tenant,
    ageSeconds: toMoment(order.now) - toMoment(facts.takenAt),
    restoreMs: Math.round(performance.now() - began),
    rows: 0,
    files: 0,
    ...facts,
    steps,
    passed: steps.length === drillSteps.length && steps.every(({ ok }) => ok),
  })
  const report = await tryAll(openScratch, order, steps, note)
  await db.transact(order.tenant, (tx) =>
    noteDrill(tx, {
      id: randomUUID(),
      ...(order.backupId && { backupId: order.backupId }),
      beganAt: order.now,
      tookMs: Math.round(performance.now() - began),
      passed: report.passed,
      report,
      by: order.by,
    }),
  )
  return report
}

async function tryAll(
  openScratch: OpenScratch,
  order: DrillOrder,
  steps: DrilledStep[],
  note: (facts: Partial<DrillReport> & { takenAt: Instant }) => DrillReport,
): Promise<DrillReport> {
  const { file, aside, now } = order
  let facts: Partial<DrillReport> & { takenAt: Instant } = { takenAt: now }
  let scratch: Scratch | undefined
  const began = performance.now()
  try {
    await step(steps, 'verify', async () => {
      const { manifest, entries, faults } = await verifyArchive(file)
      facts = { takenAt: manifest.takenAt as Instant, files: manifest.files.count }
      if (faults[0]) throw new Error(`${faults[0].path}: ${faults[0].fault}`)
      if (manifest.tenant.id !== order.tenant) throw new Error(`it is of ${manifest.tenant.id}`)
      return entries
    })
    await step(steps, 'open', async () => {
      scratch = await openScratch()
      return 1
    })
    const there = scratch!
    await withDatabase(there.ownerUrl, (owner) =>
      step(steps, 'restore', async () => {
        const { archive, close } = await openCurrent(file, { openScratch, aside, now })
        try {
          const { tables, brokenLogs, brokenTrail } = await carryArchiveIn(owner, archive, {
            replace: false,
            now,
          })
          const rows = tables.reduce((sum, table) => sum + table.rows, 0)
          facts = { ...facts, rows, restoreMs: Math.round(performance.now() - began) }
          await step(steps, 'logs', async () => {
            const broken = brokenLogs[0]?.dossierId ?? (brokenTrail[0] && 'the trail')
            if (broken) throw new Error(`the log of ${broken} does not hold`)
            return tables.find(({ table }) => table === 'dossier')?.rows ?? 0
          })
          return tables.length
        } finally {
          await close()
        }
      }),
    )
    await withDatabase(there.appUrl, async (app) => {
      await step(steps, 'law', () => askLaw(app, order))
      await step(steps, 'look-ups', () => lookUps(app, order))
    })
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error
  } finally {
    await scratch?.drop()
    await rm(aside, { force: true })
  }
  return note(facts)
}

/** The restored edition compiles and answers. */
async function askLaw(app: Database, { tenant, now }: DrillOrder): Promise<number> {
  const { content, no } = await app.read(tenant, currentEdition)
  return handOverLaw(compileTenant(TenantFolder.parse(content), no), now).length
}

/** Dossiers are found by their codes. */
async function lookUps(app: Database, { tenant }: DrillOrder): Promise<number> {
  const codes = await app.read(tenant, (tx) => sampleCodes(tx, 200))
  for (const code of codes) {
    if (!(await findByCode(app, tenant, code))) throw new Error(`${code} is not found`)
  }
  return codes.length
}

class StepFailed extends Error {}

async function step(steps: DrilledStep[], name: DrillStep, work: () => Promise<number>): Promise<void> {
  const began = performance.now()
  const tookMs = (): number => Math.round(performance.now() - began)
  try {
    const count = await work()
    steps.push({ step: name, ok: true, tookMs: tookMs(), count })
  } catch (error) {
    if (error instanceof StepFailed) throw error
    steps.push({ step: name, ok: false, tookMs: tookMs(), count: 0, fault: messageOf(error) })
    throw new StepFailed(name, { cause: error })
  }
}

async function withDatabase(url: string, work: (db: Database) => Promise<void>): Promise<void> {
  const db = connect({ url, max: 2 })
  try {
    await work(db)
  } finally {
    await db.close()
  }
}

/** A drill is wanted again after this. */
export const drillEveryDays = 30

/** Whether the latest drill is so old that another is wanted. */
export const drillIsDue = (latestAt: Instant | undefined, now: Instant): boolean =>
  latestAt === undefined || now >= fromMoment(toMoment(latestAt) + drillEveryDays * 86_400)

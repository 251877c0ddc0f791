import { firstEditionAt, latestBackup, listBackups, listDrills, type BackupNote } from '@motcua/db'
import type { Instant } from '@motcua/calendar'
import type { LegalBasis } from '@motcua/domain'
import { z } from 'zod'
import { handOverLaw, type LawOnData } from '../leaving/hand-over-law.ts'
import { reading } from '../operation.ts'
import { backupHealth, backupTerms, type BackupHealth } from './backup-terms.ts'
import type { DrillReport } from './drill.ts'

/** How a province's data is kept safe, and by which articles. */
export interface BackupsView {
  readonly health: BackupHealth
  /** The latest backup is never to be older than this. */
  readonly limitHours: number
  readonly everyHours: number
  /** What demands it; empty where the platform's floor alone does. */
  readonly basis: readonly LegalBasis[]
  readonly backups: readonly BackupView[]
  readonly drills: readonly DrillView[]
  /** What the law says on keeping data and handing it over. */
  readonly law: readonly LawOnData[]
}

export interface BackupView {
  readonly id: string
  readonly reason: BackupNote['reason']
  readonly at: Instant
  readonly tookMs: number
  readonly bytes?: number
  readonly rows?: number
  /** Its file was removed to make room. */
  readonly removed: boolean
  /** It failed. What went wrong is for the operator: it may name places on the machine. */
  readonly failed: boolean
}

export interface DrillView {
  readonly at: Instant
  readonly passed: boolean
  /** How long it took until the province was there again, and how old the data then was. */
  readonly restoreMs: number
  readonly ageSeconds: number
}

/** How the province's backups stand, for those who answer for its data. */
export const seeBackups = reading({
  name: 'backups.see',
  may: 'backup:see',
  input: z.object({}),

  async run({ tx, tenant, now }): Promise<BackupsView> {
    const terms = backupTerms(tenant, now)
    const latest = await latestBackup(tx)
    const since = (await firstEditionAt(tx)) ?? now
    return {
      health: backupHealth(terms, { latestAt: latest?.beganAt, since, now }),
      limitHours: terms.limitHours,
      everyHours: terms.everyHours,
      basis: [...terms.law.basis, ...terms.required.basis],
      backups: (await listBackups(tx, { limit: 40 })).map(backupView),
      drills: (await listDrills(tx, { limit: 5 })).map(({ beganAt, passed, report }) => {
        const { restoreMs, ageSeconds } = report as DrillReport
        return { at: beganAt, passed, restoreMs, ageSeconds }
      }),
      law: handOverLaw(tenant, now),
    }
  },
})

function backupView(note: BackupNote): BackupView {
  const { id, reason, beganAt: at, tookMs } = note
  if (note.outcome === 'failed') return { id, reason, at, tookMs, removed: false, failed: true }
  const { bytes, rows, removedAt } = note
  return { id, reason, at, tookMs, bytes, rows, removed: removedAt !== undefined, failed: false }
}

import { fromMoment, toMoment, type Instant } from '@motcua/calendar'
import { dropChore, putChoreAgain, putProcedureVersion, type Tx } from '@motcua/db'
import { procedureDuty, type ProcedureVersion } from '@motcua/domain'
import { contentHash } from './content.ts'
import { startOf } from './catalogue-law.ts'

/** What a chore about a version is left under. */
function choreSubject({ code, version }: Pick<ProcedureVersion, 'code' | 'version'>): string {
  return `${code}/${version}`
}

/** Keeps a version as it stands after a change, with its history, and leaves what has to be watched for later. */
export async function storeVersion(
  tx: Tx,
  version: ProcedureVersion,
  { by, now }: { by: string; now: Instant },
): Promise<void> {
  const dueAt = procedureDuty(version)?.clock?.dueAt ?? null
  await putProcedureVersion(tx, version, {
    changedBy: by,
    contentHash: contentHash(version.content),
    dueAt,
  })
  const subject = choreSubject(version)
  if (version.stage === 'scheduled') {
    const onDay = version.decision && startOf(version.decision.effectiveOn)
    await putChoreAgain(tx, { kind: 'publish-procedure', subject, dueAt: onDay ?? now })
  }
  if (dueAt) await putChoreAgain(tx, { kind: 'watch-procedure', subject, dueAt: warnAt(now, dueAt) })
  else await dropChore(tx, { kind: 'watch-procedure', subject, at: now })
}

/** A day before something falls due the office is told; at once where that day has come. */
function warnAt(now: Instant, dueAt: Instant): Instant {
  return fromMoment(Math.max(toMoment(dueAt) - day, toMoment(now)))
}

const day = 24 * 3600

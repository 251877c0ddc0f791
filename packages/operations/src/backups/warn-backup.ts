import { fromMoment, toMoment, type Instant } from '@motcua/calendar'
import { listReachable } from '@motcua/db'
import type { ChoreHandler } from '../chores/handler.ts'
import { writeLetter } from '../letters/write-letter.ts'
import { backupTerms } from './backup-terms.ts'
import { healthOf } from './keep-backups.ts'

/**
 * Tells the province's administrators, before its latest backup is too old and every day from then on until there is a
 * newer one (AMB-33).
 */
export const warnOfBackups: ChoreHandler = async ({ db, tenant, now, portal }) => {
  const health = await healthOf(db, tenant, now)
  const { state, latestAt, tooOldAt, warnAt } = health
  if (state === 'fine' || state === 'none') return warnAt > now ? warnAt : hence(now, 24)
  const { limitHours } = backupTerms(tenant, now)
  const words = {
    latest: latestAt ? moment(latestAt) : 'chưa có',
    limit: String(Math.floor(limitHours / 24)),
    until: moment(tooOldAt),
  }
  await db.transact(tenant.id, async (tx) => {
    for (const { id, fullName, email } of await listReachable(tx, 'tenant-admin')) {
      await writeLetter(
        { tx, tenant, now, portal },
        {
          to: { fullName, email },
          message: state === 'too-old' ? 'BackupTooOld' : 'BackupSoonTooOld',
          about: `account ${id}`,
          words,
          english: latestAt ? {} : { latest: 'none yet' },
        },
      )
    }
  })
  return hence(now, 24)
}

const hence = (now: Instant, hours: number): Instant => fromMoment(toMoment(now) + hours * 3600)

const moment = (at: Instant): string =>
  `${at.slice(11, 16)} ${at.slice(8, 10)}/${at.slice(5, 7)}/${at.slice(0, 4)}`

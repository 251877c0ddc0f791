import { listBackups, listDrills } from '@motcua/db'
import { healthOf } from '@motcua/operations/backups/keep-backups'
import { createTenants } from '@motcua/operations/tenants/tenant-cache'
import { now } from '../clock.ts'
import type { Command, ExitCode } from '../command.ts'
import { table } from '../table.ts'
import { size, tenantsNamed, withHouse } from './house.ts'

/** How each province's backups stand; of one named, every backup that is noted. Exit 1 where the latest is too old. */
export const command: Command = {
  usage: '[TENANT]',
  operands: [0, 1],

  run: (call) =>
    withHouse<ExitCode>(call, async (house) => {
      const tenants = await createTenants(house.db).list()
      const wanted = await tenantsNamed(
        house,
        call.operands,
        tenants.map(({ id }) => id),
      )
      const report = []
      for (const tenant of tenants.filter(({ id }) => wanted.includes(id))) {
        const health = await healthOf(house.db, tenant, now())
        const { backups, drills } = await house.db.read(tenant.id, async (tx) => ({
          backups: await listBackups(tx),
          drills: await listDrills(tx, { limit: 1 }),
        }))
        report.push({ tenant: tenant.id, ...health, backups, latestDrill: drills[0] })
      }
      const { lang } = call
      if (call.json) await call.io.out(`${JSON.stringify(report)}\n`)
      else {
        const rows = report.map(({ tenant, state, latestAt, tooOldAt, latestDrill }) => [
          tenant,
          states[state][lang],
          latestAt ?? '—',
          tooOldAt,
          latestDrill ? `${latestDrill.beganAt} ${latestDrill.passed ? passed[lang] : failed[lang]}` : '—',
        ])
        await call.io.out(table([heads[lang], ...rows]))
        const [only] = report
        if (call.operands.length === 1 && only) {
          const lines = only.backups.map((one) => [
            one.id.slice(0, 8),
            one.beganAt,
            one.reason,
            one.outcome === 'failed' ? `${failed[lang]}: ${one.error}` : size(one.bytes, lang),
            one.outcome === 'failed' ? '' : one.removedAt ? removed[lang] : one.file,
          ])
          await call.io.out(`\n${table(lines)}`)
        }
      }
      return report.some(({ state }) => state === 'too-old') ? 1 : 0
    }),
}

const heads = {
  vi: ['tỉnh', 'tình trạng', 'bản gần nhất', 'quá hạn lúc', 'diễn tập gần nhất'],
  en: ['tenant', 'state', 'latest', 'too old at', 'latest drill'],
}
const states = {
  fine: { vi: 'tốt', en: 'fine' },
  'soon-too-old': { vi: 'sắp quá hạn', en: 'soon too old' },
  'too-old': { vi: 'quá hạn', en: 'too old' },
  none: { vi: 'chưa có', en: 'none yet' },
}
const passed = { vi: 'đạt', en: 'passed' }
const failed = { vi: 'không đạt', en: 'failed' }
const removed = { vi: '(đã dọn)', en: '(removed)' }

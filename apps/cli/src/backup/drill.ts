import { drill, type DrillReport } from '@motcua/operations/backups/drill'
import { createTenants } from '@motcua/operations/tenants/tenant-cache'
import { now } from '../clock.ts'
import type { Call, Command, ExitCode } from '../command.ts'
import { table } from '../table.ts'
import { atTheCommandLine, fileNamed, seconds, tenantsNamed, withHouse } from './house.ts'

/** Tries the latest backup of the named provinces, or of all, in an empty database, and reports. Exit 1 where one fails. */
export const command: Command = {
  usage: '[TENANT…]',
  operands: [0, 1000],

  run: (call) =>
    withHouse<ExitCode>(call, async (house) => {
      const all = (await createTenants(house.db).list()).map(({ id }) => id)
      const reports: DrillReport[] = []
      for (const tenant of await tenantsNamed(house, call.operands, all)) {
        const { file, id } = await fileNamed(call, house, tenant, undefined)
        const { aside } = house
        const report = await drill(house, {
          tenant,
          file,
          backupId: id,
          aside,
          now: now(),
          by: atTheCommandLine.by,
        })
        reports.push(report)
        if (!call.json) await call.io.out(said(report, call))
      }
      if (call.json) await call.io.out(`${JSON.stringify(reports)}\n`)
      return reports.every(({ passed }) => passed) ? 0 : 1
    }),
}

function said(
  { tenant, takenAt, ageSeconds, restoreMs, rows, files, steps, passed }: DrillReport,
  { lang }: Call,
): string {
  const hours = Math.round(ageSeconds / 360) / 10
  const head = {
    vi: `${tenant}: ${passed ? 'đạt' : 'KHÔNG ĐẠT'}; bản lúc ${takenAt} (mất tối đa ${String(hours).replace('.', ',')} giờ dữ liệu), có lại sau ${seconds(restoreMs, 'vi')}; ${rows} dòng, ${files} tệp`,
    en: `${tenant}: ${passed ? 'passed' : 'FAILED'}; backup of ${takenAt} (at most ${hours} h of data lost), back after ${seconds(restoreMs, 'en')}; ${rows} rows, ${files} files`,
  }[lang]
  const lines = steps.map(({ step, ok, tookMs, count, fault }) => [
    `  ${ok ? '✓' : '✗'} ${names[step][lang]}`,
    fault ?? String(count),
    seconds(tookMs, lang),
  ])
  return `${head}\n${table(lines)}`
}

const names = {
  verify: { vi: 'đọc hết gói, so mã băm', en: 'read it whole, compare fingerprints' },
  open: { vi: 'mở cơ sở dữ liệu trống', en: 'open an empty database' },
  restore: { vi: 'đưa vào, so từng bảng', en: 'put in, compare every table' },
  logs: { vi: 'tính lại chuỗi nhật ký', en: 'recompute the logs' },
  law: { vi: 'hỏi quy chế', en: 'ask the law' },
  'look-ups': { vi: 'tra cứu hồ sơ', en: 'look dossiers up' },
}

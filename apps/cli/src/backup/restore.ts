import { openArchiveFile } from '@motcua/operations/leaving/read-archive'
import { restoreBackup } from '@motcua/operations/backups/restore-backup'
import { now } from '../clock.ts'
import type { Command, ExitCode } from '../command.ts'
import { atTheCommandLine, fileNamed, notHere, seconds, withHouse } from './house.ts'
import { findTenantState } from '@motcua/db'

/** Puts one province back as it was, while the others go on. Without `--yes` it says what it would do. */
export const command: Command = {
  usage: 'TENANT [BACKUP | FILE.zip] [--yes]',
  options: { yes: { type: 'boolean' } },
  operands: [1, 2],

  run: (call) =>
    withHouse<ExitCode>(call, async (house) => {
      const [tenant = '', given] = call.operands
      if (!(await findTenantState(house.db, tenant))) throw notHere(tenant)
      const { file } = await fileNamed(call, house, tenant, given)
      if (!call.options['yes']) {
        const archive = await openArchiveFile(file)
        const { takenAt } = archive.manifest
        archive.close()
        call.io.err(`${preview(tenant, takenAt)[call.lang]}\n`)
        return 1
      }
      const restored = await restoreBackup(house, { ...house, tenant, file, now: now(), ...atTheCommandLine })
      const { takenAt, tables, before, tookMs, brokenLogs } = restored
      const rows = tables.reduce((sum, table) => sum + table.rows, 0)
      const said = {
        vi: `${tenant}: như lúc ${takenAt}; ${tables.length} bảng, ${rows} dòng, khớp mã băm từng bảng; ${seconds(tookMs, 'vi')}`,
        en: `${tenant}: as at ${takenAt}; ${tables.length} tables, ${rows} rows, every table's fingerprint agrees; ${seconds(tookMs, 'en')}`,
      }
      const aside = {
        vi: `trạng thái trước khi phục hồi đã được giữ: ${before?.id.slice(0, 8)}`,
        en: `what there was before is kept: ${before?.id.slice(0, 8)}`,
      }
      if (call.json) await call.io.out(`${JSON.stringify(restored)}\n`)
      else await call.io.out(`${[said[call.lang], ...(before ? [aside[call.lang]] : [])].join('\n')}\n`)
      return brokenLogs.length > 0 ? 1 : 0
    }),
}

const preview = (tenant: string, takenAt: string) => ({
  vi: `${tenant} sẽ trở về như lúc ${takenAt}; những gì làm sau đó được giữ trong một bản sao lưu riêng trước khi thay. Thêm --yes để thực hiện.`,
  en: `${tenant} would be as at ${takenAt}; what was done since is laid aside in a backup of its own first. Add --yes to do it.`,
})

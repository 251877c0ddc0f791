import { findTenantState, noteOperatorDeed } from '@motcua/db'
import { removeBackups } from '@motcua/operations/backups/make-backup'
import { purgeTenant, type NotPurged } from '@motcua/operations/leaving/purge-tenant'
import { now } from '../clock.ts'
import { type Command, type ExitCode, Unusable } from '../command.ts'
import { atTheCommandLine, notHere, withHouse } from './house.ts'

/** Takes out every row of a province that left, once its archive is confirmed and the waiting time is over. */
export const command: Command = {
  usage: 'TENANT --yes',
  options: { yes: { type: 'boolean' } },
  operands: [1, 1],

  run: (call) =>
    withHouse<ExitCode>(call, async (house) => {
      const [tenant = ''] = call.operands
      if (!(await findTenantState(house.db, tenant))) throw notHere(tenant)
      if (!call.options['yes']) {
        call.io.err(`${preview(tenant)[call.lang]}\n`)
        return 1
      }
      const purged = await purgeTenant(house.owner, { tenant, now: now() })
      if ('why' in purged) throw new Unusable(reason(tenant, purged))
      const rows = purged.tables.reduce((sum, table) => sum + table.rows, 0)
      const backups = await removeBackups(house, tenant, now())
      // The province's own trail went with it: that it was purged, the house remembers.
      await house.db.inHouse((tx) =>
        noteOperatorDeed(tx, {
          ...{ at: now(), name: atTheCommandLine.by, deed: 'tenant:purge', thing: tenant },
          detail: { rows, backups },
        }),
      )
      const said = {
        vi: `${tenant}: đã xóa ${rows} dòng của ${purged.tables.length} bảng và ${backups} bản sao lưu; gói bàn giao còn giữ`,
        en: `${tenant}: ${rows} rows of ${purged.tables.length} tables were taken out and ${backups} backups removed; the hand-over archive is kept`,
      }
      await call.io.out(call.json ? `${JSON.stringify(purged)}\n` : `${said[call.lang]}\n`)
      return 0
    }),
}

const preview = (tenant: string) => ({
  vi: `mọi dữ liệu của ${tenant} sẽ bị xóa và chỉ có lại được từ gói bàn giao. Thêm --yes để thực hiện.`,
  en: `all data of ${tenant} would be taken out and can come back from its hand-over archive only. Add --yes to do it.`,
})

function reason(tenant: string, not: NotPurged): { vi: string; en: string } {
  switch (not.why) {
    case 'not-archived':
      return {
        vi: `${tenant} đang ở trạng thái \`${not.standing}\`; chỉ xóa sau khi tạm ngừng, xuất và xác nhận đã nhận gói bàn giao`,
        en: `${tenant} stands at \`${not.standing}\`; it is purged only after it was suspended, exported and its archive confirmed`,
      }
    case 'too-early':
      return {
        vi: `thời gian chờ của ${tenant} đến ${not.after} mới hết`,
        en: `the waiting time of ${tenant} ends at ${not.after}`,
      }
    case 'no-archive':
      return {
        vi: `${tenant} chưa có gói bàn giao nào; hãy chạy \`tenant export ${tenant}\``,
        en: `${tenant} has no hand-over archive; run \`tenant export ${tenant}\``,
      }
    default:
      return not satisfies never
  }
}

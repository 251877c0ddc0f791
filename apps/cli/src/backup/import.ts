import path from 'node:path'
import { importTenant } from '@motcua/operations/leaving/import-tenant'
import { now } from '../clock.ts'
import type { Command, ExitCode } from '../command.ts'
import { atTheCommandLine, seconds, withHouse } from './house.ts'

/** Takes a province in from its hand-over archive: all of it, compared table by table, or nothing. */
export const command: Command = {
  usage: 'FILE.zip',
  operands: [1, 1],

  run: (call) =>
    withHouse<ExitCode>(call, async (house) => {
      const began = performance.now()
      const file = path.resolve(call.io.cwd, call.operands[0]!)
      const { actor } = atTheCommandLine
      const taken = await importTenant(house, { file, aside: house.aside, now: now(), actor })
      const { tenant, tables, files, brokenLogs } = taken
      const rows = tables.reduce((sum, table) => sum + table.rows, 0)
      const tookMs = performance.now() - began
      const said = {
        vi: `${tenant}: ${tables.length} bảng, ${rows} dòng, ${files} tệp, khớp mã băm từng bảng; ${seconds(tookMs, 'vi')}`,
        en: `${tenant}: ${tables.length} tables, ${rows} rows, ${files} files, every table's fingerprint agrees; ${seconds(tookMs, 'en')}`,
      }
      await call.io.out(call.json ? `${JSON.stringify(taken)}\n` : `${said[call.lang]}\n`)
      return brokenLogs.length > 0 ? 1 : 0
    }),
}

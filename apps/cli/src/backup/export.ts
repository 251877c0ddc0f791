import { copyFile, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { findTenantState } from '@motcua/db'
import { changeStanding } from '@motcua/operations/house/change-standing'
import { backupFile, makeBackup } from '@motcua/operations/backups/make-backup'
import { isHandedOver } from '@motcua/operations/leaving/hand-over-law'
import { createTenants } from '@motcua/operations/tenants/tenant-cache'
import { now } from '../clock.ts'
import type { Command, ExitCode } from '../command.ts'
import { projectOf } from '../places.ts'
import { atTheCommandLine, notHere, seconds, size, withHouse } from './house.ts'
import { programFiles } from './program-files.ts'

/**
 * Writes the hand-over archive of a province: data, files, rules, trail, the description of the format; the program's
 * source and tools too where its law has them handed over (HN19-22.4), or with `--with-program`.
 */
export const command: Command = {
  usage: 'TENANT [FILE.zip] [--with-program]',
  options: { 'with-program': { type: 'boolean' } },
  operands: [1, 2],

  run: (call) =>
    withHouse<ExitCode>(call, async (house) => {
      const [id = '', given] = call.operands
      const tenant = await createTenants(house.db).find(id)
      if (!tenant) throw notHere(id)
      const at = now()
      const withProgram = call.options['with-program'] === true || isHandedOver(tenant, 'source-code', at)
      const beside = withProgram ? await programFiles(projectOf(call.io.cwd).root) : []
      const order = { tenant: id, reason: 'hand-over', now: at, beside, ...atTheCommandLine } as const
      const done = await makeBackup(house, order)
      // A province on its way out comes one step further by it.
      const standing = (await findTenantState(house.db, id))?.standing
      if (standing === 'suspended' || standing === 'exported')
        await changeStanding(house.db, id, { deed: 'note-export', actor: order.actor, now: at })
      const kept = backupFile(house, id, done)
      const file = given ? path.resolve(call.io.cwd, given) : kept
      if (given) {
        await mkdir(path.dirname(file), { recursive: true })
        await copyFile(kept, file)
      }
      const { bytes, rows, sha256, tookMs } = done
      const said = {
        vi: `${file}: ${size(bytes, 'vi')}, ${rows} dòng${withProgram ? ', kèm mã nguồn và công cụ' : ''}; ${seconds(tookMs, 'vi')}\nSHA-256 ${sha256}`,
        en: `${file}: ${size(bytes, 'en')}, ${rows} rows${withProgram ? ', with source and tools' : ''}; ${seconds(tookMs, 'en')}\nSHA-256 ${sha256}`,
      }
      await call.io.out(
        call.json ? `${JSON.stringify({ ...done, file, withProgram })}\n` : `${said[call.lang]}\n`,
      )
      return 0
    }),
}

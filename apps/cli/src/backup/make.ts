import { makeBackup } from '@motcua/operations/backups/make-backup'
import { createTenants } from '@motcua/operations/tenants/tenant-cache'
import { now } from '../clock.ts'
import type { Command, ExitCode } from '../command.ts'
import { atTheCommandLine, seconds, size, tenantsNamed, withHouse } from './house.ts'

/** Backs the named provinces up, or all: written, read once from beginning to end, and noted. */
export const command: Command = {
  usage: '[TENANT…]',
  operands: [0, 1000],

  run: (call) =>
    withHouse<ExitCode>(call, async (house) => {
      const all = (await createTenants(house.db).list()).map(({ id }) => id)
      for (const tenant of await tenantsNamed(house, call.operands, all)) {
        const done = await makeBackup(house, { tenant, reason: 'asked', now: now(), ...atTheCommandLine })
        const { file, bytes, rows, tookMs } = done
        const said = {
          vi: `${tenant}: ${file}, ${size(bytes, 'vi')}, ${rows} dòng, ${seconds(tookMs, 'vi')}`,
          en: `${tenant}: ${file}, ${size(bytes, 'en')}, ${rows} rows, ${seconds(tookMs, 'en')}`,
        }
        await call.io.out(call.json ? `${JSON.stringify({ tenant, ...done })}\n` : `${said[call.lang]}\n`)
      }
      return 0
    }),
}

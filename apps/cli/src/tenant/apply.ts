import { applyTenant } from '@motcua/operations/tenants/apply-tenant'
import { now } from '../clock.ts'
import type { Command } from '../command.ts'
import { withDatabase } from '../db/connection.ts'
import { folderOf, orProblems } from './folder.ts'

/** Puts a province's folder into force in one transaction; applying the same again changes nothing. */
export const command: Command = {
  usage: 'DIR',
  operands: [1, 1],

  run: (call) =>
    orProblems(call, async () => {
      const folder = await folderOf(call)
      const applied = await withDatabase(call.io, (db) => applyTenant(db, folder, { now: now() }))
      await call.io.out(call.json ? `${JSON.stringify(applied)}\n` : `${said(applied)[call.lang]}\n`)
      return 0
    }),
}

const said = ({ tenant, edition, changed }: { tenant: string; edition: number; changed: boolean }) =>
  changed
    ? { vi: `${tenant}: bản ${edition} đã có hiệu lực`, en: `${tenant}: edition ${edition} is in force` }
    : {
        vi: `${tenant}: bản ${edition} đã áp dụng từ trước`,
        en: `${tenant}: edition ${edition} was in force already`,
      }

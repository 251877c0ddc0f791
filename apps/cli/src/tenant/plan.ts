import { planTenant } from '@motcua/operations/tenants/plan-tenant'
import type { Command } from '../command.ts'
import { withDatabase } from '../db/connection.ts'
import { table } from '../table.ts'
import { folderOf, orProblems } from './folder.ts'

/** Shows what applying a province's folder would change, compared with the edition in force. Changes nothing. */
export const command: Command = {
  usage: 'DIR',
  operands: [1, 1],

  run: (call) =>
    orProblems(call, async () => {
      const folder = await folderOf(call)
      const plan = await withDatabase(call.io, (db) => planTenant(db, folder))
      if (call.json) await call.io.out(`${JSON.stringify(plan)}\n`)
      else if (plan.changes.length === 0) await call.io.out(`${unchanged(plan)[call.lang]}\n`)
      else await call.io.out(table(plan.changes.map(({ how, part, name }) => [sign[how], part, name])))
      return 0
    }),
}

const sign = { added: '+', removed: '-', changed: '~' }

const unchanged = ({ tenant, from }: { tenant: string; from: number }) => ({
  vi: `${tenant}: không có gì thay đổi so với bản ${from} đang áp dụng`,
  en: `${tenant}: nothing differs from edition ${from} in force`,
})

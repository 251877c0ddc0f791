import { checkTenant } from '@motcua/operations/tenants/check-tenant'
import { TenantProblems } from '@motcua/operations/tenants/problem'
import { now } from '../clock.ts'
import type { Command } from '../command.ts'
import { folderOf, orProblems } from './folder.ts'

/** Checks everything a province declares: the form of its files, its law and their agreement. Needs no database. */
export const command: Command = {
  usage: 'DIR',
  operands: [1, 1],

  run: (call) =>
    orProblems(call, async () => {
      const folder = await folderOf(call)
      const problems = checkTenant(folder, now())
      if (problems.length > 0) throw new TenantProblems(problems)
      const { manifest, agencies, offered, rules } = folder
      const [bodies, procedures, files] = [agencies.length, offered.length, rules.length]
      const said = {
        vi: `${manifest.name}: ${bodies} cơ quan, ${procedures} thủ tục, ${files} tệp quy chế; áp dụng được`,
        en: `${manifest.name}: ${bodies} bodies, ${procedures} procedures, ${files} files of law; may be applied`,
      }
      const json = { tenant: manifest.id, agencies: bodies, procedures, rules: files, problems: [] }
      await call.io.out(call.json ? `${JSON.stringify(json)}\n` : `${said[call.lang]}\n`)
      return 0
    }),
}

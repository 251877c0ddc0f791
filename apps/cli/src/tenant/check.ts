import { examineTenant, type Examined } from '@motcua/operations/tenants/examine-tenant'
import { problemLine } from '@motcua/operations/tenants/problem'
import { now } from '../clock.ts'
import type { Command, Lang } from '../command.ts'
import { placesOf, tellProblems } from './folder.ts'

/** Checks everything a province declares, and says everything that is wrong with it at once. Needs no database. */
export const command: Command = {
  usage: 'DIR',
  operands: [1, 1],

  async run(call) {
    const { io, lang, json } = call
    const { folder, ...examined } = await examineTenant(placesOf(call), now())
    if (!folder) {
      await tellProblems(call, examined.problems)
      return 1
    }
    const { manifest, agencies, offered, rules } = folder
    const [bodies, procedures, files] = [agencies.length, offered.length, rules.length]
    const said = {
      vi: `${manifest.name}: ${bodies} cơ quan, ${procedures} thủ tục, ${files} tệp quy chế; áp dụng được`,
      en: `${manifest.name}: ${bodies} bodies, ${procedures} procedures, ${files} files of law; may be applied`,
    }
    const figures = { tenant: manifest.id, agencies: bodies, procedures, rules: files }
    await io.out(json ? `${JSON.stringify({ ...figures, ...examined })}\n` : `${said[lang]}\n`)
    if (!json) await io.out(remarksOf(examined, lang))
    return 0
  },
}

function remarksOf({ remarks, coverage }: Pick<Examined, 'remarks' | 'coverage'>, lang: Lang): string {
  const { answered, delegated, inherited, silent } = coverage
  const counted = {
    vi: `Câu hỏi pháp lý: ${answered} tỉnh quy định, ${delegated} dẫn chiếu, ${inherited} theo quy định quốc gia, ${silent} không quy định`,
    en: `Questions of law: ${answered} answered by the province, ${delegated} delegated, ${inherited} inherited from national acts, ${silent} silent`,
  }
  const known = { vi: 'Nên biết', en: 'To be known' }
  const lines = remarks.map((remark) => `${known[lang]}: ${problemLine(remark, lang)}`)
  return [counted[lang], ...lines, ''].join('\n')
}

import type { Regulation } from '../ast/nodes.ts'
import type { Findings } from '../source/diagnostic.ts'
import { wordsFor } from '../syntax/phrase-table.ts'

/**
 * The names of levels are a vocabulary: each stands once, another name is said of a level that is there, and means one
 * level only. Without this a slip of the pen would leave dossiers of a level without any rule.
 */
export function checkLevels({ levels }: Regulation, findings: Findings): void {
  if (!levels) return
  const { names, aliases, span } = levels
  const say = (level: string, lang: 'vi' | 'en') => wordsFor('NAME', level, lang)
  const twice = [...names, ...aliases.map(({ other }) => other)].find(
    (level, i, all) => all.indexOf(level) < i,
  )
  if (twice !== undefined) {
    findings.add('E0217', span, {
      vi: `mức độ «${say(twice, 'vi')}» được ghi hai lần`,
      en: `the level \`${say(twice, 'en')}\` is named twice`,
    })
  }
  const lost = aliases.find(({ own }) => !names.includes(own))
  if (lost) {
    findings.add('E0217', span, {
      vi: `«${say(lost.own, 'vi')}» còn gọi là «${say(lost.other, 'vi')}», nhưng không có trong các mức độ của văn bản`,
      en: `\`${say(lost.own, 'en')}\` is also called \`${say(lost.other, 'en')}\`, but is no level of the regulation`,
    })
  }
}

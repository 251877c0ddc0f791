import type { Regulation, Scheme } from '../ast/nodes.ts'
import { sayName } from '../evaluate/explain-words.ts'
import type { Bilingual, Findings } from '../source/diagnostic.ts'

/**
 * The names of levels are a vocabulary: each stands once, another name is said of a level that is there, and means one
 * level only. Without this a slip of the pen would leave dossiers of a level without any rule.
 */
export function checkLevels({ levels, tiers }: Regulation, findings: Findings): void {
  if (levels) checkNames(levels, { vi: 'mức độ', en: 'level' }, findings)
  if (tiers) checkNames(tiers, { vi: 'cấp', en: 'tier' }, findings)
}

function checkNames({ names, aliases, span }: Scheme, what: Bilingual, findings: Findings): void {
  const twice = [...names, ...aliases.map(({ other }) => other)].find((name, i, all) => all.indexOf(name) < i)
  if (twice !== undefined) {
    findings.add('E0217', span, {
      vi: `${what.vi} «${sayName(twice).vi}» được ghi hai lần`,
      en: `the ${what.en} \`${sayName(twice).en}\` is named twice`,
    })
  }
  const lost = aliases.find(({ own }) => !names.includes(own))
  if (lost) {
    findings.add('E0217', span, {
      vi: `«${sayName(lost.own).vi}» còn gọi là «${sayName(lost.other).vi}», nhưng không có trong các ${what.vi} của văn bản`,
      en: `\`${sayName(lost.own).en}\` is also called \`${sayName(lost.other).en}\`, but is no ${what.en} of the regulation`,
    })
  }
}

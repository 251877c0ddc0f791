import type { CoverageLine } from '@motcua/dsl'
import type { TenantFolder } from './folder.ts'
import type { Problem } from './problem.ts'

/** What may stay as it is and should be known: bodies nobody reaches, texts that are missing, questions left open. */
export function lookOver(parts: Partial<TenantFolder>, lines: readonly CoverageLine[]): Problem[] {
  return [
    ...idleSections(parts),
    ...plainEmblem(parts),
    ...ownSections(parts),
    ...openQuestions(parts, lines),
  ]
}

/** One-stop sections that receive no procedure. */
function idleSections({ agencies = [], offered }: Partial<TenantFolder>): Problem[] {
  if (!offered) return []
  const busy = new Set(offered.flatMap(({ agencies: ids }) => ids))
  const idle = agencies.filter(({ id, hasOneStopSection }) => hasOneStopSection && !busy.has(id))
  if (idle.length === 0) return []
  const names = idle.map(({ id }) => `\`${id}\``).join(', ')
  return [
    {
      file: 'procedures.csv',
      vi: `bộ phận một cửa chưa nhận thủ tục nào: ${names}`,
      en: `one-stop sections that receive no procedure: ${names}`,
    },
  ]
}

function plainEmblem({ emblem }: Partial<TenantFolder>): Problem[] {
  if (emblem !== undefined) return []
  return [
    {
      file: 'brand/emblem.svg',
      vi: 'chưa có; trang dùng hình chung',
      en: 'is missing; the pages use the common one',
    },
  ]
}

/** Slips headed by nobody in particular. */
function ownSections({ slips }: Partial<TenantFolder>): Problem[] {
  if (!slips || slips.section) return []
  return [
    {
      file: 'slips.yaml',
      vi: '`section`: chưa đặt tên bộ phận một cửa trên đầu phiếu',
      en: '`section`: the one-stop section is not named at the head of slips',
    },
  ]
}

/** Questions neither the province nor the nation answers: the system then follows its plain way. */
function openQuestions({ manifest }: Partial<TenantFolder>, lines: readonly CoverageLine[]): Problem[] {
  const silent = lines.filter(({ path }) => path === 'silent').length
  if (silent === 0 || !manifest) return []
  return [
    {
      file: 'tenant.yaml',
      vi: `\`rules\`: ${silent} trên ${lines.length} câu hỏi không văn bản nào quy định (xem \`rules coverage ${manifest.id}\`)`,
      en: `\`rules\`: no text answers ${silent} of ${lines.length} questions (see \`rules coverage ${manifest.id}\`)`,
    },
  ]
}

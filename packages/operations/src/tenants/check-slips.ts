import { dateOf, type Instant } from '@motcua/calendar'
import { slipKinds, type SlipKind, type SlipTemplate } from '@motcua/domain'
import { chooseTemplate } from '../slips/choose-template.ts'
import { sayingsOf } from '../slips/demanded-facts.ts'
import { slipTables, slipWords } from '../slips/known-words.ts'
import type { TenantFolder } from './folder.ts'
import type { Problem } from './problem.ts'

/** Slips that cannot be written today, and words, tables and columns that nobody here can fill in. */
export function checkSlips({ slips: { templates } }: Pick<TenantFolder, 'slips'>, now: Instant): Problem[] {
  return [
    ...slipKinds.filter((kind) => !isWritten(templates, kind, now)).map((kind) => missing(kind)),
    ...templates.flatMap((template) => unknownIn(template).map((name) => unknown(template.slip, name))),
  ]
}

function isWritten(templates: readonly SlipTemplate[], kind: SlipKind, now: Instant): boolean {
  try {
    chooseTemplate(templates, { kind, on: dateOf(now) })
    return true
  } catch {
    return false
  }
}

function unknownIn(template: SlipTemplate): string[] {
  const { words, tables } = sayingsOf(template)
  const columns = template.body.flatMap((part) => {
    if (!('table' in part)) return []
    const known: readonly string[] = isTable(part.table) ? slipTables[part.table] : []
    return part.columns.map(([, name]) => name).filter((name) => !known.includes(name))
  })
  const known: readonly string[] = slipWords
  return [
    ...[...words].filter((word) => !known.includes(word)).map((word) => `{${word}}`),
    ...[...tables].filter((table) => !isTable(table)),
    ...columns,
  ]
}

function isTable(name: string): name is keyof typeof slipTables {
  return name in slipTables
}

function missing(kind: SlipKind): Problem {
  return {
    file: 'slips.yaml',
    vi: `phiếu \`${kind}\` chưa có mẫu dùng được hôm nay`,
    en: `the slip \`${kind}\` has no template in use today`,
  }
}

function unknown(kind: SlipKind, name: string): Problem {
  return {
    file: 'slips.yaml',
    vi: `phiếu \`${kind}\`: không có nội dung nào tên \`${name}\``,
    en: `the slip \`${kind}\`: there is nothing named \`${name}\``,
  }
}

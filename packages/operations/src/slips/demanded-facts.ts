import type { SlipFact, SlipTemplate } from '@motcua/domain'
import type { SlipFillings, SlipWord } from './known-words.ts'

/**
 * What a regulation may ask a slip to say (`slip.content`): its label, the word that says it, and the column of a
 * table that says it as well.
 */
const fields: Readonly<Record<string, { label: string; word: SlipWord; column?: string }>> = {
  'applicant-name': { label: 'Tên người nộp', word: 'applicant' },
  code: { label: 'Mã hồ sơ', word: 'code' },
  'dossier-type': { label: 'Loại hồ sơ', word: 'procedure' },
  'receipt-number': { label: 'Số giấy tiếp nhận', word: 'code' },
  'accepted-at': { label: 'Thời gian nhận hồ sơ', word: 'acceptedAt' },
  'due-at': { label: 'Hẹn trả kết quả', word: 'dueAt' },
  'new-due-at': { label: 'Hẹn lại', word: 'newDueAt' },
  status: { label: 'Tình trạng giải quyết', word: 'status' },
  'missing-content': { label: 'Nội dung cần bổ sung', word: 'missingContent', column: 'items.label' },
  reason: { label: 'Lý do', word: 'reason', column: 'items.reason' },
  instructions: { label: 'Hướng dẫn thực hiện', word: 'instructions' },
  work: { label: 'Nội dung công việc', word: 'work', column: 'work.work' },
  'time-per-agency': { label: 'Thời hạn của từng cơ quan', word: 'workLimit', column: 'work.limit' },
  'lead-agency': { label: 'Cơ quan chủ trì', word: 'leadAgency' },
  responsibility: { label: 'Trách nhiệm từng cơ quan', word: 'responsibility' },
}

/** The facts a regulation asks for that the template says nowhere itself. */
export function factsDemanded(
  template: SlipTemplate,
  demanded: readonly string[],
  fillings: SlipFillings,
): SlipFact[] {
  const said = sayingsOf(template)
  return demanded.flatMap((name) => {
    const field = fields[name]
    if (!field) throw new Error(`a regulation asks slips for \`${name}\`, which nobody here can fill in`)
    const value = fillings[field.word]
    if (said.words.has(field.word) || (field.column && said.columns.has(field.column)) || !value) return []
    return [{ label: field.label, value }]
  })
}

/** Words, tables and columns (`items.reason`) a template uses. */
export function sayingsOf({ title, number, forms, addressee = '', body, signatures }: SlipTemplate): {
  words: Set<string>
  tables: Set<string>
  columns: Set<string>
} {
  const tables = new Set<string>()
  const columns = new Set<string>()
  const texts = [title, number, addressee, ...forms.flatMap((form) => [form.title ?? '', form.number ?? ''])]
  for (const part of body) {
    if ('table' in part) {
      tables.add(part.table)
      for (const [, name] of part.columns) columns.add(`${part.table}.${name}`)
    }
    if ('text' in part) texts.push(part.text)
    if ('facts' in part) texts.push(...part.facts.flatMap(([label, value]) => [label, value]))
  }
  texts.push(...signatures.flat())
  const words = texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, word]) => word!))
  return { words: new Set(words), tables, columns }
}

import type { Instant } from '@motcua/calendar'
import type { SlipBlock, SlipDocument, SlipFact, SlipPart } from '@motcua/domain'
import { fill } from '../notices/fill-template.ts'
import type { ChosenTemplate } from './choose-template.ts'
import { factsDemanded } from './demanded-facts.ts'
import { hintOfHand } from './slip-words.ts'
import type { SlipFillings, SlipTableName } from './known-words.ts'

/** Rows of the dossier a table is filled with; a cell is found by the name of its column. */
export type Rows = readonly Readonly<Record<string, string | undefined>>[]

/** All that a slip may say of its matter. */
export interface SlipMatter {
  readonly fillings: SlipFillings
  readonly tables: Readonly<Partial<Record<SlipTableName, Rows>>>
}

export interface SlipSetting {
  /** Place of issue: the seat of the office, as it heads the date. */
  readonly place: string
  readonly agency: string
  readonly section: string
  readonly issuedAt: Instant
  readonly reference: string
  readonly foot: string
  readonly lookup?: SlipDocument['lookup']
  /** Fields the regulation asks this slip to say (`slip.content`). */
  readonly demanded: readonly string[]
}

/** Writes a slip: its template filled with its matter, and whatever the regulation asks for beyond it. */
export function fillSlip(
  { template, form }: ChosenTemplate,
  { fillings, tables }: SlipMatter,
  setting: SlipSetting,
): SlipDocument {
  const number = fill(form.number ?? template.number, fillings)
  const addressee = template.addressee && fill(template.addressee, fillings)
  const missing = factsDemanded(template, setting.demanded, fillings)
  return {
    kind: template.slip,
    paper: form.paper,
    form: form.form,
    head: {
      agency: setting.agency,
      section: setting.section,
      ...(number !== undefined && { number }),
      placeDate: placeDate(setting.place, setting.issuedAt),
    },
    title: form.title ?? template.title,
    ...(addressee && { addressee }),
    blocks: [
      ...template.body.flatMap((part) => blockOf(part, { fillings, tables })),
      ...(missing.length > 0 ? [{ is: 'facts' as const, facts: missing }] : []),
    ],
    signatures: template.signatures.map(([title, name, hint]) => ({
      title: fill(title, fillings) ?? '',
      hint: hint ?? hintOfHand,
      name: fill(name, fillings) ?? '',
    })),
    ...(template.lookup && setting.lookup && { lookup: setting.lookup }),
    foot: setting.foot,
    reference: setting.reference,
    issuedAt: setting.issuedAt,
  }
}

function blockOf(part: SlipPart, { fillings, tables }: SlipMatter): SlipBlock[] {
  if ('heading' in part) return [{ is: 'heading', text: part.heading }]
  if ('text' in part) {
    const text = fill(part.text, fillings)
    return text ? [{ is: 'text', text, ...(part.tone && { tone: part.tone }) }] : []
  }
  if ('facts' in part) {
    const facts = part.facts.flatMap(([label, template, tone]): SlipFact[] => {
      const value = fill(template, fillings)
      return value ? [{ label, value, ...(tone && { strong: true as const }) }] : []
    })
    return facts.length > 0 ? [{ is: 'facts', facts }] : []
  }
  const rows = tables[part.table as SlipTableName] ?? []
  return [
    {
      is: 'table',
      columns: part.columns.map(([label, , share]) => ({ label, share })),
      rows: rows.map((row) => part.columns.map(([, name]) => row[name] ?? '')),
      none: part.none,
    },
  ]
}

function placeDate(place: string, at: Instant): string {
  return `${place}, ngày ${at.slice(8, 10)} tháng ${at.slice(5, 7)} năm ${at.slice(0, 4)}`
}

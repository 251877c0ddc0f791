import type { NamePart } from '../vocabulary/figures.ts'

/** A part of a name or code: something to be filled in, with its number of digits, or fixed text. */
export type FormPiece =
  { readonly part: NamePart; readonly digits: number | null } | { readonly text: string }

/** How a name or a code is put together, and what becomes of one that is taken. */
export interface Form {
  readonly parts: readonly FormPiece[]
  readonly letters: 'plain-lower' | 'as-written'
  readonly collision: 'number' | 'refuse'
}

/**
 * Writes a name or a code by its form. `values` gives each part as text; a day is `YYYY-MM-DD`. Where the name is taken,
 * a number from two on is added or null comes back, as the form says. Throws RangeError where a part is missing or does
 * not fit its digits.
 */
export function formatName(
  form: Form,
  values: Readonly<Partial<Record<NamePart, string>>>,
  taken: (name: string) => boolean = () => false,
): string | null {
  const name = form.parts.map((one) => ('text' in one ? one.text : filled(form, one, values))).join('')
  if (!taken(name)) return name
  if (form.collision === 'refuse') return null
  for (let n = 2; ; n++) if (!taken(`${name}${n}`)) return `${name}${n}`
}

function filled(
  { letters }: Form,
  { part, digits }: Extract<FormPiece, { part: NamePart }>,
  values: Readonly<Partial<Record<NamePart, string>>>,
): string {
  const value = values[part]?.normalize('NFC').trim()
  if (!value) throw new RangeError(`the name needs its part \`${part}\``)
  if (digits === null) return letters === 'plain-lower' ? plain(value) : value
  const figures = part === 'acceptance-day' ? dayFigures(value, digits) : value.padStart(digits, '0')
  if (/^\d+$/.test(figures) && figures.length === digits) return figures
  throw new RangeError(`\`${part}\` must be a number of ${digits} digits, found \`${value}\``)
}

/** Six digits are YYMMDD, eight are YYYYMMDD. */
function dayFigures(day: string, digits: number): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new RangeError(`a day is written YYYY-MM-DD, found \`${day}\``)
  return day.replaceAll('-', '').slice(-digits)
}

/** Lower case letters and digits of ASCII: `Nguyễn Thị Hà` is `nguyenthiha`. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[đð]/gu, 'd')
    .replace(/[^a-z0-9]/gu, '')
}

import { comparisons, type Condition, type Conditions, type Field } from '@motcua/domain'
import { type Flat, rowsIn } from './flat.ts'

/** Conditions as boxes: those there are, and one more. */
export function flatConditions(prefix: string, when: readonly Condition[] = []): Flat {
  return Object.assign(
    { [`${prefix}-rows`]: String(Math.min(when.length + 1, 6)) },
    ...when.map(({ field, how, values }, at) => ({
      [`${prefix}-field-${at}`]: field,
      [`${prefix}-how-${at}`]: how,
      [`${prefix}-value-${at}`]: values.join('; '),
    })),
  )
}

/** Reads conditions; a choice may be named by its words. A row without a question is left out. */
export function conditionsIn(flat: Flat, prefix: string, fields: readonly Field[]): Conditions | undefined {
  const rows = Array.from({ length: rowsIn(flat, prefix) }, (_, at): Condition[] => {
    const field = flat[`${prefix}-field-${at}`]
    if (!field) return []
    const how = comparisons.find((one) => one === flat[`${prefix}-how-${at}`]) ?? 'is'
    const asked = fields.find(({ id }) => id === field)
    const values = (flat[`${prefix}-value-${at}`] ?? '')
      .split(';')
      .map((value) => valueOf(value.trim(), asked))
      .filter(Boolean)
    return [{ field, how, values: how === 'answered' || how === 'not-answered' ? [] : values }]
  }).flat()
  return rows.length > 0 ? rows : undefined
}

function valueOf(typed: string, field: Field | undefined): string {
  const same = (words: string) => words.toLowerCase() === typed.toLowerCase()
  if (same('hôm nay') || same('today')) return 'today'
  const choice = field?.choices?.find(
    ({ value, label }) => value === typed || same(label.vi) || same(label.en),
  )
  return choice?.value ?? typed
}

/** What stands in the boxes of a form, by their names; ticks of one name are parted by spaces. */
export type Flat = Record<string, string>

export function flatOf(posted: FormData): Flat {
  return Object.fromEntries(
    [...new Set(posted.keys())].map((name) => [
      name,
      posted
        .getAll(name)
        .filter((value) => typeof value === 'string')
        .map((value) => value.trim().normalize('NFC').replace(/\r\n?/g, '\n'))
        .join(' '),
    ]),
  )
}

/** Rows a form was drawn with: `name-0`, `name-1` … */
export function rowsIn(flat: Flat, name: string): number {
  return Math.min(Number(flat[`${name}-rows`]) || 0, 200)
}

export function linesIn(text = ''): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

/** A name for something new, after its words, that nothing else bears. */
export function freeId(words: string, taken: Set<string>, shape: 'dashed' | 'camel' = 'dashed'): string {
  const parts = words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .slice(0, 6)
  const camel = parts.map((part, at) => (at === 0 ? part : part[0]!.toUpperCase() + part.slice(1))).join('')
  const plain = (shape === 'camel' ? camel.replace(/^\d+/, '') : parts.join('-')) || 'muc'
  let id = plain
  for (let n = 2; taken.has(id); n++) id = shape === 'camel' ? `${plain}${n}` : `${plain}-${n}`
  taken.add(id)
  return id
}

/** A whole number that is not negative, or undefined. */
export function wholeIn(text = ''): number | undefined {
  const plain = text.replace(/[\s.]/g, '')
  return /^\d{1,12}$/.test(plain) ? Number(plain) : undefined
}

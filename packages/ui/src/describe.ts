/** Value of `aria-describedby`: the ids that exist, or nothing at all. */
export function describedBy(...ids: (string | false | null | undefined)[]): string | undefined {
  return ids.filter(Boolean).join(' ') || undefined
}

/** Hints read one after the other, with one full stop between them however each was written. */
export function joinHints(...hints: (string | false | null | undefined)[]): string | undefined {
  const said = hints.filter((hint) => typeof hint === 'string' && hint !== '') as string[]
  return said.map((hint, i) => (i < said.length - 1 ? hint.replace(/\.$/, '') : hint)).join('. ') || undefined
}

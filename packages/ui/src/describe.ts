/** Value of `aria-describedby`: the ids that exist, or nothing at all. */
export function describedBy(...ids: (string | false | null | undefined)[]): string | undefined {
  return ids.filter(Boolean).join(' ') || undefined
}

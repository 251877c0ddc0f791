/** Most characters of a name inside a sentence. */
const most = 60

/** A paper's or question's name short enough for a sentence; the full name stands beside its box. */
export function shortName(name: string): string {
  if (name.length <= most) return name.replace(/[.;:,]$/, '')
  const cut = name.slice(0, most)
  return `${cut.slice(0, cut.lastIndexOf(' ')).replace(/[\s.;:,(]+$/, '')}…`
}

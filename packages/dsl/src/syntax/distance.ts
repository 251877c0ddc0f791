/**
 * Least number of letters put in, taken out or changed between two texts. A text of less than half the length of the
 * other is told to differ in every letter: nobody is asked whether they meant it. Past `most` any greater number is
 * given, so that far texts cost little.
 */
export function distance(a: string, b: string, most = Infinity): number {
  const longer = Math.max(a.length, b.length)
  if (longer > 16 && 2 * Math.min(a.length, b.length) < longer) return longer
  if (Math.abs(a.length - b.length) > most || !alike(a, b, most)) return longer
  const row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    let [corner, least] = [row[0]!, i]
    row[0] = i
    const letter = a.charCodeAt(i - 1)
    for (let j = 1; j <= b.length; j++) {
      const change = corner + (letter === b.charCodeAt(j - 1) ? 0 : 1)
      corner = row[j]!
      const here = Math.min(change, corner + 1, row[j - 1]! + 1)
      row[j] = here
      if (here < least) least = here
    }
    if (least > most) return longer
  }
  return row[b.length]!
}

/** False where more letters of one text than `most` are not in the other at all. */
function alike(a: string, b: string, most: number): boolean {
  let missing = 0
  for (let i = 0; i < a.length; i++) if (!b.includes(a[i]!) && ++missing > most) return false
  return true
}

/** The share of letters by which two texts may differ and still be taken for one another. */
export const mostFar = 0.34

/**
 * Least number of letters put in, taken out or changed between two texts. A text of less than half the length of the
 * other is told to differ in every letter: nobody is asked whether they meant it.
 */
export function distance(a: string, b: string): number {
  const most = Math.max(a.length, b.length)
  if (most > 16 && 2 * Math.min(a.length, b.length) < most) return most
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[b.length]!
}

/** Turns away a count that is not whole or runs backwards: law counts in whole units, and each direction has its own verb. */
export function mustBeWhole(n: number, unit: string): void {
  if (!(Number.isSafeInteger(n) && n >= 0))
    throw new RangeError(`expected a whole number of ${unit}, not ${n}`)
}

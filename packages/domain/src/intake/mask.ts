/** Whether a text is written as a mask says: `9` a digit, `A` a letter, `*` either, all else as it stands. */
export function isWrittenAs(mask: string, text: string): boolean {
  const [wanted, given] = [[...mask], [...text]]
  return wanted.length === given.length && wanted.every((sign, i) => fits(sign, given[i]!))
}

/** A text that is written so, to show how: `99A-999` becomes `12A-345`. */
export function exampleOf(mask: string): string {
  let digit = 0
  return [...mask].map((sign) => (sign === '9' || sign === '*' ? String(++digit % 10) : sign)).join('')
}

function fits(sign: string, given: string): boolean {
  switch (sign) {
    case '9':
      return /^\d$/.test(given)
    case 'A':
      return /^\p{L}$/u.test(given)
    case '*':
      return /^[\p{L}\d]$/u.test(given)
    default:
      return sign === given
  }
}

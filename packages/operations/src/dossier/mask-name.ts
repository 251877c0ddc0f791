/**
 * A name as a stranger with a code may see it (AMB-30): the family name whole, of the others the first letter only.
 * Its owner recognises it, nobody learns it.
 */
export function maskName(fullName: string): string {
  const [family = '', ...others] = fullName.trim().split(/\s+/)
  const masked = others.map((name) => `${[...name][0]}***`)
  return others.length > 0 ? [family, ...masked].join(' ') : `${[...family][0] ?? ''}***`
}

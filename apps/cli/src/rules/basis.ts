import type { LegalBasis } from '@motcua/dsl'
import type { Lang } from '../command.ts'

/** An article as lawyers cite it: `điểm a khoản 2 Điều 12, 246/QĐ-UBND`. */
export function basisText({ regulation, article, clause, point }: LegalBasis, lang: Lang): string {
  const parts =
    lang === 'vi'
      ? [point && `điểm ${point}`, clause && `khoản ${clause}`, `Điều ${article}`]
      : [point && `point ${point}`, clause && `clause ${clause}`, `article ${article}`]
  return `${parts.filter(Boolean).join(' ')}, ${regulation}`
}

import type { Lang } from '../command.ts'

export interface Basis {
  readonly regulation: string
  readonly article: string
  readonly clause?: string
  readonly point?: string
}

/** An article as lawyers cite it: `điểm a khoản 2 Điều 12, 246/QĐ-UBND`. */
export function basisText({ regulation, article, clause, point }: Basis, lang: Lang): string {
  const parts =
    lang === 'vi'
      ? [point && `điểm ${point}`, clause && `khoản ${clause}`, `Điều ${article}`]
      : [point && `point ${point}`, clause && `clause ${clause}`, `article ${article}`]
  return `${parts.filter(Boolean).join(' ')}, ${regulation}`
}

import type { Calendar, Regulation } from '../ast/nodes.ts'
import type { Findings } from '../source/diagnostic.ts'
import type { Span } from '../source/span.ts'
import { distance } from '../syntax/distance.ts'
import { checkCitations } from './citations.ts'
import { checkVersions } from './versions.ts'

/** Checks what regulations say of each other: symbols, delegations, versions that follow each other, one calendar. */
export function checkLinks(
  regulations: readonly Regulation[],
  calendars: readonly Calendar[],
  findings: Findings,
): void {
  const national = regulations.filter((one) => one.national)
  for (const regulation of regulations) {
    for (const { symbol, span } of regulation.complies) target(symbol, span, national, findings)
    checkCitations(regulation, national, (symbol, span) => target(symbol, span, national, findings), findings)
  }
  duplicates(national, findings)
  checkVersions(regulations, findings)
  const [, second] = calendars
  if (second) {
    findings.add(
      'E0212',
      { ...second.span, to: second.span.from + 1 },
      {
        vi: 'đã có một niên lịch quốc gia khác',
        en: 'there is already another national calendar',
      },
    )
  }
}

function target(
  symbol: string,
  span: Span,
  national: readonly Regulation[],
  findings: Findings,
): Regulation | undefined {
  const found = national.find((one) => one.symbol === symbol)
  if (found) return found
  const near = national
    .map((one) => ({ symbol: one.symbol ?? '', far: distance(one.symbol ?? '', symbol) }))
    .toSorted((a, b) => a.far - b.far)[0]
  findings.add(
    'E0501',
    span,
    {
      vi: `không có văn bản quốc gia nào có ký hiệu «${symbol}»`,
      en: `no national act has the symbol \`${symbol}\``,
    },
    near && near.far <= 3
      ? { help: { vi: `có phải «${near.symbol}»?`, en: `did you mean \`${near.symbol}\`?` } }
      : {},
  )
  return undefined
}

function duplicates(national: readonly Regulation[], findings: Findings): void {
  for (const [i, one] of national.entries()) {
    const before = national.slice(0, i).find(({ symbol }) => symbol !== undefined && symbol === one.symbol)
    if (!before) continue
    findings.add('E0212', one.span, {
      vi: `ký hiệu «${one.symbol}» đã dùng cho ${before.number}`,
      en: `the symbol \`${one.symbol}\` is already that of ${before.number}`,
    })
  }
}

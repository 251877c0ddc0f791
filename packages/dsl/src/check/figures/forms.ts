import type { Effect, Placed } from '../../ast/nodes.ts'
import { sayName } from '../../evaluate/explain-words.ts'
import type { Bilingual, Findings } from '../../source/diagnostic.ts'
import type { NamePart } from '../../vocabulary/figures.ts'

type Form = Placed<Extract<Effect, { k: 'form' }>>
type Filled = Extract<Form['parts'][number], { part: NamePart }>

/** Numbers of digits a day can be written with: YYMMDD or YYYYMMDD. */
const dayDigits: readonly number[] = [6, 8]

/** A name or code has each part once, says how many digits its numbers have, and can be told apart from the next one. */
export function checkForm({ parts, collision, span }: Form, findings: Findings): void {
  const filled = parts.flatMap((one) => ('part' in one ? [one] : []))
  if (filled.length === 0) {
    fault(span, findings, {
      vi: 'mẫu chỉ có chữ cố định nên mọi tên đều giống nhau',
      en: 'the form is fixed text, so every name is the same',
    })
  }
  for (const [i, one] of filled.entries()) {
    const name = sayName(one.part)
    if (filled.findIndex(({ part }) => part === one.part) < i) {
      fault(span, findings, { vi: `«${name.vi}» đứng hai lần`, en: `\`${name.en}\` stands twice` })
    }
    checkDigits(one, name, span, findings)
  }
  if (collision === 'number' && filled.some(({ part }) => part === 'sequence')) {
    fault(span, findings, {
      vi: 'mã có số thứ tự thì không trùng; viết «trùng thì không cấp»',
      en: 'a code with a serial number is never taken; write `refused where taken`',
    })
  }
}

function checkDigits(
  { part, digits }: Filled,
  name: Bilingual,
  span: Form['span'],
  findings: Findings,
): void {
  const needs = part === 'acceptance-day' || part === 'sequence'
  if (needs === (digits !== undefined)) {
    const most = part === 'acceptance-day' ? dayDigits.includes(digits ?? 6) : (digits ?? 1) > 0
    if (most) return
  }
  fault(span, findings, {
    vi: needs
      ? `«${name.vi}» phải nói có bao nhiêu chữ số${part === 'acceptance-day' ? ': 06 hoặc 08' : ''}`
      : `«${name.vi}» là chữ, không tính theo chữ số`,
    en: needs
      ? `\`${name.en}\` must say how many digits it has${part === 'acceptance-day' ? ': 06 or 08' : ''}`
      : `\`${name.en}\` is text and has no number of digits`,
  })
}

function fault(span: Form['span'], findings: Findings, message: Bilingual): void {
  findings.add('E0909', span, message)
}

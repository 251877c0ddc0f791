import type { Quantity, Regulation, Share } from '../ast/nodes.ts'
import type { Bilingual, Diagnostic, Findings } from '../source/diagnostic.ts'
import { wordsFor } from '../syntax/phrase-table.ts'
import type { QuestionInfo } from '../vocabulary/questions.ts'
import { asExample, exampleLine } from './example-line.ts'

/** A term of nothing is a slip of the pen. */
export function checkQuantity({ n, span }: Quantity, findings: Findings): void {
  if (n === 0)
    findings.add('E0122', span, { vi: 'số phải lớn hơn không', en: 'the number must be above zero' })
}

/** A share of days is rarely a whole number of days, so the rounding must be written. */
export function checkShare(
  share: Share,
  question: QuestionInfo,
  regulation: Regulation,
  findings: Findings,
): void {
  const { part, of, rounding, span } = share
  if (part < 1 || of < 1 || part > of) {
    findings.add('E0122', span, {
      vi: 'phân số phải lớn hơn 0 và không quá 1',
      en: 'the share must be above 0 and at most 1',
    })
  }
  if (rounding) return
  const days = [10, 20, 7].find((total) => (total * part) % of !== 0) ?? 10
  const exact = (days * part) / of
  const note: Bilingual = {
    vi: `${part}/${of} của ${days} ngày làm việc là ${exact.toFixed(2)}: làm tròn xuống → ${Math.floor(exact)}, làm tròn lên → ${Math.ceil(exact)} ngày làm việc`,
    en: `${part}/${of} of ${days} working days is ${exact.toFixed(2)}: rounded down → ${Math.floor(exact)}, rounded up → ${Math.ceil(exact)} working days`,
  }
  findings.add(
    'E0307',
    span,
    { vi: 'phân số thời gian chưa nói làm tròn thế nào', en: 'a share of time must say how it is rounded' },
    {
      help: {
        vi: 'thêm «, làm tròn xuống» hoặc «, làm tròn lên»',
        en: 'add `, rounded down` or `, rounded up`',
      },
      notes: [note],
      ...examples(days, exact, question, regulation),
    },
  )
}

/** Both ways of rounding as examples: whoever writes the rule keeps the one that is meant. */
function examples(
  days: number,
  exact: number,
  question: QuestionInfo,
  { effective, language }: Regulation,
): Pick<Diagnostic, 'example'> {
  if (question.kind !== 'amount' || !effective) return {}
  const facts = { asOf: `${effective.on}T09:00:00+07:00`, limit: { n: days, unit: 'working-day' } }
  const lines = (['down', 'up'] as const).map((rounding) => {
    const n = rounding === 'down' ? Math.floor(exact) : Math.ceil(exact)
    const title = wordsFor('ROUNDING', rounding, language)
    return exampleLine(language, title, question, facts, { n, unit: 'working-day' })
  })
  return asExample(...lines)
}

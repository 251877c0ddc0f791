import type { Regulation, Rule } from '../ast/nodes.ts'
import { endOf } from '../compile/periods.ts'
import { sayDate } from '../evaluate/say.ts'
import type { Findings } from '../source/diagnostic.ts'
import type { Span } from '../source/span.ts'
import { checkQuotes } from './quotes.ts'

/** What a regulation says of its own force: days that are days of the regulation, and an article for every clause. */
export function checkForce(regulation: Regulation, findings: Findings): void {
  checkQuotes(regulation, findings)
  const { effective, issuedOn, transition, rules } = regulation
  if (effective && issuedOn !== undefined && effective.on < issuedOn) {
    findings.add('W0812', effective.span, {
      vi: `văn bản ban hành ngày ${sayDate(issuedOn).vi} nhưng có hiệu lực từ ${sayDate(effective.on).vi}, trước khi ban hành`,
      en: `the text was issued on ${sayDate(issuedOn).en} but takes effect on ${sayDate(effective.on).en}, before that`,
    })
  }
  if (transition && transition.choice !== 'silent' && transition.cites.length === 0) {
    noArticle(transition.span, findings)
  }
  for (const rule of rules) {
    if (rule.holds) checkWindow(regulation, rule, rule.holds.span, findings)
    if (rule.holds?.cites.length === 0) noArticle(rule.holds.span, findings)
    if (rule.transition && rule.transition.choice !== 'silent' && rule.transition.cites.length === 0) {
      noArticle(rule.transition.span, findings)
    }
  }
}

function checkWindow({ effective, ceases }: Regulation, rule: Rule, span: Span, findings: Findings): void {
  const { from, through } = rule.holds!
  if (from !== undefined && through !== undefined && through < from) {
    findings.add('E0808', span, {
      vi: `điều khoản hết hiệu lực ngày ${sayDate(through).vi}, trước khi có hiệu lực ngày ${sayDate(from).vi}`,
      en: `the provision ends on ${sayDate(through).en}, before it begins on ${sayDate(from).en}`,
    })
    return
  }
  const [start, end] = [effective?.on, ceases?.on]
  const early =
    start !== undefined && ((from !== undefined && from < start) || (endOf(rule) ?? '9999') <= start)
  const late = end !== undefined && ((from ?? '') >= end || (through !== undefined && through >= end))
  const witness = early ? (from ?? through!) : late ? (through ?? from!) : undefined
  if (witness === undefined) return
  findings.add('E0808', span, {
    vi: `ngày ${sayDate(witness).vi} văn bản ${early ? 'chưa' : 'không còn'} có hiệu lực`,
    en: `on ${sayDate(witness).en} the regulation is ${early ? 'not yet' : 'no longer'} in force`,
  })
}

function noArticle(span: Span, findings: Findings): void {
  findings.add('E0410', span, {
    vi: 'chưa nêu căn cứ: viết căn cứ điểm … khoản … Điều … trước câu này, hoặc tại khoản … Điều … trong câu',
    en: 'no citation: write `cite point … clause … article …` before this statement, or `under clause … article …` in it',
  })
}

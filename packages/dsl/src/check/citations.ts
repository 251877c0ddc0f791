import type { Cite, Effect, Placed, Reference, Regulation, Rule } from '../ast/nodes.ts'
import { affects } from '../compile/force.ts'
import { endOf } from '../compile/periods.ts'
import { sayDate, sayPlace } from '../evaluate/say.ts'
import type { Bilingual, Findings } from '../source/diagnostic.ts'
import type { Span } from '../source/span.ts'
import { questionOf } from '../vocabulary/questions.ts'

type Follows = Placed<Extract<Effect, { k: 'follows' }>>

/** Finds the national act of a symbol, and reports a symbol of none. */
export type Target = (symbol: string, span: Span) => Regulation | undefined

/** Every place of the law that a regulation names is there, is in force, and does not refer back to itself. */
export function checkCitations(
  regulation: Regulation,
  national: readonly Regulation[],
  target: Target,
  findings: Findings,
): void {
  const places = placesOf(regulation)
  for (const cite of places) beyond(regulation, cite, findings)
  for (const rule of regulation.rules) {
    for (const effect of rule.cases.flatMap(({ effects }) => effects)) {
      if (effect.k === 'follows') checkDelegation(regulation, rule, effect, national, target, findings)
    }
    for (const one of rule.references) checkReference(regulation, rule, one, target, findings)
  }
  cycles(
    regulation.rules.flatMap(({ references }) => references),
    findings,
  )
}

/** Every place of its own text that a regulation names. */
function placesOf({ rules, transition }: Regulation): Cite[] {
  const found = rules.flatMap((rule) => [
    ...rule.modifiers.flatMap(({ cites }) => cites),
    ...rule.cases.flatMap((one) => [...one.effects, ...one.modifiers].flatMap(({ cites }) => cites)),
    ...(rule.holds?.cites ?? []),
    ...(rule.transition?.cites ?? []),
    ...rule.references.flatMap(({ to, readAs, symbol }) => [
      ...(symbol ? [] : [to]),
      ...(readAs ? [readAs] : []),
    ]),
  ])
  return [...new Set([...(transition?.cites ?? []), ...found])]
}

/** An article past the last one of a text. */
function beyond({ articles, number }: Regulation, { article, span }: Cite, findings: Findings): void {
  if (!articles || Number(article) <= articles.n) return
  findings.add('E0501', span, {
    vi: `${number} chỉ có ${articles.n} điều, không có Điều ${article}`,
    en: `${number} has ${articles.n} articles; there is no article ${article}`,
  })
}

/** A delegation must land on a rule for the same question at the place it names, in force when the province's is. */
function checkDelegation(
  regulation: Regulation,
  rule: Rule,
  effect: Follows,
  national: readonly Regulation[],
  target: Target,
  findings: Findings,
): void {
  const act = target(effect.symbol, effect.symbolSpan)
  if (!act) return
  beyond(act, effect.cite, findings)
  const { phrase } = questionOf.get(rule.question)!
  const amenders = national.filter((one) => affects(one, 'amends', act.number))
  const answers = [act, ...amenders]
    .flatMap(({ rules }) => rules.filter(({ question }) => question === rule.question))
    .flatMap(({ cases }) => cases.flatMap(({ effects }) => effects))
  if (!answers.some(({ cites }) => cites.some((cite) => contains(effect.cite, cite)))) {
    findings.add('E0502', effect.span, {
      vi: `tại nơi được dẫn chiếu, ${act.number} không có quy tắc nào về «${phrase.vi}»`,
      en: `at the place it refers to, ${act.number} has no rule for \`${phrase.en}\``,
    })
  }
  if (answers.some(({ k }) => k === 'follows')) {
    findings.add('E0503', effect.span, {
      vi: `${act.number} lại dẫn chiếu tiếp; hãy dẫn thẳng tới nơi có quy định`,
      en: `${act.number} refers further; refer to the place that has the rule`,
    })
  }
  lapse(regulation, rule, act, effect, national, findings)
}

/** True where a place lies within another: point a of clause 2 lies within its clause 2 and its article. */
const contains = (of: Cite, cite: Cite): boolean =>
  cite.article === of.article &&
  (of.clause === undefined || cite.clause === of.clause) &&
  (of.point === undefined || cite.point === of.point)

/** Days on which a rule refers to an act that is not in force, and what answers then. */
function lapse(
  regulation: Regulation,
  rule: Rule,
  act: Regulation,
  effect: Follows,
  national: readonly Regulation[],
  findings: Findings,
): void {
  // A text that is kept as it stood when the regulation was issued answers whatever becomes of it.
  if (effect.standing === 'issued') return
  const from = [regulation.effective?.on ?? '', rule.holds?.from ?? ''].reduce((a, b) => (a > b ? a : b))
  const until = [regulation.ceases?.on ?? '9999', endOf(rule) ?? '9999'].reduce((a, b) => (a < b ? a : b))
  const [start, end] = [act.effective?.on ?? '', act.ceases?.on]
  if (start > from) {
    findings.add('W0501', effect.span, {
      vi: `${act.number} đến ${sayDate(start).vi} mới có hiệu lực; trước ngày đó, ví dụ ngày ${sayDate(from).vi}, chưa có gì để thực hiện theo`,
      en: `${act.number} takes effect only on ${sayDate(start).en}; before, for example on ${sayDate(from).en}, there is nothing to follow`,
    })
  }
  if (!end || end >= until) return
  const heir = national.find((one) => affects(one, 'replaces', act.number))
  // Who wrote that the reference follows the text as amended has seen to it, where the heir has the rule.
  if (effect.standing === 'amended' && heir?.rules.some(({ question }) => question === rule.question)) return
  const then: Bilingual = heir
    ? {
        vi: `từ ngày đó theo ${heir.number}, nếu có quy định`,
        en: `from then on ${heir.number} holds, where it has a rule`,
      }
    : { vi: 'từ ngày đó không còn gì để thực hiện theo', en: 'from then on there is nothing to follow' }
  findings.add('W0501', effect.span, {
    vi: `${act.number} hết hiệu lực từ ${sayDate(end).vi}; ${then.vi}`,
    en: `${act.number} ceases on ${sayDate(end).en}; ${then.en}`,
  })
}

/** What the official text refers to: it is there, it was in force, and it is not the place that refers. */
function checkReference(
  regulation: Regulation,
  rule: Rule,
  { to, symbol, readAs, at, span }: Reference,
  target: Target,
  findings: Findings,
): void {
  if (symbol) {
    const act = target(symbol.symbol, symbol.span)
    if (act) beyond(act, to, findings)
    const [end, start] = [act?.ceases?.on, regulation.effective?.on]
    if (!end || !start || end > start) return
    findings.add('W0501', span, {
      vi: `${act!.number} đã hết hiệu lực từ ${sayDate(end).vi}, trước khi ${regulation.number} có hiệu lực ngày ${sayDate(start).vi}`,
      en: `${act!.number} ceased on ${sayDate(end).en}, before ${regulation.number} took effect on ${sayDate(start).en}`,
    })
    return
  }
  const meant = readAs ?? to
  const self = at.find((place) => contains(meant, place))
  if (self) {
    const [from, printed] = [sayPlace(self), sayPlace(meant)]
    findings.add(
      'W0503',
      span,
      {
        vi: `${from.vi} dẫn chiếu ${printed.vi}, tức là dẫn chiếu chính mình`,
        en: `${from.en} refers to ${printed.en}, that is to itself`,
      },
      {
        help: {
          vi: 'ghi nơi được hiểu: dẫn chiếu … hiểu là khoản … Điều …, và cách hiểu …',
          en: 'record the place that is meant: `refers to … read as clause … article …`, and a `reading …`',
        },
      },
    )
  }
  if (readAs && rule.readings.length === 0) {
    findings.add('W0505', span, {
      vi: 'dẫn chiếu được hiểu khác với văn bản nhưng chưa ghi cách hiểu: thêm cách hiểu AMB-…',
      en: 'the reference is read otherwise than printed, but no reading is recorded: add `reading AMB-…`',
    })
  }
}

/** References that lead from one to another and back. A reference to itself is told apart from them. */
function cycles(references: readonly Reference[], findings: Findings): void {
  const own = references.filter(({ symbol }) => !symbol)
  const meant = ({ to, readAs }: Reference) => readAs ?? to
  const isSelf = (one: Reference) => one.at.some((place) => contains(meant(one), place))
  const next = (one: Reference) =>
    own.filter((other) => other !== one && other.at.some((place) => contains(meant(one), place)))
  const told = new Set<Reference>()
  for (const first of own) {
    const cycle = isSelf(first) ? undefined : pathBack(first, next)
    if (!cycle || cycle.some((one) => told.has(one))) continue
    for (const one of cycle) told.add(one)
    const route = [...cycle, first].flatMap(({ at }) => at.slice(0, 1).map(sayPlace))
    findings.add('W0504', first.span, {
      vi: `dẫn chiếu vòng: ${route.map(({ vi }) => vi).join(' → ')}`,
      en: `references in a circle: ${route.map(({ en }) => en).join(' → ')}`,
    })
  }
}

/** The shortest way over references that comes back to the first one. */
function pathBack(first: Reference, next: (one: Reference) => Reference[]): Reference[] | undefined {
  const seen = new Set<Reference>()
  let paths: Reference[][] = [[first]]
  while (paths.length > 0) {
    const longer: Reference[][] = []
    for (const path of paths) {
      for (const one of next(path.at(-1)!)) {
        if (one === first) return path
        if (seen.has(one)) continue
        seen.add(one)
        longer.push([...path, one])
      }
    }
    paths = longer
  }
  return undefined
}

import type { Calendar, Cite, Effect, Placed, Regulation, Rule } from '../ast/nodes.ts'
import { conditionFacts, ownLevel } from '../compile/cells.ts'
import type { Bilingual, Findings } from '../source/diagnostic.ts'
import type { Span } from '../source/span.ts'
import { sayDate } from '../evaluate/say.ts'
import { distance } from '../syntax/distance.ts'
import { wordsFor } from '../syntax/phrase-table.ts'
import { questionOf } from '../vocabulary/questions.ts'

type Follows = Placed<Extract<Effect, { k: 'follows' }>>

/** Checks what regulations say of each other: symbols, delegations, versions that follow each other, one calendar. */
export function checkLinks(
  regulations: readonly Regulation[],
  calendars: readonly Calendar[],
  findings: Findings,
): void {
  const national = regulations.filter((one) => one.national)
  for (const regulation of regulations) {
    for (const { symbol, span } of regulation.complies) target(symbol, span, national, findings)
    for (const rule of regulation.rules) {
      for (const effect of rule.cases.flatMap(({ effects }) => effects)) {
        if (effect.k === 'follows') checkDelegation(regulation, rule, effect, national, findings)
      }
    }
  }
  duplicates(national, findings)
  rivals(national, findings)
  versions(regulations, findings)
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

/** A delegation must land on a rule for the same question at the place it names, in force when the province's is. */
function checkDelegation(
  regulation: Regulation,
  rule: Rule,
  effect: Follows,
  national: readonly Regulation[],
  findings: Findings,
): void {
  const act = target(effect.symbol, effect.symbolSpan, national, findings)
  if (!act) return
  const { phrase } = questionOf.get(rule.question)!
  const answers = act.rules
    .filter(({ question }) => question === rule.question)
    .flatMap(({ cases }) => cases.flatMap(({ effects }) => effects))
  if (!answers.some(({ cites }) => cites.some((cite) => within(cite, effect.cite)))) {
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
  lapse(regulation, act, effect, national, findings)
}

/** True where a place lies within the place referred to: point a of clause 2 lies within article 17 and its clause 2. */
const within = (cite: Cite, of: Cite): boolean =>
  cite.article === of.article &&
  (of.clause === undefined || cite.clause === of.clause) &&
  (of.point === undefined || cite.point === of.point)

function lapse(
  regulation: Regulation,
  act: Regulation,
  effect: Follows,
  national: readonly Regulation[],
  findings: Findings,
): void {
  const until = regulation.ceases?.on ?? '9999'
  const end = act.ceases?.on
  if (!end || end >= until) return
  const heir = national.find((one) => one.affects.some(({ number }) => number === act.number))
  const then: Bilingual = heir
    ? {
        vi: `từ ngày đó theo ${heir.number}, nếu có quy định`,
        en: `from then on ${heir.number} holds, where it has a rule`,
      }
    : { vi: 'từ ngày đó không còn quy định nào', en: 'from then on there is no rule' }
  findings.add('W0501', effect.span, {
    vi: `${act.number} hết hiệu lực từ ${sayDate(end).vi}; ${then.vi}`,
    en: `${act.number} ceases on ${sayDate(end).en}; ${then.en}`,
  })
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

/** Two national acts in force on one day may not both answer a question. */
function rivals(national: readonly Regulation[], findings: Findings): void {
  for (const [i, one] of national.entries()) {
    for (const other of national.slice(0, i)) {
      if (!overlaps(one, other)) continue
      const rule = one.rules.find(({ question }) => other.rules.some((that) => that.question === question))
      if (!rule) continue
      const { phrase } = questionOf.get(rule.question)!
      findings.add('E0806', rule.span, {
        vi: `«${phrase.vi}» được cả ${one.number} và ${other.number} trả lời trong cùng một ngày`,
        en: `\`${phrase.en}\` is answered by both ${one.number} and ${other.number} on the same day`,
      })
    }
  }
}

const overlaps = (a: Regulation, b: Regulation): boolean =>
  (a.effective?.on ?? '') < (b.ceases?.on ?? '9999') && (b.effective?.on ?? '') < (a.ceases?.on ?? '9999')

/** The versions of a province follow each other: never two at once, and a gap is worth a warning. */
function versions(regulations: readonly Regulation[], findings: Findings): void {
  const own = regulations
    .filter((one) => !one.national)
    .toSorted((a, b) => ((a.effective?.on ?? '') < (b.effective?.on ?? '') ? -1 : 1))
  for (const [i, one] of own.entries()) {
    const before = own[i - 1]
    if (!before) continue
    if (one.of !== before.of) {
      findings.add('E0804', one.span, {
        vi: `các tệp của một tỉnh phải cùng một tỉnh: «${before.of}» và «${one.of}»`,
        en: `the files of a tenant are of one province: \`${before.of}\` and \`${one.of}\``,
      })
    }
    const start = one.effective
    if (!start) continue
    if (overlaps(before, one)) {
      findings.add(
        'E0801',
        start.span,
        {
          vi: `từ ${sayDate(start.on).vi} cả ${before.number} và ${one.number} cùng có hiệu lực`,
          en: `from ${sayDate(start.on).en} both ${before.number} and ${one.number} are in force`,
        },
        {
          help: {
            vi: `ghi hết hiệu lực từ ${sayDate(start.on).vi} vào ${before.path}`,
            en: `write \`ceases on ${sayDate(start.on).vi}\` in ${before.path}`,
          },
        },
      )
    } else if (before.ceases && before.ceases.on < start.on) {
      findings.add('W0805', start.span, {
        vi: `từ ${sayDate(before.ceases.on).vi} đến trước ${sayDate(start.on).vi} tỉnh không có quy chế nào có hiệu lực`,
        en: `from ${sayDate(before.ceases.on).en} until ${sayDate(start.on).en} no regulation of the province is in force`,
      })
    }
    vocabulary(before, one, findings)
    vocabulary(one, before, findings)
    if (!one.affects.some(({ number }) => number === before.number)) {
      findings.add('W0802', one.span, {
        vi: `${one.number} không nói gì về ${before.number}: thay thế, bãi bỏ hay ngầm định?`,
        en: `${one.number} does not say what becomes of ${before.number}: replaced, repealed or implied?`,
      })
    }
  }
}

/** A level that the rules of one version speak of must have a name in the other, so that dossiers can cross over. */
function vocabulary(one: Regulation, other: Regulation, findings: Findings): void {
  if (!other.levels) return
  const conditions = one.rules.flatMap(({ cases }) =>
    cases.flatMap(({ when }) => (when ? conditionFacts(when) : [])),
  )
  const named = conditions.flatMap(({ condition }) =>
    condition.k === 'in' && condition.dim === 'level' ? condition.values : [],
  )
  const lost = named.find((level) => ownLevel(other, level) === null)
  if (lost === undefined) return
  findings.add('E0803', other.levels.span, {
    vi: `mức độ «${wordsFor('NAME', lost, 'vi')}» của ${one.number} không có tên tương ứng ở đây: thêm còn gọi là {…}`,
    en: `the level \`${wordsFor('NAME', lost, 'en')}\` of ${one.number} has no name here: add \`also called {…}\``,
  })
}

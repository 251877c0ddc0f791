import type { Affect, Regulation, Rule } from '../ast/nodes.ts'
import { conditionFacts, ownLevel, ownTier } from '../compile/cells.ts'
import { affects } from '../compile/force.ts'
import { endOf } from '../compile/periods.ts'
import { sayName } from '../evaluate/explain-words.ts'
import { sayDate } from '../evaluate/say.ts'
import type { Bilingual, Findings } from '../source/diagnostic.ts'
import { questionOf } from '../vocabulary/questions.ts'

/**
 * Which text holds on which day: the versions of a province follow each other without overlap, two national acts do not
 * answer one question on one day, and what one text says it does to another is true of that other. Every fault names a
 * day on which it shows.
 */
export function checkVersions(regulations: readonly Regulation[], findings: Findings): void {
  const national = regulations.filter((one) => one.national)
  rivals(national, findings)
  for (const one of regulations) checkAffects(one, regulations, findings)
  const own = regulations
    .filter((one) => !one.national && !amendsOneOf(one, regulations))
    .toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1))
  for (const [i, one] of own.entries()) {
    if (i > 0) follow(own[i - 1]!, one, findings)
    clauses(one, own[i - 1], findings)
  }
}

const startOf = (one: Regulation): string => one.effective?.on ?? ''
const endsOn = (one: Regulation): string => one.ceases?.on ?? '9999'
const overlaps = (a: Regulation, b: Regulation): boolean => startOf(a) < endsOn(b) && startOf(b) < endsOn(a)
const later = (a: string, b: string): string => (a > b ? a : b)
const amendsOneOf = (one: Regulation, all: readonly Regulation[]): boolean =>
  all.some((other) => other !== one && affects(one, 'amends', other.number))

/** A rule whose value is not recorded is reached by those who refer to it and answers nobody else. */
const isRecorded = ({ cases }: Rule): boolean =>
  cases.some(({ effects }) => effects.some(({ k }) => k !== 'notRecorded'))

/** Two national acts in force on one day may not both answer a question, unless one amends the other. */
function rivals(national: readonly Regulation[], findings: Findings): void {
  for (const [i, one] of national.entries()) {
    for (const other of national.slice(0, i)) {
      if (
        !overlaps(one, other) ||
        affects(one, 'amends', other.number) ||
        affects(other, 'amends', one.number)
      )
        continue
      const found = one.rules
        .filter(isRecorded)
        .flatMap((rule) =>
          other.rules.filter(isRecorded).map((that) => ({ rule, on: sharedDay(one, rule, other, that) })),
        )
        .find(({ on }) => on !== undefined)
      if (!found) continue
      const { phrase } = questionOf.get(found.rule.question)!
      const on = sayDate(found.on!)
      findings.add('E0806', found.rule.span, {
        vi: `«${phrase.vi}» được cả ${one.number} và ${other.number} trả lời trong cùng một ngày, ví dụ ngày ${on.vi}`,
        en: `\`${phrase.en}\` is answered by both ${one.number} and ${other.number} on the same day, for example on ${on.en}`,
      })
    }
  }
}

/** The first day on which two rules both answer one question. */
function sharedDay(one: Regulation, rule: Rule, other: Regulation, that: Rule): string | undefined {
  if (rule.question !== that.question) return undefined
  const from = [startOf(one), startOf(other), rule.holds?.from ?? '', that.holds?.from ?? ''].reduce(later)
  const ends = [endsOn(one), endsOn(other), endOf(rule) ?? '9999', endOf(that) ?? '9999']
  return ends.every((end) => from < end) ? from : undefined
}

const deeds: Readonly<Record<Affect, Bilingual>> = {
  replaces: { vi: 'thay thế', en: 'replaces' },
  repeals: { vi: 'bãi bỏ', en: 'repeals' },
  ends: { vi: 'làm hết hiệu lực', en: 'ends the effect of' },
  amends: { vi: 'sửa đổi', en: 'amends' },
}

/** A text that is replaced, repealed or ended is not in force any more; one that is amended is. */
function checkAffects(one: Regulation, all: readonly Regulation[], findings: Findings): void {
  for (const { how, number, span } of one.affects) {
    const other = all.find((that) => that !== one && that.number === number)
    if (!other || !one.effective || !other.effective) continue
    const [deed, start] = [deeds[how], sayDate(one.effective.on)]
    if (other.effective.on >= one.effective.on) {
      const since = sayDate(other.effective.on)
      findings.add('E0805', span, {
        vi: `${one.number} ${deed.vi} ${number} từ ${start.vi}, nhưng ${number} đến ${since.vi} mới có hiệu lực`,
        en: `${one.number} ${deed.en} ${number} from ${start.en}, but ${number} takes effect only on ${since.en}`,
      })
    } else if (
      how === 'amends'
        ? endsOn(other) <= one.effective.on
        : other.national && endsOn(other) > one.effective.on
    ) {
      findings.add('E0805', span, {
        vi: `${one.number} ${deed.vi} ${number} từ ${start.vi}, nhưng ngày ${start.vi} ${number} ${how === 'amends' ? 'đã hết hiệu lực' : 'vẫn còn hiệu lực'}`,
        en: `${one.number} ${deed.en} ${number} from ${start.en}, but on ${start.en} ${number} is ${how === 'amends' ? 'no longer' : 'still'} in force`,
      })
    }
    const rival = all.find((that) => that !== one && how === 'replaces' && affects(that, 'replaces', number))
    if (rival && all.indexOf(rival) < all.indexOf(one)) {
      findings.add('E0805', span, {
        vi: `${number} đã được ${rival.number} thay thế; một văn bản chỉ có một văn bản thay thế`,
        en: `${number} is replaced by ${rival.number} already; a text is replaced by one other`,
      })
    }
  }
}

/** One version of a province after another. */
function follow(before: Regulation, one: Regulation, findings: Findings): void {
  if (one.of !== before.of) {
    findings.add('E0804', one.span, {
      vi: `các tệp của một tỉnh phải cùng một tỉnh: «${before.of}» và «${one.of}»`,
      en: `the files of a tenant are of one province: \`${before.of}\` and \`${one.of}\``,
    })
  }
  const start = one.effective
  if (!start) return
  const on = sayDate(start.on)
  if (overlaps(before, one)) {
    findings.add(
      'E0801',
      start.span,
      {
        vi: `từ ${on.vi} cả ${before.number} và ${one.number} cùng có hiệu lực`,
        en: `from ${on.en} both ${before.number} and ${one.number} are in force`,
      },
      {
        help: {
          vi: `ghi hết hiệu lực từ ${on.vi} vào ${before.path}; nếu chỉ sửa đổi thì ghi sửa đổi "${before.number}"`,
          en: `write \`ceases on ${on.vi}\` in ${before.path}; where it only amends, write \`amends "${before.number}"\``,
        },
      },
    )
  } else if (before.ceases && before.ceases.on < start.on) {
    const since = sayDate(before.ceases.on)
    findings.add('W0805', start.span, {
      vi: `từ ${since.vi} đến trước ${on.vi} tỉnh không có quy chế nào có hiệu lực`,
      en: `from ${since.en} until ${on.en} no regulation of the province is in force`,
    })
  }
  vocabulary(before, one, start.on, findings)
  vocabulary(one, before, start.on, findings)
  if (one.affects.some(({ number }) => number === before.number)) return
  findings.add('W0802', one.span, {
    vi: `${one.number} không nói gì về ${before.number}: thay thế, bãi bỏ hay ngầm định?`,
    en: `${one.number} does not say what becomes of ${before.number}: replaced, repealed or implied?`,
  })
}

/** What becomes of running matters is said wherever a rule of the province gives way to another. */
function clauses(one: Regulation, before: Regulation | undefined, findings: Findings): void {
  if (one.transition && !before) nothingBefore(one.transition.span, findings)
  for (const rule of one.rules) {
    if (!rule.transition) continue
    const earlier = one.rules.some(
      (that) => that.question === rule.question && (endOf(that) ?? '9999') <= (rule.holds?.from ?? ''),
    )
    if (!before && !earlier) nothingBefore(rule.transition.span, findings)
    const { kind, phrase } = questionOf.get(rule.question)!
    if (rule.transition.choice !== 'better' || kind === 'deadline') continue
    findings.add('E0811', rule.transition.span, {
      vi: `«${phrase.vi}» không phải là thời hạn nên máy không so được quy định nào có lợi hơn; hãy chọn quy định cũ hoặc quy định mới`,
      en: `\`${phrase.en}\` is no deadline, so which rule is better cannot be told; choose the old or the new rule`,
    })
  }
  if (!before || one.transition || !one.effective) return
  const shared = one.rules.find(
    (rule) => !rule.transition && before.rules.some(({ question }) => question === rule.question),
  )
  if (!shared) return
  const [{ phrase }, on] = [questionOf.get(shared.question)!, sayDate(one.effective.on)]
  findings.add(
    'W0809',
    one.span,
    {
      vi: `${one.number} không nói việc đang giải quyết ngày ${on.vi} theo quy định nào, ví dụ về «${phrase.vi}»`,
      en: `${one.number} does not say which rule a matter under way on ${on.en} follows, for example for \`${phrase.en}\``,
    },
    {
      help: {
        vi: 'thêm: chuyển tiếp việc đang giải quyết theo quy định cũ (hoặc mới, hoặc có lợi hơn cho người dân) tại khoản … Điều …; nếu văn bản không nói: chuyển tiếp việc đang giải quyết không quy định',
        en: 'add: transition of running matters by the old rule (or the new one, or the one better for the citizen) under clause … article …; where the text is silent: transition of running matters not regulated',
      },
    },
  )
}

function nothingBefore(span: Regulation['span'], findings: Findings): void {
  findings.add('W0810', span, {
    vi: 'không có quy định nào trước đó để chuyển tiếp',
    en: 'there is no earlier rule to pass over from',
  })
}

/** A level or tier that the rules of one version speak of must have a name in the other, so that dossiers can cross over. */
function vocabulary(one: Regulation, other: Regulation, on: string, findings: Findings): void {
  const named = one.rules
    .flatMap(({ cases }) => cases.flatMap(({ when }) => (when ? conditionFacts(when) : [])))
    .flatMap(({ condition, dim }) =>
      condition.k === 'in' ? condition.values.map((value) => ({ dim, value })) : [],
    )
  const day = sayDate(on)
  const level = named.find(({ dim, value }) => dim === 'level' && ownLevel(other, value) === null)?.value
  if (level !== undefined) {
    findings.add('E0803', other.levels!.span, {
      vi: `mức độ «${sayName(level).vi}» của ${one.number} không có tên tương ứng ở đây: thêm còn gọi là {…}; ví dụ hồ sơ mức độ đó ngày ${day.vi}`,
      en: `the level \`${sayName(level).en}\` of ${one.number} has no name here: add \`also called {…}\`; for example a dossier of that level on ${day.en}`,
    })
  }
  const tier = named.find(({ dim, value }) => dim === 'tier' && ownTier(other, value) === null)?.value
  if (tier === undefined || startOf(other) < startOf(one)) return
  findings.add('E0803', other.tiers!.span, {
    vi: `«${sayName(tier).vi}» của ${one.number} không có cấp nào kế thừa ở đây: thêm kế thừa {…}; ví dụ việc của cấp đó ngày ${day.vi}`,
    en: `\`${sayName(tier).en}\` of ${one.number} is succeeded by no tier here: add \`succeeding {…}\`; for example a matter of that tier on ${day.en}`,
  })
}

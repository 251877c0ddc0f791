import { type Moment, fromMoment } from '@motcua/calendar'
import type { Calendar, Regulation } from '../ast/nodes.ts'
import { sayFacts } from '../evaluate/say-facts.ts'
import type { Compiled } from '../compile/compiled.ts'
import { dawnOf, dayNumber, midnightOf } from '../compile/days.ts'
import { sayDate, sayMoment } from '../evaluate/say.ts'
import type { Bilingual, Findings } from '../source/diagnostic.ts'
import { type QuestionInfo, questionOf } from '../vocabulary/questions.ts'
import { asExample, exampleLine } from './example-line.ts'
import type { Home } from '../compile/homes.ts'
import { officeOf } from './office.ts'
import { type Clock, clockOf } from './sweep/clock.ts'
import { anyLimit, timedOf } from './sweep/term.ts'

/** The first moment of an event from which a deadline passes the day up to which the calendar is known. */
interface Passing {
  readonly question: QuestionInfo
  readonly fact: string
  readonly at: Moment
  readonly due: Moment
  readonly tree: Regulation
}

/**
 * From when on answers are provisional because the nation's days off are not announced yet. Every calendar ends, so this
 * is information; it is a warning where a regulation takes effect after the end.
 */
export function checkHorizon(
  calendar: Calendar | undefined,
  trees: readonly Regulation[],
  homes: readonly Home[],
  compiled: Compiled,
  findings: Findings,
): void {
  const known = calendar?.knownThrough
  if (!calendar || !known) return
  const span = calendar.knownThroughSpan ?? calendar.span
  const unknown = trees.find(({ effective }) => effective!.on > known)
  if (unknown) {
    findings.add('W1101', span, {
      vi: `lịch chỉ biết đến ${sayDate(known).vi}, trước ngày ${unknown.number} có hiệu lực: mọi ngày văn bản ấy trả lời đều là tạm tính`,
      en: `the calendar is known through ${sayDate(known).en} only, before ${unknown.number} takes effect: every date it answers is provisional`,
    })
  }
  const passing = firstPassings(known, homes, compiled)
  const [first] = passing
  if (!first) return
  findings.add(
    'I1101',
    span,
    {
      vi: `từ ${sayMoment(first.at).vi} đã có câu trả lời vượt quá ngày biết đến ${sayDate(known).vi}, nên là tạm tính`,
      en: `from ${sayMoment(first.at).en} on there are answers past the known day ${sayDate(known).en}, which are provisional`,
    },
    { notes: passing.slice(0, 8).map(sayPassing), ...exampleOf(first) },
  )
}

function firstPassings(known: string, homes: readonly Home[], compiled: Compiled): Passing[] {
  const end = dawnOf(dayNumber(known) + 1)
  const byQuestion = new Map<string, Passing>()
  for (const [index, { tree, rule }] of homes.entries()) {
    const governs = !tree.ceases || tree.ceases.on > known
    const timed = governs ? timedOf(compiled.effects[index]!, undefined) : undefined
    const office = timed && !timed.byLimit ? officeOf(tree, compiled.calendar) : undefined
    if (!timed || !office) continue
    const clock = clockOf(timed.term(anyLimit), office.calendar)
    const at = firstPast(clock, end, midnightOf(tree.effective!.on))
    if (at === undefined) continue
    const found = byQuestion.get(rule.question)
    if (found && found.at <= at) continue
    const question = questionOf.get(rule.question)!
    byQuestion.set(rule.question, { question, fact: timed.fact, at, due: clock.at(at), tree })
  }
  return [...byQuestion.values()].toSorted((a, b) => a.at - b.at)
}

/** By halving, as a later event never has an earlier deadline; to the minute. */
function firstPast(clock: Clock, end: Moment, from: Moment): Moment | undefined {
  try {
    let [low, high] = [Math.max(from, end - 3 * 366 * 86_400), end]
    if (low >= high || clock.at(low) >= end || clock.at(high) < end) return undefined
    while (high - low > 60) {
      const middle = Math.floor((low + high) / 120) * 60
      if (clock.at(middle) >= end) high = middle
      else low = middle
    }
    return high
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function sayPassing({ question, fact, at, due }: Passing): Bilingual {
  const given = sayFacts(question.key, { [fact]: fromMoment(at) })
  return {
    vi: `${question.phrase.vi}: ${given.vi} → ${sayMoment(due).vi}`,
    en: `${question.phrase.en}: ${given.en} → ${sayMoment(due).en}`,
  }
}

function exampleOf({ question, fact, at, due, tree }: Passing): { example?: string } {
  const line = exampleLine(tree.language, 'I1101', question, { [fact]: fromMoment(at) }, fromMoment(due))
  return asExample(line)
}

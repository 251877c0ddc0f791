import { type Moment, dayNumberOf, fromMoment } from '@motcua/calendar'
import type { Reading, Regulation } from '../ast/nodes.ts'
import type { Compiled, CompiledEffect } from '../compile/compiled.ts'
import { dawnOf, dayNumber } from '../compile/days.ts'
import { sayAmount, sayMoment } from '../evaluate/say.ts'
import type { Bilingual, Findings } from '../source/diagnostic.ts'
import { questionOf } from '../vocabulary/questions.ts'
import { answersTo } from './answers-to.ts'
import { asExample, exampleLine } from './example-line.ts'
import type { Home } from '../compile/homes.ts'
import { sayReading } from './floor/records.ts'
import { type Office, officeOf, sayOffice } from './office.ts'
import type { Proof } from './proof.ts'
import { clockOf, lastOf } from './sweep/clock.ts'
import { compareClocks } from './sweep/compare.ts'
import { type Limit, anyLimit, following, timedOf } from './sweep/term.ts'

/** A request that must come so long before the time it asks for, and the term in which the act is then owed. */
interface RequestAndAct {
  readonly ahead: string
  readonly act: string
  /** The reading that says what the two are for. */
  readonly reading: string
}

/** A notice owed before something ends, what ends, and what opened it. */
interface NoticeAndEnd {
  readonly notice: string
  readonly end: string
  readonly reading: string
}

/** Which questions are about the same act. */
const requests: readonly RequestAndAct[] = [
  { ahead: 'account.lockAhead', act: 'account.lock', reading: 'AMB-23' },
]
const notices: readonly NoticeAndEnd[] = [
  { notice: 'apology.notice', end: 'processing.due', reading: 'AMB-12' },
]

/**
 * Duties about one act that cannot all be met: an act owed before the time it is asked for (TQ25-9.1b), a notice owed
 * before the matter has begun (TQ25-25.2a). Found by going through the moments of the events; where the file records the
 * reading that resolves them, it is information.
 */
export function checkTimelines(
  trees: readonly Regulation[],
  homes: readonly Home[],
  compiled: Compiled,
  findings: Findings,
): Proof[] {
  return trees.flatMap((tree, act) => {
    const office = officeOf(tree, compiled.calendar)
    const window = office && windowOf(tree, office)
    if (!window) return []
    const room = { tree, act, homes, compiled, office, findings, window }
    return [
      ...requests.flatMap((one) => checkRequest(room, one)),
      ...notices.flatMap((one) => checkNotice(room, one)),
    ]
  })
}

interface Room {
  readonly tree: Regulation
  readonly act: number
  readonly homes: readonly Home[]
  readonly compiled: Compiled
  readonly office: Office
  readonly findings: Findings
  readonly window: readonly [Moment, Moment]
}

/** A year of the regulation's own time: the weeks, the holidays and Tết are all in it. */
function windowOf({ effective }: Regulation, { calendar }: Office): [Moment, Moment] | undefined {
  // What is asked for within the first weeks could have been asked for before the text was in force.
  const first = dawnOf(Math.max(dayNumber(effective!.on), calendar.first) + 31)
  const last = Math.min(first + 366 * 86_400, lastOf(calendar) - 200 * 86_400)
  return first < last ? [first, last] : undefined
}

function checkRequest(room: Room, { ahead, act, reading }: RequestAndAct): Proof[] {
  const { tree, compiled, office, window, findings } = room
  const [from, to] = window
  const [asked] = answersTo(compiled, room.act, ahead)
  // An act that is owed at once has no term that could end before the time it is asked for.
  const owed = answersTo(compiled, room.act, act).find(({ effect }) => effect.does.op === 'add')
  const [notice, term] = [asked, owed].map((one) => one && timedOf(one.effect, undefined))
  if (!asked || !owed || asked.effect.does.op !== 'before' || !notice || !term) return []
  // The latest request that is still in time is the one that leaves the act the most time.
  const last = notice.term(anyLimit)
  const latest = clockOf(last, office.calendar)
  const due = clockOf(following(term.term(anyLimit), last), office.calendar)
  const found = compareClocks(due, clockOf({ k: 'event' }, office.calendar), from, to)
  const proof: Proof = {
    proves: 'timeline',
    question: act,
    floor: ahead,
    act: tree.number,
    verdict: found.earliest ? 'impossible' : 'possible',
    from,
    to,
    office: office.key,
    minutes: found.minutes,
    stretches: found.stretches,
  }
  if (!found.earliest) return [proof]
  const { at, left } = found.earliest
  const request = latest.at(at)
  const [requested, received, must] = [at, request, left].map(sayMoment) as [Bilingual, Bilingual, Bilingual]
  const home = room.homes[owed.index]!
  const recorded = readingOf(reading, home, room.homes[asked.index]!)
  const [one, other] = [questionOf.get(act)!, questionOf.get(ahead)!]
  const always = found.earlier === found.minutes
  const line = exampleLine(
    tree.language,
    'E0701',
    one,
    { requestReceivedAt: fromMoment(request) },
    fromMoment(left),
  )
  findings.add(
    `${recorded ? 'I' : 'E'}0701`,
    home.one.effects[0]!.span,
    {
      vi: `«${one.phrase.vi}» phải xong trước thời điểm được đề nghị, khi «${other.phrase.vi}» đúng hạn: hai nghĩa vụ không cùng thực hiện được`,
      en: `\`${one.phrase.en}\` is due before the time asked for, where \`${other.phrase.en}\` is in time: the two duties cannot both be met`,
    },
    {
      notes: [
        ...(recorded ? [sayReading(recorded)] : []),
        {
          vi: `đề nghị ${received.vi} cho thời điểm ${requested.vi}; việc phải xong chậm nhất ${must.vi}`,
          en: `asked at ${received.en} for ${requested.en}; the act is due by ${must.en}`,
        },
        {
          vi: `${always ? 'ở mọi thời điểm' : 'ở nhiều thời điểm'} trong một năm (${found.minutes.toLocaleString('vi')} phút, ${sayOffice(office).vi})`,
          en: `at ${always ? 'every moment' : 'many moments'} of a year (${found.minutes.toLocaleString('en')} minutes, ${sayOffice(office).en})`,
        },
      ],
      related: [
        {
          span: room.homes[asked.index]!.one.effects[0]!.span,
          message: { vi: 'nghĩa vụ kia', en: 'the other duty' },
        },
      ],
      ...asExample(line),
    },
  )
  return [proof]
}

const readingOf = (id: string, ...homes: readonly Home[]): Reading | undefined =>
  homes.flatMap(({ rule }) => rule.readings).find((one) => one.id === id)

interface Short {
  readonly limit: Limit
  readonly accepted: Moment
  readonly due: Moment
  readonly notice: Moment
}

function checkNotice(room: Room, { notice, end, reading }: NoticeAndEnd): Proof[] {
  const { tree, compiled, office, window, findings } = room
  const owed = answersTo(compiled, room.act, notice).find(({ own }) => own)
  const ending = answersTo(compiled, room.act, end)[0]
  if (owed?.effect.does.op !== 'before' || ending?.effect.does.op !== 'published') return []
  const found = shortestProcedures(owed.effect, office, window)
  const longest = found.at(-1)
  const proof: Proof = {
    proves: 'timeline',
    question: notice,
    floor: end,
    act: tree.number,
    verdict: longest ? 'impossible' : 'possible',
    from: window[0],
    to: window[1],
    office: office.key,
  }
  if (!longest) return [proof]
  const home = room.homes[owed.index]!
  const recorded = readingOf(reading, home)
  const { limit, accepted, due, notice: at } = longest
  const [amount, opens, ends, must] = [
    sayAmount(limit.n, limit.unit),
    ...[accepted, due, at].map(sayMoment),
  ] as [Bilingual, Bilingual, Bilingual, Bilingual]
  const { phrase } = questionOf.get(notice)!
  const line = exampleLine(
    tree.language,
    'E0702',
    questionOf.get(notice)!,
    { dueAt: fromMoment(due) },
    fromMoment(at),
  )
  findings.add(
    `${recorded ? 'I' : 'E'}0702`,
    home.one.effects[0]!.span,
    {
      vi: `với thủ tục ngắn, «${phrase.vi}» phải làm trước khi hồ sơ được tiếp nhận`,
      en: `for short procedures \`${phrase.en}\` is owed before the dossier is accepted`,
    },
    {
      notes: [
        ...(recorded ? [sayReading(recorded)] : []),
        {
          vi: `thủ tục ${amount.vi} tiếp nhận ${opens.vi}, hết hạn ${ends.vi}: phải làm chậm nhất ${must.vi}`,
          en: `a procedure of ${amount.en} accepted at ${opens.en} is due at ${ends.en}: owed by ${must.en}`,
        },
        {
          vi: `không thực hiện được với thủ tục từ 01 đến ${amount.vi}, ${sayOffice(office).vi}`,
          en: `it cannot be met for procedures of 1 to ${amount.en}, ${sayOffice(office).en}`,
        },
      ],
      ...asExample(line),
    },
  )
  return [proof]
}

/** For each short procedure the first acceptance in office hours that makes the notice impossible. */
function shortestProcedures(effect: CompiledEffect, office: Office, [from, to]: Room['window']): Short[] {
  const { calendar } = office
  const timed = timedOf(effect, undefined)
  if (!timed) return []
  const back = clockOf(timed.term(anyLimit), calendar)
  const acceptances = firstOpenings(office, from, to)
  return shortLimits.flatMap((limit): Short[] => {
    const ends = clockOf({ k: 'add', of: { k: 'event' }, ...limit }, calendar)
    for (const accepted of acceptances) {
      const due = ends.at(accepted)
      const notice = back.at(due)
      if (notice <= accepted) return [{ limit, accepted, due, notice }]
    }
    return []
  })
}

/** From the shortest on: all that end within a day or two. */
const shortLimits = [1, 2, 3, 4, 5, 6, 7, 8, 12, 16].map((n): Limit => ({ n, unit: 'working-hour' }))

/** The openings of some weeks of working days. */
function firstOpenings({ calendar }: Office, from: Moment, to: Moment): Moment[] {
  const found: Moment[] = []
  for (let midnight = from; midnight < to && found.length < 40; midnight += 86_400) {
    const at = dayNumberOf(midnight) - calendar.first
    const { bounds } = calendar.patterns[calendar.pattern[at]!]!
    if (bounds.length > 0) found.push(midnight + bounds[0]!)
  }
  return found
}

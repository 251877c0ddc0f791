import { isProvisional } from '@motcua/calendar'
import type { LegalBasis } from '../compile/compiled.ts'
import type { Bilingual } from '../source/diagnostic.ts'
import { questionOf } from '../vocabulary/questions.ts'
import type { BoundProgram } from './bind.ts'
import type { Case, Outcome } from './decide.ts'
import { dayOffName, explainCount, explainProvisional } from './explain-count.ts'
import { dutyWords, eventWords, modeWords, sayName, usualDuty } from './explain-words.ts'
import type { Found } from './find.ts'
import { capital, dateOfMoment, sayAmount, sayBases, sayBasis, sayDay, sayList, sayMoment } from './say.ts'
import type { Move, Trace } from './trace.ts'

/** One sentence of a reason, with the article it rests on where it rests on one. */
export interface ReasonSentence extends Bilingual {
  readonly basis?: LegalBasis
}

/** The reasons of an answer in sentences a citizen can read, in the order they were taken. */
export function explain(bound: BoundProgram, found: Found, one: Case, outcome: Outcome): ReasonSentence[] {
  const { trace } = outcome
  const sentences: ReasonSentence[] = []
  if (trace.event !== undefined) sentences.push(...explainStart(bound, trace))
  if (trace.due !== undefined) {
    sentences.push(explainTerm(found, one, trace))
    const count = explainCount(bound, trace)
    if (count) sentences.push(count)
    sentences.push(deadline(sayMoment(trace.due)))
  } else if (trace.day === undefined) sentences.push(explainValue(found, one, outcome))
  if (isProvisionalTrace(bound, trace)) sentences.push(explainProvisional(bound))
  return sentences
}

/** Nothing regulates it: that too is an answer and is said. */
export function explainSilence(key: string): ReasonSentence[] {
  const { phrase } = questionOf.get(key)!
  return [
    {
      vi: `Quy chế của tỉnh và quy định quốc gia đang có hiệu lực không quy định về «${phrase.vi}».`,
      en: `Neither the province's regulation nor national rules in force say anything on “${phrase.en}”.`,
    },
  ]
}

export function isProvisionalTrace({ calendar, program }: BoundProgram, { due, day }: Trace): boolean {
  if (due !== undefined) return isProvisional(calendar, due)
  return day !== undefined && day > program.calendar.knownThrough
}

const deadline = (at: Bilingual): Bilingual => ({ vi: `Hạn chót: ${at.vi}.`, en: `Deadline: ${at.en}.` })

/** When it happened and, where a rule moves it, from when it counts. */
function explainStart(bound: BoundProgram, trace: Trace): ReasonSentence[] {
  const { event, eventAt, moves, start } = trace
  const words = eventWords[event!]!
  const at = sayMoment(eventAt!)
  if (moves.length > 0)
    return moves.map((move, i) => explainMove(bound, i === 0 ? words : movedOn, move, trace))
  if (trace.day !== undefined) {
    const day = sayDay(trace.day)
    return [
      {
        vi: `${words.vi} ${at.vi} nên được tính là nhận vào ${day.vi}.`,
        en: `${words.en} ${at.en} and counts as received on ${day.en}.`,
      },
    ]
  }
  if (start !== undefined && start > eventAt!) {
    const from = sayMoment(start)
    return [
      {
        vi: `${words.vi} ${at.vi}, ngoài giờ hành chính, nên giờ làm việc đầu tiên được tính là từ ${from.vi}.`,
        en: `${words.en} ${at.en}, outside office hours, so the first working hour counted begins at ${from.en}.`,
      },
    ]
  }
  return [{ vi: `${words.vi} ${at.vi}.`, en: `${words.en} ${at.en}.` }]
}

const movedOn: Bilingual = { vi: 'Mốc', en: 'The moment' }

function explainMove(bound: BoundProgram, words: Bilingual, move: Move, { day }: Trace): ReasonSentence {
  const at = sayMoment(move.from)
  const basis = move.cites[0]
  const cited = move.cites.length > 0 ? wrap(sayBases(move.cites)) : none
  if (move.why === 'office-hours') {
    const to = sayMoment(move.to)
    return {
      vi: `${words.vi} ${at.vi}, ngoài giờ hành chính, nên thời gian được tính từ giờ làm việc kế tiếp, ${to.vi}${cited.vi}.`,
      en: `${words.en} ${at.en}, outside office hours, so time counts from the next office hour, ${to.en}${cited.en}.`,
      ...(basis ? { basis } : {}),
    }
  }
  const on = sayDay(day ?? dateOfMoment(move.to))
  const off = dayOffName(bound, dateOfMoment(move.from))
  const why = move.why === 'cutoff' ? cutoffWords(move.second!) : off
  return {
    vi: `${words.vi} ${at.vi}, ${why.vi}, nên được tính là nhận vào ${on.vi}${cited.vi}.`,
    en: `${words.en} ${at.en}, ${why.en}, so it counts as received on ${on.en}${cited.en}.`,
    ...(basis ? { basis } : {}),
  }
}

function cutoffWords(second: number): Bilingual {
  const time = `${String(Math.floor(second / 3_600)).padStart(2, '0')}:${String(Math.floor(second / 60) % 60).padStart(2, '0')}`
  return { vi: `sau ${time}`, en: `after ${time}` }
}

/** What is owed and by which article, with the way it came to hold. */
function explainTerm(found: Found, one: Case, trace: Trace): ReasonSentence {
  const cited = wrap(citation(found))
  const basis = one.effect.cites[0]
  const more = basis ? { basis } : {}
  if (trace.later) {
    return {
      vi: `Lấy thời điểm muộn hơn giữa ${sayMoment(trace.later[0]).vi} và ${sayMoment(trace.later[1]).vi}${cited.vi}.`,
      en: `The later of ${sayMoment(trace.later[0]).en} and ${sayMoment(trace.later[1]).en} is taken${cited.en}.`,
      ...more,
    }
  }
  const amount = sayAmount(trace.n!, trace.unit!)
  if (trace.backwards) {
    return {
      vi: `Việc này phải làm chậm nhất ${amount.vi} trước đó${cited.vi}.`,
      en: `It must be done at least ${amount.en} before${cited.en}.`,
      ...more,
    }
  }
  if (trace.n === 0) {
    return {
      vi: `Việc này phải xong ngay trong ngày làm việc${cited.vi}.`,
      en: `It must be done within the same working day${cited.en}.`,
      ...more,
    }
  }
  const duty = dutyWords[one.question.key] ?? usualDuty
  const share = trace.share ? sayShare(trace.share) : one.effect.does.op === 'published' ? published : none
  return {
    vi: `${duty.vi} ${amount.vi}${share.vi}${cited.vi}.`,
    en: `${duty.en} ${amount.en}${share.en}${cited.en}.`,
    ...more,
  }
}

const published: Bilingual = {
  vi: ', là thời gian công bố của thủ tục',
  en: ', the published time of the procedure',
}

function sayShare({ part, of, n, unit }: NonNullable<Trace['share']>): Bilingual {
  const total = sayAmount(n, unit)
  return { vi: `, không quá ${part}/${of} của ${total.vi}`, en: `, at most ${part}/${of} of ${total.en}` }
}

/** The places of the law an answer rests on, and how it came to hold in this province. */
function citation({ path, through, effect }: Found): Bilingual {
  const at = sayBases(effect!.cites)
  if (path === 'inherited') {
    return {
      vi: `${at.vi}; tỉnh không quy định riêng nên áp dụng quy định quốc gia`,
      en: `${at.en}; the province has no rule of its own, so the national one applies`,
    }
  }
  if (path === 'delegated') {
    const own = sayBases(through)
    return { vi: `${own.vi}, dẫn chiếu ${at.vi}`, en: `${own.en}, which refers to ${at.en}` }
  }
  return at
}

const none: Bilingual = { vi: '', en: '' }
const wrap = ({ vi, en }: Bilingual): Bilingual => ({ vi: ` (${vi})`, en: ` (${en})` })

/** An answer that is not a date: the question, its answer and its article in one sentence. */
function explainValue(
  found: Found,
  { question, effect }: Case,
  { value, trace, cites }: Outcome,
): ReasonSentence {
  const said = sayValue(value)
  const share = trace.share ? sayShare(trace.share) : none
  const basis = effect.does.op === 'compare' ? cites[0] : effect.cites[0]
  const cited = wrap(effect.does.op === 'compare' && basis ? sayBasis(basis) : citation(found))
  return {
    vi: `${capital(question.phrase.vi)}: ${said.vi}${share.vi}${cited.vi}.`,
    en: `${capital(question.phrase.en)}: ${said.en}${share.en}${cited.en}.`,
    ...(basis ? { basis } : {}),
  }
}

export function sayValue(value: unknown): Bilingual {
  if (typeof value === 'boolean') return value ? { vi: 'có', en: 'yes' } : { vi: 'không', en: 'no' }
  if (typeof value === 'number') {
    return { vi: `không quá ${value} lần`, en: value === 1 ? 'at most once' : `at most ${value} times` }
  }
  if (typeof value === 'string') return sayName(value)
  if (Array.isArray(value)) return sayList(value.map((one) => sayName(String(one))))
  const { n, unit, mode, channels, plus } = value as Record<string, never> & {
    n?: number
    unit: string
    mode: string
    channels: string[]
    plus?: string[]
  }
  if (n !== undefined) return sayAmount(n, unit)
  const through = modeWords[mode]!
  const said = sayList(channels.map(sayName))
  const extra = plus ? sayList(plus.map(sayName)) : undefined
  return {
    vi: `${through.vi} ${said.vi}${extra ? `, kèm theo ${extra.vi}` : ''}`,
    en: `${through.en} ${said.en}${extra ? `, together with ${extra.en}` : ''}`,
  }
}

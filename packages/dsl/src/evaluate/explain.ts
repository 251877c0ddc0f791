import { dateOfDay } from '@motcua/calendar'
import type { Bilingual } from '../source/diagnostic.ts'
import { questionOf } from '../vocabulary/questions.ts'
import type { BoundProgram } from './bind.ts'
import { dayOffName, explainProvisional, sayCount } from './explain-count.ts'
import { sayForce } from './explain-force.ts'
import { sayFigure } from './explain-figures.ts'
import { cutoffWords, sayTimeStep } from './explain-time.ts'
import { dutyWords, eventWords, usualDuty } from './explain-words.ts'
import { capital, dateOfMoment, sayAmount, sayBases, sayDate, sayDay, sayMoment } from './say.ts'
import { sayValue } from './say-value.ts'
import { type ReasonSentence, basisOf, none, wrap, wrapCites } from './sentence.ts'
import type { Ground, Step } from './steps.ts'
import type { Trace } from './trace.ts'

/** The reasons of an answer in sentences a citizen can read, in the order they were taken. */
export const explain = (bound: BoundProgram, steps: readonly Step[]): ReasonSentence[] =>
  steps.map((step) => sayStep(bound, step))

/** One step in a sentence of each language. */
export function sayStep(bound: BoundProgram, step: Step): ReasonSentence {
  switch (step.k) {
    case 'version':
      return sayVersion(bound, step)
    case 'reading':
      return {
        vi: `Theo cách hiểu ${step.id} đã ghi trong văn bản.`,
        en: `This rests on the reading ${step.id} that the text records.`,
      }
    case 'happened':
      return sayEvent(step, none)
    case 'received': {
      const day = sayDay(dateOfDay(step.on))
      return sayEvent(step, {
        vi: ` nên được tính là nhận vào ${day.vi}`,
        en: ` and counts as received on ${day.en}`,
      })
    }
    case 'opens': {
      const from = sayMoment(step.from)
      return sayEvent(step, {
        vi: `, ngoài giờ hành chính, nên giờ làm việc đầu tiên được tính là từ ${from.vi}`,
        en: `, outside office hours, so the first working hour counted begins at ${from.en}`,
      })
    }
    case 'moved':
      return sayMove(bound, step)
    case 'term':
      return sayTerm(step)
    case 'extreme':
    case 'legs':
    case 'how':
      return { ...sayTimeStep(step, wrap(citation(step.ground))), ...basisOf(step.ground.cites) }
    case 'clock':
    case 'stretch':
    case 'stands':
    case 'ceiling':
    case 'shift':
    case 'end':
      return sayTimeStep(step, none)
    case 'hours':
    case 'days':
      return sayCount(bound, step)
    case 'due': {
      const at = sayMoment(step.at)
      return { vi: `Hạn chót: ${at.vi}.`, en: `Deadline: ${at.en}.` }
    }
    case 'value':
      return sayAnswer(step)
    case 'notRecorded':
      return sayNotRecorded(step)
    case 'provisional':
      return explainProvisional(bound)
    case 'window':
    case 'ended':
    case 'standing':
    case 'running':
    case 'both':
    case 'misprint':
      return sayForce(step)
    case 'silent': {
      const { phrase } = questionOf.get(step.question)!
      return {
        vi: `Quy chế của tỉnh và quy định quốc gia đang có hiệu lực không quy định về «${phrase.vi}».`,
        en: `Neither the province's regulation nor national rules in force say anything on “${phrase.en}”.`,
      }
    }
  }
  step satisfies never
}

type Of<K extends Step['k']> = Extract<Step, { k: K }>

/** Which act answers, and since when it is in force. */
function sayVersion({ program }: BoundProgram, { act, path }: Of<'version'>): ReasonSentence {
  const found = program.compiled.acts[act]
  if (!found) {
    return { vi: 'Không văn bản nào đang có hiệu lực trả lời.', en: 'No act in force answers.' }
  }
  const [from, why] = [sayDate(found.effectiveOn), pathWords[path]]
  const until = found.endsBefore === null ? undefined : sayDate(found.endsBefore)
  return {
    vi: `Áp dụng ${found.number}, có hiệu lực từ ${from.vi}${until ? ` đến trước ${until.vi}` : ''}${why.vi}.`,
    en: `${found.number} applies, in force from ${from.en}${until ? ` until ${until.en}` : ''}${why.en}.`,
  }
}

const pathWords = {
  answered: { vi: '', en: '' },
  delegated: {
    vi: ', do quy chế của tỉnh dẫn chiếu',
    en: ', which the regulation of the province refers to',
  },
  inherited: { vi: ', vì tỉnh không quy định riêng', en: ', as the province has no rule of its own' },
  silent: { vi: '', en: '' },
} as const

/** When it happened, and what follows from that alone. */
function sayEvent({ event, at }: { event: string; at: number }, more: Bilingual): ReasonSentence {
  const [words, moment] = [eventWords[event]!, sayMoment(at)]
  return { vi: `${words.vi} ${moment.vi}${more.vi}.`, en: `${words.en} ${moment.en}${more.en}.` }
}

const movedOn: Bilingual = { vi: 'Mốc', en: 'The moment' }

function sayMove(bound: BoundProgram, step: Of<'moved'>): ReasonSentence {
  const { event, why, from, to, second, inclusive, opening, cites } = step
  const words = event === null ? movedOn : eventWords[event]!
  const at = sayMoment(from)
  const [basis, cited] = [basisOf(cites), wrapCites(cites)]
  if (opening) {
    const [due, late] = [sayMoment(to), why === 'cutoff' ? cutoffWords(second!, inclusive) : past]
    return {
      vi: `${words.vi} ${at.vi}, ${late.vi}, nên chuyển sang ${due.vi}${cited.vi}.`,
      en: `${words.en} ${at.en}, ${late.en}, and moves to ${due.en}${cited.en}.`,
      ...basis,
    }
  }
  if (why === 'office-hours') {
    const opens = sayMoment(to)
    return {
      vi: `${words.vi} ${at.vi}, ngoài giờ hành chính, nên thời gian được tính từ giờ làm việc kế tiếp, ${opens.vi}${cited.vi}.`,
      en: `${words.en} ${at.en}, outside office hours, so time counts from the next office hour, ${opens.en}${cited.en}.`,
      ...basis,
    }
  }
  const on = sayDay(dateOfMoment(to))
  const off = why === 'cutoff' ? cutoffWords(second!, inclusive) : dayOffName(bound, dateOfMoment(from))
  return {
    vi: `${words.vi} ${at.vi}, ${off.vi}, nên được tính là nhận vào ${on.vi}${cited.vi}.`,
    en: `${words.en} ${at.en}, ${off.en}, so it counts as received on ${on.en}${cited.en}.`,
    ...basis,
  }
}

const past: Bilingual = { vi: 'ngoài ngày làm việc', en: 'outside the working day' }

/** What is owed and by which article, with the way it came to hold. */
function sayTerm({
  question,
  n,
  unit,
  share,
  published: whole,
  backwards,
  ground,
}: Of<'term'>): ReasonSentence {
  const cited = wrap(citation(ground))
  const basis = basisOf(ground.cites)
  const amount = sayAmount(n, unit)
  if (backwards) {
    return {
      vi: `Việc này phải làm chậm nhất ${amount.vi} trước đó${cited.vi}.`,
      en: `It must be done at least ${amount.en} before${cited.en}.`,
      ...basis,
    }
  }
  if (n === 0) {
    return {
      vi: `Việc này phải xong ngay trong ngày làm việc${cited.vi}.`,
      en: `It must be done within the same working day${cited.en}.`,
      ...basis,
    }
  }
  const duty = dutyWords[question] ?? usualDuty
  const more = share ? sayShare(share) : whole ? published : none
  return {
    vi: `${duty.vi} ${amount.vi}${more.vi}${cited.vi}.`,
    en: `${duty.en} ${amount.en}${more.en}${cited.en}.`,
    ...basis,
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
function citation({ path, cites, through }: Ground): Bilingual {
  const at = sayBases(cites)
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

function sayNotRecorded({ question, why, ground }: Of<'notRecorded'>): ReasonSentence {
  const { phrase } = questionOf.get(question)!
  const cited = wrap(citation(ground))
  return {
    vi: `${capital(phrase.vi)}: có quy định${cited.vi} nhưng nội dung chưa được ghi vào tệp: ${why.vi}.`,
    en: `${capital(phrase.en)}: there is a rule${cited.en}, but what it says is not recorded: ${why.en}.`,
    ...basisOf(ground.cites),
  }
}

/** An answer that is not a date: the question, its answer and its article in one sentence. */
function sayAnswer({ question, value, share, figure, ground }: Of<'value'>): ReasonSentence {
  const { phrase } = questionOf.get(question)!
  const said = figure ? sayFigure(figure) : sayValue(value, questionOf.get(question)!)
  const more = share ? sayShare(share) : none
  const cited = wrap(citation(ground))
  return {
    vi: `${capital(phrase.vi)}: ${said.vi}${more.vi}${cited.vi}.`,
    en: `${capital(phrase.en)}: ${said.en}${more.en}${cited.en}.`,
    ...basisOf(ground.cites),
  }
}

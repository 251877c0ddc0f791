import type { Moment } from '@motcua/calendar'
import type { EndAct } from '../ast/nodes.ts'
import type { LegalBasis } from '../compile/compiled.ts'
import type { Bilingual } from '../source/diagnostic.ts'
import { eventWords, sayName } from './explain-words.ts'
import { sayAmount, sayList, sayMoment } from './say.ts'
import { type ReasonSentence, basisOf, none, wrapCites } from './sentence.ts'
import type { Stretch } from './stretches.ts'
import type { TimeStep } from './time-steps.ts'
import type { Ceiling, Shift, Trace } from './trace.ts'

/** One step of time in a sentence of each language; `cited` is the article the answer itself rests on. */
export function sayTimeStep(step: TimeStep, cited: Bilingual): ReasonSentence {
  switch (step.k) {
    case 'extreme': {
      const among = sayList(step.among.map(sayMoment))
      const which = step.op === 'later' ? later : earlier
      return {
        vi: `Lấy thời điểm ${which.vi} giữa ${among.vi}${cited.vi}.`,
        en: `The ${which.en} of ${among.en} is taken${cited.en}.`,
      }
    }
    case 'legs': {
      const said = step.legs.map(({ n, unit, to }) => ({ ...sayAmount(n, unit), to: sayMoment(to) }))
      return {
        vi: `Thời hạn gồm ${said.map(({ vi, to }) => `${vi} (đến ${to.vi})`).join(', rồi ')}${cited.vi}.`,
        en: `The time is ${said.map(({ en, to }) => `${en} (to ${to.en})`).join(', then ')}${cited.en}.`,
      }
    }
    case 'how': {
      const words = howWords[step.how]
      return { vi: `${words.vi}${cited.vi}.`, en: `${words.en}${cited.en}.` }
    }
    case 'clock':
      return explainClock(step.from, step.to)
    case 'stretch':
      return explainStretch(step.stretch)
    case 'stands':
      return explainStanding(step.stretch)
    case 'ceiling':
      return explainCeiling(step.ceiling)
    case 'shift':
      return explainShift(step.shift)
    case 'end':
      return explainEnd(step)
  }
  step satisfies never
}

const [later, earlier]: readonly [Bilingual, Bilingual] = [
  { vi: 'muộn hơn', en: 'later' },
  { vi: 'sớm hơn', en: 'earlier' },
]

const howWords: Readonly<Record<NonNullable<Trace['how']>, Bilingual>> = {
  immediately: { vi: 'Việc này phải làm ngay', en: 'It must be done at once' },
  by: { vi: 'Việc này phải xong chậm nhất vào lúc đó', en: 'It must be done by then' },
  agreed: { vi: 'Thời hạn theo thỏa thuận', en: 'The time is the one agreed on' },
  sameDay: {
    vi: 'Việc này phải xong trong ngày làm việc đó',
    en: 'It must be done within that working day',
  },
  opening: {
    vi: 'Việc này phải làm vào đầu giờ ngày làm việc kế tiếp',
    en: 'It must be done at the opening of the next working day',
  },
  nextOpening: {
    vi: 'Việc này phải làm vào đầu giờ ngày làm việc kế tiếp',
    en: 'It must be done at the opening of the next working day',
  },
}

function explainStretch(one: Stretch): ReasonSentence {
  const { vi, en } = when(one)
  const cited = wrapCites(one.cites)
  const said = (made: Bilingual): ReasonSentence => ({
    vi: `${vi}, ${made.vi}${cited.vi}.`,
    en: `${en}, ${made.en}${cited.en}.`,
    ...basisOf(one.cites),
  })
  switch (one.effect) {
    case 'exclude':
      return said({
        vi: 'nên thời gian này không được tính',
        en: 'and that time is not counted',
      })
    case 'reset': {
      const to = sayMoment(one.to!)
      return said({
        vi: `nên thời hạn được tính lại từ đầu, kể từ ${to.vi}`,
        en: `so the time is counted afresh from ${to.en}`,
      })
    }
    case 'continue':
      if (one.shift) {
        return said({
          vi: 'và chỉ thời hạn kết thúc trong lúc đó mới được dời',
          en: 'and only a deadline that falls into it moves',
        })
      }
      return one.cites.length > 0
        ? said({ vi: 'và thời hạn vẫn tính liên tục', en: 'and the time runs on' })
        : said({
            vi: 'nhưng không quy định nào cho dừng nên thời hạn vẫn tính liên tục',
            en: 'but no rule stops the clock, so the time runs on',
          })
  }
  one.effect satisfies never
}

/** `Hồ sơ tạm dừng từ … đến … (bổ sung hồ sơ)`. */
function when({ kind, reason, from, to }: Stretch): Bilingual {
  const [a, b] = [sayMoment(from), to === undefined ? undefined : sayMoment(to)]
  const why = reason === undefined ? none : sayName(reason)
  const vi = kind === 'pause' ? 'Hồ sơ tạm dừng' : 'Hệ thống gặp sự cố'
  const en = kind === 'pause' ? 'The dossier stood still' : 'The System was out'
  return {
    vi: `${vi} từ ${a.vi}${b ? ` đến ${b.vi}` : ''}${why.vi && ` (${why.vi})`}`,
    en: `${en} from ${a.en}${b ? ` to ${b.en}` : ''}${why.en && ` (${why.en})`}`,
  }
}

/** There is no date while the clock stands still. */
function explainStanding(one: Stretch): ReasonSentence {
  const { vi, en } = when(one)
  const cites = one.cites.length > 0 ? one.cites : (one.shift?.cites ?? [])
  const cited = wrapCites(cites)
  return {
    vi: `${vi} và chưa kết thúc, nên chưa có hạn chót${cited.vi}.`,
    en: `${en} and it is not over, so there is no deadline yet${cited.en}.`,
    ...basisOf(cites),
  }
}

/** The absolute end of a deadline, and what it cut off. */
function explainCeiling({ event, eventAt, term, at, reached, counted, cites }: Ceiling): ReasonSentence {
  const [amount, from, end, cited] = [
    sayAmount(term.n, term.unit),
    sayMoment(eventAt),
    sayMoment(at),
    wrapCites(cites),
  ]
  const words = eventWords[event]!
  const cut: Bilingual = !reached
    ? { vi: 'chưa tới mức đó', en: 'it is not reached' }
    : counted === undefined
      ? { vi: 'mức đó vẫn giữ khi thời hạn đang dừng', en: 'it holds while the clock stands still' }
      : {
          vi: `nên không tính đến ${sayMoment(counted).vi}`,
          en: `so it does not last to ${sayMoment(counted).en}`,
        }
  return {
    vi: `${words.vi} ${from.vi}; tổng cộng không quá ${amount.vi} từ đó, tức là đến ${end.vi}, ${cut.vi}${cited.vi}.`,
    en: `${words.en} ${from.en}; in total it takes at most ${amount.en} from then, to ${end.en}, ${cut.en}${cited.en}.`,
    ...basisOf(cites),
  }
}

/** A deadline that fell into an outage. */
function explainShift({ from, to, outage, cites }: Shift): ReasonSentence {
  const [a, b, out] = [sayMoment(from), sayMoment(to), when(outage)]
  const cited = wrapCites(cites)
  return {
    vi: `${out.vi}; hạn ${a.vi} rơi vào lúc đó nên được dời đến ${b.vi}${cited.vi}.`,
    en: `${out.en}; the deadline at ${a.en} falls into it and moves to ${b.en}${cited.en}.`,
    ...basisOf(cites),
  }
}

/** What becomes of a dossier whose applicant lets the time go by. */
function explainEnd({ act, cites }: { act: EndAct; cites: readonly LegalBasis[] }): ReasonSentence {
  const [words, cited] = [endWords[act], wrapCites(cites)]
  return {
    vi: `Hết thời hạn này mà người nộp chưa thực hiện thì ${words.vi}${cited.vi}.`,
    en: `If the applicant has not acted by then, ${words.en}${cited.en}.`,
    ...basisOf(cites),
  }
}

const endWords: Readonly<Record<EndAct, Bilingual>> = {
  close: { vi: 'hồ sơ được đóng', en: 'the dossier is closed' },
  cancel: { vi: 'hồ sơ bị hủy', en: 'the dossier is cancelled' },
  refuse: { vi: 'hồ sơ bị từ chối', en: 'the dossier is refused' },
}

/** `sau 17:00` or `từ 17:00 trở đi`. */
export function cutoffWords(second: number, inclusive: boolean | undefined): Bilingual {
  const two = (n: number) => String(n).padStart(2, '0')
  const time = `${two(Math.floor(second / 3_600))}:${two(Math.floor(second / 60) % 60)}`
  if (inclusive) return { vi: `từ ${time} trở đi`, en: `at or after ${time}` }
  return { vi: `sau ${time}`, en: `after ${time}` }
}

/** Wall-clock time, which runs on whether anyone works or not. */
function explainClock(start: Moment, due: Moment): Bilingual {
  const [a, b] = [sayMoment(start), sayMoment(due)]
  return {
    vi: `Tính theo giờ đồng hồ, kể cả ngoài giờ hành chính, từ ${a.vi} đến ${b.vi}.`,
    en: `Counted by the clock, office hours or not, from ${a.en} to ${b.en}.`,
  }
}

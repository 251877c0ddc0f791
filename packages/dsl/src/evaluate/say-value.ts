import type { Schedule } from '../ast/nodes.ts'
import type { Bilingual } from '../source/diagnostic.ts'
import { wordsFor } from '../syntax/phrase-table.ts'
import type { QuestionInfo } from '../vocabulary/questions.ts'
import { sayReminders } from './explain-reminders.ts'
import type { Reminders } from './reminders.ts'
import { modeWords, sayName } from './explain-words.ts'
import { sayAmount, sayList } from './say.ts'

/** An answer that is not a moment, in words that go on a sentence; the question tells a text from a name. */
export function sayValue(
  value: unknown,
  { kind, counts }: Partial<Pick<QuestionInfo, 'kind' | 'counts'>> = {},
): Bilingual {
  if (typeof value === 'boolean') return value ? { vi: 'có', en: 'yes' } : { vi: 'không', en: 'no' }
  if (typeof value === 'number') return sayNumber(value, counts)
  if (typeof value === 'string')
    return kind === 'text' ? { vi: `«${value}»`, en: `“${value}”` } : sayName(value)
  if (Array.isArray(value)) return sayNames(value as readonly string[])
  if ('periods' in (value as object)) return saySchedule(value as Schedule)
  if ('at' in (value as object)) {
    return sayReminders(value as Reminders)
  }
  if ('by' in (value as object)) return sayAgreement(value as { n?: number; unit?: string })
  const { n, unit, mode, channels, plus } = value as {
    n?: number
    unit: string
    mode: string
    channels: readonly string[]
    plus?: readonly string[]
  }
  if (n !== undefined) return sayAmount(n, unit)
  const through = modeWords[mode]!
  const said = sayNames(channels)
  const extra = plus ? sayNames(plus) : undefined
  return {
    vi: `${through.vi} ${said.vi}${extra ? `, kèm theo ${extra.vi}` : ''}`,
    en: `${through.en} ${said.en}${extra ? `, together with ${extra.en}` : ''}`,
  }
}

const sayNames = (names: readonly string[]): Bilingual => sayList(names.map(sayName))

function sayNumber(n: number, counts: QuestionInfo['counts']): Bilingual {
  if (counts === undefined) {
    return { vi: `không quá ${n} lần`, en: n === 1 ? 'at most once' : `at most ${n} times` }
  }
  const [many, one] = [wordsFor('TIMES', counts, 'en'), wordsFor('TIMES', counts, 'en').replace(/s$/, '')]
  return {
    vi: `không quá ${n} ${wordsFor('TIMES', counts, 'vi')}`,
    en: `at most ${n} ${n === 1 ? one : many}`,
  }
}

/** `hằng quý, hằng năm, gửi tới …, về …`. */
function saySchedule({ periods, atLeast, to, content }: Schedule): Bilingual {
  const said = sayNames(periods)
  const [receivers, matters] = [to ? sayNames(to) : undefined, content ? sayNames(content) : undefined]
  const times = atLeast === 1 ? 'once' : `${atLeast} times`
  return {
    vi: [
      said.vi,
      ...(atLeast === undefined ? [] : [`mỗi kỳ từ ${atLeast} lần trở lên`]),
      ...(receivers ? [`gửi tới ${receivers.vi}`] : []),
      ...(matters ? [`về ${matters.vi}`] : []),
    ].join(', '),
    en: [
      said.en,
      ...(atLeast === undefined ? [] : [`at least ${times} every period`]),
      ...(receivers ? [`sent to ${receivers.en}`] : []),
      ...(matters ? [`about ${matters.en}`] : []),
    ].join(', '),
  }
}

function sayAgreement({ n, unit }: { n?: number; unit?: string }): Bilingual {
  if (n === undefined) return { vi: 'theo thỏa thuận', en: 'as agreed' }
  const most = sayAmount(n, unit!)
  return { vi: `theo thỏa thuận, tối đa ${most.vi}`, en: `as agreed, up to ${most.en}` }
}

import { capital } from '../evaluate/say.ts'
import type { Bilingual } from '../source/diagnostic.ts'
import { questionOf } from '../vocabulary/questions.ts'
import type { DossierReplay, Moved, QuestionReplay } from './replay-dossiers.ts'
import { sayAnswer } from '../evaluate/say-answer.ts'

/** A replay in sentences: the whole first, then a paragraph for each question, the worst dossiers in it. */
export function sayReplay({ dossiers, answers, changed, questions }: DossierReplay): Bilingual[][] {
  const whole: Bilingual = {
    vi: `${dossiers} hồ sơ, ${answers} câu trả lời; ${changed} câu trả lời thay đổi.`,
    en: `${dossiers} dossier${s(dossiers)}, ${answers} answer${s(answers)}; ${changed} of them change.`,
  }
  return [[whole], ...questions.map(sayQuestion)]
}

const s = (n: number) => (n === 1 ? '' : 's')

/** How a count is said after its number, in the order they are told. */
const counts: readonly (readonly [keyof QuestionReplay, string, string])[] = [
  ['same', 'như cũ', 'the same'],
  ['earlier', 'sớm hơn', 'earlier'],
  ['later', 'muộn hơn', 'later'],
  ['different', 'trả lời khác', 'different'],
  ['gained', 'mới có câu trả lời', 'newly answered'],
  ['lost', 'không còn câu trả lời', 'no longer answered'],
  ['unanswerable', 'không tính được', 'not answerable'],
]

function sayQuestion(found: QuestionReplay): Bilingual[] {
  const { phrase, asked, worst, turns, question } = found
  const told = counts.filter(([name]) => found[name] !== 0)
  const head: Bilingual = {
    vi: `${capital(phrase.vi)}: ${asked} hồ sơ; ${told.map(([name, vi]) => `${String(found[name])} ${vi}`).join(', ')}.`,
    en: `${capital(phrase.en)}: ${asked} dossier${s(asked)}; ${told.map(([name, , en]) => `${String(found[name])} ${en}`).join(', ')}.`,
  }
  return [
    head,
    ...worst.map((one) => sayMoved(question, one)),
    ...turns.map(({ before, after, count }): Bilingual => {
      const turn = sayTurn(question, before, after)
      return { vi: `${turn.vi}: ${count} hồ sơ.`, en: `${turn.en}: ${count} dossier${s(count)}.` }
    }),
  ]
}

function sayMoved(question: string, { code, before, after, seconds }: Moved): Bilingual {
  const turn = sayTurn(question, before, after)
  const lead =
    seconds === undefined
      ? { vi: 'Hồ sơ đầu tiên thay đổi', en: 'The first that changes' }
      : seconds > 0
        ? { vi: 'Muộn hơn nhiều nhất', en: 'Later by most' }
        : { vi: 'Sớm hơn nhiều nhất', en: 'Earlier by most' }
  return { vi: `${lead.vi}: ${code}, ${turn.vi}.`, en: `${lead.en}: ${code}, ${turn.en}.` }
}

function sayTurn(question: string, before: unknown, after: unknown): Bilingual {
  const { kind } = questionOf.get(question)!
  const [a, b] = [sayAnswer(kind, before), sayAnswer(kind, after)]
  return { vi: `${a.vi} → ${b.vi}`, en: `${a.en} → ${b.en}` }
}

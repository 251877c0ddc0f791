import { fromMoment } from '@motcua/calendar'
import type { Regulation } from '../../ast/nodes.ts'
import { both } from '../../evaluate/say.ts'
import type { Situation } from '../../figures/truth.ts'
import type { Bilingual, Language } from '../../source/diagnostic.ts'
import { wordsFor } from '../../syntax/phrase-table.ts'
import { events } from '../../vocabulary/facts.ts'
import { type Measure, type NumberFact, numbers } from '../../vocabulary/figures.ts'
import type { PhraseType } from '../../vocabulary/phrase.ts'
import type { QuestionInfo } from '../../vocabulary/questions.ts'
import { conditionText, exampleText } from '../example-line.ts'

/** Where an example of a regulation stands in time: in its language, and on its first day where no moment is told. */
type Home = Pick<Regulation, 'language' | 'effective'>

/** `ví dụ "…": cho … thì … là …` of a situation, to be pasted into the file. */
export function exampleOfSituation(
  { language: lang, effective }: Home,
  title: string,
  question: QuestionInfo,
  situation: Situation,
  answer: string,
): string {
  const asOf = question.anchors.length > 0 ? [] : [asOfFact(effective?.on, lang)]
  return exampleText(lang, title, question, [...asOf, ...factsOf(question, situation, lang)], answer)
}

/** `tại thời điểm …`, the first morning of a regulation. */
export const asOfFact = (on: string | undefined, lang: Language): string =>
  `${wordsFor('AS_OF', '', lang)} ${on ?? '2026-01-05'}T09:00`

function factsOf(
  question: QuestionInfo,
  { moments, cell, numbers: known }: Situation,
  lang: Language,
): string[] {
  const word = (type: PhraseType, value = '') => wordsFor(type, value, lang)
  return question.facts.flatMap((fact): string[] => {
    const { name, type } = fact
    if (type === 'instant') {
      const at = moments[name as keyof typeof moments]
      if (at === undefined) return []
      const event = [...events.values()].find(({ fact }) => fact === name)!
      return [`${word('EVENT', event.key)} ${word('AT')} ${fromMoment(at).slice(0, 16)}`]
    }
    if (type === 'number') {
      const n = known[name as NumberFact]
      return n === undefined
        ? []
        : [`${word('NUMERIC', name)} ${word('IS')} ${sayAmount(n, name as NumberFact, lang)}`]
    }
    const value = cell[name]
    return value === undefined ? [] : [conditionText(fact, value, lang)]
  })
}

/** The situation in words, for the message itself. */
export function saySituation(question: QuestionInfo, situation: Situation): Bilingual {
  return both((lang) => factsOf(question, situation, lang).join(', '))
}

/** A number as the language writes it, with the word of what it counts. */
function sayAmount(n: number, fact: NumberFact, lang: Language): string {
  const text = lang === 'vi' ? String(n).replace('.', ',') : String(n)
  const measures: Record<Measure, Bilingual | undefined> = {
    count: undefined,
    percent: { vi: 'phần trăm', en: 'percent' },
    points: { vi: 'điểm', en: 'points' },
  }
  const measure = measures[numbers[fact]]
  return measure ? `${text} ${measure[lang]}` : text
}

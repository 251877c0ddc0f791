import { type Instant, toMoment } from '@motcua/calendar'
import type { Bilingual } from '../source/diagnostic.ts'
import { type NumberFact, numbers } from '../vocabulary/figures.ts'
import { type FactInfo, eventOf, questionOf } from '../vocabulary/questions.ts'
import { sayQuantity } from './explain-figures.ts'
import { eventWords, sayWord } from './explain-words.ts'
import { both, capital, joined, sayAmount, sayMoment, small } from './say.ts'

/** The facts a question is asked with in words: `Hồ sơ nộp lúc …, thời gian công bố …`; those of its cell are left out. */
export function sayFacts(question: string, facts: Readonly<Record<string, unknown>>): Bilingual {
  const said = questionOf.get(question)!.facts.flatMap((fact): Bilingual[] => {
    const value = facts[fact.name]
    if (value === undefined || fact.name === 'asOf') return []
    if (fact.type === 'instant') return [sayInstant(fact, value as Instant)]
    if (fact.type === 'number') return [sayNumber(fact.name as NumberFact, value as number)]
    if (fact.type !== 'limit') return []
    const { n, unit } = value as { n: number; unit: string }
    const amount = sayAmount(n, unit)
    return [{ vi: `thời gian công bố ${amount.vi}`, en: `published time ${amount.en}` }]
  })
  return both((lang) => capital(said.map((one) => small(one[lang])).join(', ')))
}

const sayNumber = (name: NumberFact, value: number): Bilingual =>
  joined([sayWord('NUMERIC', name), sayQuantity(value, numbers[name])], ' ')

const sayInstant = (fact: FactInfo, value: Instant): Bilingual =>
  joined([eventWords[eventOf(fact)!]!, sayMoment(toMoment(value))], ' ')

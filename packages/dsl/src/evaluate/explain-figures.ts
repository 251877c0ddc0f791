import type { BareTest } from '../ast/tests.ts'
import type { FigureOperation } from '../compile/figures.ts'
import type { Form, FormPiece } from '../figures/form.ts'
import type { Ratio } from '../figures/rate.ts'
import { momentOf } from '../figures/truth.ts'
import type { Bilingual } from '../source/diagnostic.ts'
import { wordsFor } from '../syntax/phrase-table.ts'
import { type Measure, numbers, pointsInTime } from '../vocabulary/figures.ts'
import { type QuestionKind, questionOf } from '../vocabulary/questions.ts'
import { sayName, sayWord } from './explain-words.ts'
import type { Facts } from './facts.ts'
import type { FigureOutcome } from './figures.ts'
import { both, dateOfMoment, joined, sayDate, sayEither, sayList, sayMoment } from './say.ts'

/** What a statement of figures does, what came of it, and the facts it was held against. */
export interface FigureReason {
  readonly does: FigureOperation
  readonly figure: FigureOutcome
  readonly facts: Facts
}

/** What a statement of figures answers, as the end of a sentence that begins with the question. */
export function sayFigure({ does, figure: outcome, facts }: FigureReason): Bilingual {
  switch (does.op) {
    case 'grade':
      return sayGrade(outcome, facts)
    case 'adds':
      return sayTotal(does.questions)
    case 'ratio':
      return sayRatio(does)
    case 'scale':
      return sayScale(does.grades)
    case 'moves':
      return sayMoves(outcome.value as Move[])
    case 'form':
      return sayForm(does)
  }
  does satisfies never
}

/** The bare answer of a question of figures in words; undefined where it is said like any other. */
export function sayFigureAnswer(kind: QuestionKind, answer: unknown): Bilingual | undefined {
  if (kind === 'ratio') return sayRatio(answer as Ratio)
  if (kind === 'format') return sayForm(answer as Form)
  if (kind === 'moves') return sayMoves(answer as Move[])
  if (kind === 'score') {
    return typeof answer === 'number' ? sayQuantity(answer, 'points') : sayTotal(answer as string[])
  }
  const [first] = Array.isArray(answer) ? (answer as unknown[]) : []
  return typeof first === 'object' ? sayScale(answer as Graded[]) : undefined
}

function sayTotal(questions: readonly string[]): Bilingual {
  const names = sayList(questions.map((key) => questionOf.get(key)!.phrase))
  return { vi: `tổng điểm của ${names.vi}`, en: `the points of ${names.en}, added up` }
}

function sayGrade({ value, grade, unknown }: FigureOutcome, facts: Facts): Bilingual {
  if (unknown) {
    const names = sayList(unknown.map((one) => sayWord('NUMERIC', one)))
    return {
      vi: `không tính, vì thiếu dữ liệu về ${names.vi}`,
      en: `not counted, because there are no data on ${names.en}`,
    }
  }
  const points = typeof value === 'number'
  const said = points ? { vi: `${value} điểm`, en: sayPoints(value) } : sayName(String(value))
  const why = grade?.test ? sayTest(grade.test, facts) : undefined
  return why ? { vi: `${said.vi}, vì ${why.vi}`, en: `${said.en}, because ${why.en}` } : said
}

const sayPoints = (n: number): string => `${n} point${n === 1 ? '' : 's'}`

/** A test as a sentence tells it, each fact with its value. */
function sayTest(test: BareTest, facts: Facts): Bilingual {
  switch (test.k) {
    case 'settled':
      return test.yes
        ? { vi: 'đã có kết quả', en: 'there is a result' }
        : { vi: 'chưa có kết quả', en: 'there is no result yet' }
    case 'points':
      return sayComparison(test, facts)
    case 'number': {
      const n = facts.numbers[test.fact]
      const { op } = test
      const [given, bound] = [
        sayQuantity(n ?? 0, numbers[test.fact]),
        sayQuantity(test.than.n, test.than.measure),
      ]
      const name = sayWord('NUMERIC', test.fact)
      return both((lang) => `${name[lang]} (${given[lang]}) ${orders[op]![lang]} ${bound[lang]}`)
    }
    case 'flag':
      return sayWord('FLAG', test.dim)
    case 'in': {
      const names = test.values.map((one) => sayName(one))
      const dim = sayWord('DIMENSION', test.dim)
      return { vi: `${dim.vi} là ${sayEither(names).vi}`, en: `${dim.en} is ${sayEither(names).en}` }
    }
    case 'not': {
      const of = sayTest(test.of, facts)
      const simple = test.of.k !== 'and' && test.of.k !== 'or'
      return simple
        ? { vi: `không ${of.vi}`, en: `not ${of.en}` }
        : { vi: `không phải (${of.vi})`, en: `it is not so that (${of.en})` }
    }
    case 'and':
    case 'or': {
      const [a, b] = test.of.map((one) => bracketed(test.k, one, sayTest(one, facts))) as [
        Bilingual,
        Bilingual,
      ]
      const join = test.k === 'and' ? { vi: 'và', en: 'and' } : { vi: 'hoặc', en: 'or' }
      return both((lang) => `${a[lang]} ${join[lang]} ${b[lang]}`)
    }
  }
  test satisfies never
}

/** `a và (b hoặc c)` keeps its brackets, so that the sentence is read as the rule is. */
function bracketed(outer: 'and' | 'or', inner: BareTest, said: Bilingual): Bilingual {
  return outer === 'and' && inner.k === 'or' ? both((lang) => `(${said[lang]})`) : said
}

function sayComparison({ left, op, right }: Extract<BareTest, { k: 'points' }>, facts: Facts): Bilingual {
  const at = (name: string): Bilingual => {
    const point = pointsInTime[name]!
    const moment = momentOf(point, facts)
    const when = moment === undefined ? undefined : said(moment, point.grain)
    return both((lang) => `${sayName(name)[lang]}${when ? ` (${when[lang]})` : ''}`)
  }
  const [a, b] = [at(left), at(right)]
  return both((lang) => `${a[lang]} ${timeOrders[op]![lang]} ${b[lang]}`)
}

const said = (moment: number, grain: 'day' | 'moment'): Bilingual =>
  grain === 'day' ? sayDate(dateOfMoment(moment)) : sayMoment(moment)

const timeOrders: Readonly<Record<string, Bilingual>> = {
  '<': { vi: 'trước', en: 'is before' },
  '<=': { vi: 'không sau', en: 'is not after' },
  '=': { vi: 'trùng với', en: 'is the same as' },
  '>=': { vi: 'không trước', en: 'is not before' },
  '>': { vi: 'sau', en: 'is after' },
}

const orders: Readonly<Record<string, Bilingual>> = {
  '<': { vi: 'dưới', en: 'is under' },
  '<=': { vi: 'không quá', en: 'is at most' },
  '=': { vi: 'bằng', en: 'is' },
  '>=': { vi: 'từ', en: 'is at least' },
  '>': { vi: 'trên', en: 'is over' },
}

/** `3,5 điểm` / `3.5 points`, `30%`, `2`. */
export function sayQuantity(n: number, measure: Measure): Bilingual {
  const vi = String(n).replace('.', ',')
  if (measure === 'percent') return { vi: `${vi}%`, en: `${n}%` }
  return measure === 'points' ? { vi: `${vi} điểm`, en: sayPoints(n) } : { vi, en: String(n) }
}

function sayRatio({ numerator, denominator, times, decimals, empty }: Ratio): Bilingual {
  const sum = (of: readonly string[]): Bilingual => joined(of.map(sayName), { vi: ' cộng ', en: ' plus ' })
  const [above, below] = [sum(numerator), sum(denominator)]
  return {
    vi:
      `lấy ${above.vi}, chia cho ${below.vi}${times === 1 ? '' : `, nhân ${times}`}, ` +
      `làm tròn đến ${decimals} chữ số thập phân; ${wordsFor('EMPTY', empty, 'vi')}`,
    en:
      `${above.en}, divided by ${below.en}${times === 1 ? '' : `, times ${times}`}, ` +
      `rounded to ${decimals} decimal place${decimals === 1 ? '' : 's'}; ${wordsFor('EMPTY', empty, 'en')}`,
  }
}

interface Graded {
  readonly grade: string
  readonly points: number
}

function sayScale(grades: readonly Graded[]): Bilingual {
  const said = grades.map(({ grade, points }) => {
    const name = sayName(grade)
    return { vi: `${name.vi} (${points} điểm)`, en: `${name.en} (${sayPoints(points)})` }
  })
  const all = sayList(said)
  return {
    vi: `${grades.length} mức, từ cao xuống thấp: ${all.vi}`,
    en: `${grades.length} grades, best first: ${all.en}`,
  }
}

interface Move {
  readonly from: string
  readonly to: string
  readonly by: string | null
  readonly atOnce: boolean
}

function sayMoves(moves: readonly Move[]): Bilingual {
  const said = moves.map(({ from, to, by, atOnce }) => {
    const [a, b] = [sayWord('STATE', from), sayWord('STATE', to)]
    const timing = by ? questionOf.get(by)!.phrase : undefined
    return {
      vi: `từ ${a.vi} sang ${b.vi}${atOnce ? ' ngay' : timing ? ` theo hạn ${timing.vi}` : ''}`,
      en: `from ${a.en} into ${b.en}${atOnce ? ' at once' : timing ? ` timed by ${timing.en}` : ''}`,
    }
  })
  if (said.length === 0) return { vi: 'không chuyển được', en: 'no move is open' }
  return joined(said, '; ')
}

function sayForm({ parts, letters, collision }: Form): Bilingual {
  const piece = (one: FormPiece): Bilingual => {
    if ('text' in one) return { vi: `«${one.text}»`, en: `“${one.text}”` }
    const name = sayName(one.part)
    if (one.digits === null) return name
    return { vi: `${name.vi} (${one.digits} chữ số)`, en: `${name.en} (${one.digits} digits)` }
  }
  const pieces = parts.map(piece)
  return both(
    (lang) =>
      `${pieces.map((one) => one[lang]).join(', ')}; ${wordsFor('LETTERS', letters, lang)}; ` +
      wordsFor('COLLISION', collision, lang),
  )
}

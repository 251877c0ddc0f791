import { type CivilDate, type Moment, addDays, instant, toMoment } from '@motcua/calendar'
import type { Effect, Placed, Regulation } from '../../ast/nodes.ts'
import { type CountedDossier, type Period, belongsTo } from '../../figures/populations.ts'
import { type Situation, truthOf } from '../../figures/truth.ts'
import { sayDate, dateOfMoment } from '../../evaluate/say.ts'
import { sayName } from '../../evaluate/explain-words.ts'
import type { Bilingual, Findings } from '../../source/diagnostic.ts'
import { rateOf } from '../../figures/rate.ts'
import { wordsFor } from '../../syntax/phrase-table.ts'
import { type Population, type Standing, standingOf } from '../../vocabulary/figures.ts'
import type { QuestionInfo } from '../../vocabulary/questions.ts'
import { exampleText } from '../example-line.ts'
import { asOfFact } from './example-line.ts'

type Ratio = Placed<Extract<Effect, { k: 'ratio' }>>

/**
 * A rate says how it is rounded and what an empty denominator shows; it counts only standings its own text knows; no
 * dossier is counted twice on one side, and one that is counted above the line is counted below it.
 */
export function checkRatio(
  regulation: Regulation,
  ratio: Ratio,
  question: QuestionInfo,
  findings: Findings,
): void {
  words(ratio, findings)
  const all = [...ratio.numerator, ...ratio.denominator]
  const known = standingsOf(regulation)
  const isUnknown = (one: Population) => {
    const standing = standingOf(one)
    return standing !== undefined && !known.includes(standing)
  }
  const strange = all.find((one) => isUnknown(one))
  if (strange !== undefined) {
    const name = sayName(strange)
    findings.add('E0905', ratio.span, {
      vi: `văn bản này không có quy tắc nào xếp hồ sơ vào loại của «${name.vi}»`,
      en: `no rule of this text puts a dossier in the class of \`${name.en}\``,
    })
    return
  }
  if (all.includes('points-total')) return mixed(ratio, findings)
  const dossiers = dossiersOf(regulation)
  for (const side of [ratio.numerator, ratio.denominator]) {
    const twice = dossiers.find((one) => side.filter((population) => one.in(population)).length > 1)
    if (twice) return counted(ratio, twice, side, findings)
  }
  const outside = dossiers.find(
    (one) => ratio.numerator.some((of) => one.in(of)) && !ratio.denominator.some((of) => one.in(of)),
  )
  if (outside && !ratio.mayExceed) exceeds(regulation, ratio, question, outside, findings)
  if (!outside && ratio.mayExceed) {
    findings.add('W0404', ratio.span, {
      vi: 'phần «tử số có thể vượt mẫu số» thừa: hồ sơ nào ở tử số cũng ở mẫu số',
      en: '`the numerator may exceed the denominator` is superfluous: what is above the line is below it',
    })
  }
}

function words({ decimals, empty, times, span }: Ratio, findings: Findings): void {
  if (decimals === undefined) {
    findings.add(
      'E0307',
      span,
      { vi: 'tỷ lệ chưa nói làm tròn thế nào', en: 'a rate must say how it is rounded' },
      {
        help: {
          vi: 'thêm «, làm tròn 01 chữ số thập phân»',
          en: 'add `, rounded to 01 decimal place`',
        },
        notes: [
          {
            vi: '2 trên 3 hồ sơ là 66,6667 phần trăm: 67, 66,7 hay 66,67?',
            en: '2 of 3 dossiers is 66.6667 percent: 67, 66.7 or 66.67?',
          },
        ],
      },
    )
  }
  if (empty === undefined) {
    findings.add(
      'E0907',
      span,
      {
        vi: 'tỷ lệ chưa nói kết quả khi mẫu số bằng không',
        en: 'a rate must say what it is where the denominator is zero',
      },
      {
        help: {
          vi: `thêm «, ${wordsFor('EMPTY', 'no-data', 'vi')}»`,
          en: `add \`, ${wordsFor('EMPTY', 'no-data', 'en')}\``,
        },
      },
    )
  }
  if (times < 1 || (decimals ?? 0) > 6) {
    findings.add('E0122', span, {
      vi: 'số nhân phải từ 1 và số chữ số thập phân không quá 6',
      en: 'the factor is at least 1 and there are at most 6 decimal places',
    })
  }
}

/** Points are averaged over dossiers; they are never added to dossiers nor divided into. */
function mixed({ numerator, denominator, span }: Ratio, findings: Findings): void {
  if (numerator.length === 1 && !denominator.includes('points-total')) return
  findings.add('E0904', span, {
    vi: 'tổng điểm chỉ đứng một mình ở tử số; không cộng điểm với hồ sơ',
    en: 'points stand alone above the line; points and dossiers are not added up',
  })
}

/** A dossier to try a rate with: when it came, what became of it, and how the text classes it. */
interface Tried extends CountedDossier {
  readonly in: (population: Population) => boolean
  readonly dueAt: Moment
  readonly period: Period
}

/** Dossiers of before and within a period, with every outcome and every order of result, due day and cut-off. */
function dossiersOf(regulation: Regulation): readonly Tried[] {
  const known = tried.get(regulation)
  if (known) return known
  const dossiers = makeDossiers(regulation)
  tried.set(regulation, dossiers)
  return dossiers
}

/** All rates of a text are tried with the same ones. */
const tried = new WeakMap<Regulation, readonly Tried[]>()

function makeDossiers(regulation: Regulation): Tried[] {
  const start = (regulation.effective?.on ?? '2026-01-05') as CivilDate
  const period: Period = { from: addDays(start, 10), to: addDays(start, 19) }
  const at = (day: number): Moment => toMoment(instant(`${addDays(start, day)}T09:00:00+07:00`))
  const lives: readonly (readonly [accepted: number, result?: number])[] = [
    [12],
    [12, 15],
    [2],
    [2, 15],
    [2, 5],
    [2, 22],
    [12, 22],
  ]
  const classify = classifier(regulation)
  return lives.flatMap(([accepted, result]) =>
    [4, 5, 14, 15, 16, 19, 25].flatMap((due) =>
      [true, false].map((online): Tried => {
        const [acceptedAt, dueAt, reportAt] = [
          at(accepted),
          at(due),
          toMoment(instant(`${period.to}T23:59:59+07:00`)),
        ]
        const moments = { dueAt, reportAt, ...(result === undefined ? {} : { resultAt: at(result) }) }
        const dossier: CountedDossier = {
          acceptedAt,
          online,
          standing: classify(moments),
          ...(result === undefined ? {} : { resultAt: at(result) }),
        }
        return { ...dossier, dueAt, period, in: (population) => belongsTo(population, dossier, period) }
      }),
    ),
  )
}

const standingRule = ({ rules }: Regulation) =>
  rules.find(({ question }) => question === 'dossier.standing')?.cases[0]

/** The classes that the text puts dossiers in. */
const standingsOf = (regulation: Regulation): string[] =>
  (standingRule(regulation)?.effects ?? []).flatMap((one) => (one.k === 'classify' ? [one.word] : []))

function classifier(regulation: Regulation): (moments: Situation['moments']) => Standing | null {
  const effects = standingRule(regulation)?.effects ?? []
  return (moments) => {
    const held = effects.find(
      (one) => one.k === 'classify' && truthOf(one.test, { moments, cell: {}, numbers: {} }) === true,
    )
    return held?.k === 'classify' ? (held.word as Standing) : null
  }
}

function sayDossier({ acceptedAt, resultAt, dueAt, period }: Tried): Bilingual {
  const day = (moment: Moment) => sayDate(dateOfMoment(moment))
  const [from, to] = [sayDate(period.from), sayDate(period.to)]
  const result = resultAt === undefined ? undefined : day(resultAt)
  return {
    vi: `trong kỳ ${from.vi} – ${to.vi}, hồ sơ tiếp nhận ${day(acceptedAt).vi}, hẹn trả ${day(dueAt).vi}, ${result ? `có kết quả ${result.vi}` : 'chưa có kết quả'}`,
    en: `in the period ${from.en} to ${to.en}, a dossier accepted on ${day(acceptedAt).en}, due on ${day(dueAt).en}, ${result ? `with its result on ${result.en}` : 'without a result'}`,
  }
}

function counted(ratio: Ratio, dossier: Tried, side: readonly Population[], findings: Findings): void {
  const [a, b] = side.filter((one) => dossier.in(one)).map(sayName) as [Bilingual, Bilingual]
  const told = sayDossier(dossier)
  findings.add('E0902', ratio.span, {
    vi: `hồ sơ được đếm hai lần, trong «${a.vi}» và «${b.vi}»: ${told.vi}`,
    en: `a dossier is counted twice, in \`${a.en}\` and \`${b.en}\`: ${told.en}`,
  })
}

function exceeds(
  regulation: Regulation,
  ratio: Ratio,
  question: QuestionInfo,
  dossier: Tried,
  findings: Findings,
): void {
  const above = sayName(ratio.numerator.find((one) => dossier.in(one))!)
  const told = sayDossier(dossier)
  findings.add(
    'E0902',
    ratio.span,
    {
      vi: `tử số không nằm trong mẫu số: ${told.vi}, thuộc «${above.vi}» nhưng không thuộc mẫu số`,
      en: `the numerator is not inside the denominator: ${told.en}, is of \`${above.en}\` but not below the line`,
    },
    {
      help: {
        vi: `đếm thêm ở mẫu số, hoặc nếu văn bản viết như vậy thì thêm «, ${wordsFor('MAY_EXCEED', '', 'vi')}»`,
        en: `count it below the line, or where the text reads so add \`, ${wordsFor('MAY_EXCEED', '', 'en')}\``,
      },
      ...exampleOf(regulation, ratio, question),
    },
  )
}

/** The rate of a period in which more was done than came in, to be pasted into the file. */
function exampleOf(
  { language, effective }: Regulation,
  ratio: Ratio,
  question: QuestionInfo,
): { example?: string } {
  const { decimals, empty, numerator, denominator, times } = ratio
  if (decimals === undefined || empty === undefined) return {}
  const counts = Object.fromEntries([
    ...denominator.map((one) => [one, 1] as const),
    ...numerator.map((one) => [one, 2] as const),
  ])
  const rate = rateOf({ numerator, denominator, times, decimals, empty }, counts)!
  const is = wordsFor('IS', '', language)
  const facts = Object.entries(counts).map(([name, n]) => `${wordsFor('NAME', name, language)} ${is} ${n}`)
  const unit = times === 100 ? wordsFor('PERCENT', '', language) : wordsFor('POINT', '', language)
  const value = `${language === 'vi' ? rate.replace('.', ',') : rate} ${unit}`
  const given = [asOfFact(effective?.on, language), ...facts]
  return { example: exampleText(language, 'E0902', question, given, value) }
}

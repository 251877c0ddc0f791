import { type Instant, toMoment } from '@motcua/calendar'
import { sayCells } from '../../evaluate/say-cells.ts'
import { sayFacts } from '../../evaluate/say-facts.ts'
import { dimsOf } from '../../compile/cells.ts'
import type { Compiled } from '../../compile/compiled.ts'
import { decide } from '../../evaluate/decide.ts'
import { sayValue } from '../../evaluate/say-value.ts'
import { readFacts } from '../../evaluate/facts.ts'
import { both, sayAmount, sayBases, sayMoment, small } from '../../evaluate/say.ts'
import type { Bilingual, Diagnostic, Findings, Fix } from '../../source/diagnostic.ts'
import { wordsFor } from '../../syntax/phrase-table.ts'
import { type GivenFacts, asExample, exampleLine } from '../example-line.ts'
import { type Office, sayOffice } from '../office.ts'
import { quantitiesOf } from '../times.ts'
import type { Compared } from '../sweep/compare.ts'
import { membersOf } from './answers.ts'
import { directionOf, directionWords } from './direction.ts'
import type { Home } from '../../compile/homes.ts'
import type { Joint, PlacedPair } from './pairs.ts'
import { recordedDifference } from './records.ts'
import { type Rewrite, tightestRewrite } from './rewrite.ts'
import type { Shown, Verdict } from './verdict.ts'

/** A case that falls behind the nation. */
export interface FailingCase {
  readonly home: Home
  readonly pair: PlacedPair
  readonly verdict: Failing
}

interface Failure {
  readonly compiled: Compiled
  readonly joint: Joint
  readonly office: Office
  /** Cases of one rule that fail alike. */
  readonly cases: readonly [FailingCase, ...FailingCase[]]
}

/** Says that a rule falls behind the nation: an error, or a warning where the file records the difference. */
export function reportFailure({ compiled, joint, office, cases }: Failure, findings: Findings): void {
  const [first, ...others] = cases
  const { home, pair, verdict } = first
  const direction = directionOf(pair.question)
  const record = recordedDifference(home, compiled.acts[joint.own]!, compiled.acts[joint.national]!)
  const rewrite = rewriteOf(first)
  const number = numbers[verdict.is]
  const message = headline(first)
  findings.add(`${record ? 'W' : 'E'}${number}`, spanOf(home), message, {
    help: directionWords[direction],
    notes: [
      ...(record ? [record] : []),
      ...counterExamples(pair, verdict),
      ...(rewrite ? [sayRewrite(rewrite, office)] : []),
      ...others.flatMap((one) => [inCells(one.pair), ...counterExamples(one.pair, one.verdict)]),
    ],
    ...example(first, rewrite, number),
    ...fixOf(home, rewrite),
  })
}

const numbers = { laxer: '0601', incomparable: '0602', contradicts: '0603' } as const

type Failing = Extract<Verdict, { is: 'laxer' | 'incomparable' | 'contradicts' }>

/** Whether a verdict is a fault of the province's rule. */
export const fails = (verdict: Verdict): verdict is Failing => verdict.is in numbers

const spanOf = ({ one }: Home) => one.effects[0]?.span ?? one.span

function rewriteOf({ pair, verdict }: FailingCase): Rewrite | undefined {
  if (pair.question.kind !== 'deadline' || verdict.is === 'contradicts') return undefined
  return tightestRewrite(pair, directionOf(pair.question))
}

function headline({ pair, verdict }: FailingCase): Bilingual {
  const where = sayCells(pair.cells, dimsOf(pair.question))
  const said = headlines[verdict.is]
  const floor = sayBases(pair.national.cites)
  const demand = sayDemand(pair, verdict.shown)
  const { phrase } = pair.question
  return {
    vi: `«${phrase.vi}» ${said.vi} (${floor.vi}: ${demand.vi})${where.vi && `, ${where.vi}`}`,
    en: `\`${phrase.en}\` ${said.en} (${floor.en}: ${demand.en})${where.en && `, ${where.en}`}`,
  }
}

function inCells(pair: PlacedPair): Bilingual {
  const where = sayCells(pair.cells, dimsOf(pair.question))
  return { vi: `cũng vậy ${where.vi}:`, en: `likewise ${where.en}:` }
}

const headlines: Readonly<Record<Failing['is'], Bilingual>> = {
  laxer: { vi: 'lỏng hơn văn bản quốc gia', en: 'is laxer than the national act' },
  incomparable: {
    vi: 'không chặt hơn mà cũng không lỏng hơn văn bản quốc gia',
    en: 'is neither stricter nor laxer than the national act',
  },
  contradicts: { vi: 'trái với văn bản quốc gia', en: 'contradicts the national act' },
}

/** What the nation demands, in a few words. */
function sayDemand({ national: { does } }: PlacedPair, { national }: Shown): Bilingual {
  if (does.op === 'add' || does.op === 'before') return sayAmount(does.n, does.unit)
  if (does.op === 'published') {
    return { vi: 'thời gian công bố của thủ tục', en: 'the published time of the procedure' }
  }
  if (does.op === 'share') {
    return { vi: `${does.share.part}/${does.share.of}`, en: `${does.share.part}/${does.share.of}` }
  }
  return sayAnswer(national)
}

function counterExamples(pair: PlacedPair, verdict: Failing): Bilingual[] {
  if (pair.question.kind !== 'deadline') return [apart(pair, verdict.shown)]
  const compared = 'compared' in verdict ? verdict.compared : undefined
  const early = directionOf(pair.question) === 'no-earlier'
  const words = [
    { vi: 'muộn hơn', en: 'later than it' },
    { vi: 'sớm hơn', en: 'earlier than it' },
  ]
  const [bad, good] = early ? words.toReversed() : words
  const share = (minutes: number | undefined) => (compared ? percent(minutes!, compared) : undefined)
  const [badShare, goodShare] = early
    ? [share(compared?.earlier), share(compared?.later)]
    : [share(compared?.later), share(compared?.earlier)]
  return [
    worst(pair, verdict.shown, bad!, badShare),
    ...(verdict.is === 'incomparable' ? [worst(pair, verdict.other, good!, goodShare)] : []),
  ]
}

function worst(pair: PlacedPair, shown: Shown, how: Bilingual, share: Bilingual | undefined): Bilingual {
  const facts = sayFacts(pair.question.key, shown.facts)
  const given = both((lang) => small(facts[lang]))
  const [own, national] = [shown.own, shown.national].map((at) => sayMoment(toMoment(at as Instant)))
  const part = share ?? { vi: '', en: '' }
  return {
    vi: `${how.vi}${part.vi}, nặng nhất: ${given.vi} → ${own!.vi}; theo văn bản quốc gia → ${national!.vi}`,
    en: `${how.en}${part.en}, at worst: ${given.en} → ${own!.en}; by the national act → ${national!.en}`,
  }
}

function percent(minutes: number, { minutes: all }: Compared): Bilingual {
  const tenths = Math.max(1, Math.round((minutes / all) * 1_000))
  const text = minutes === all ? '100' : (Math.min(tenths, 999) / 10).toFixed(1)
  return { vi: ` trên ${text.replace('.', ',')} % số phút`, en: ` on ${text} % of all minutes` }
}

/** What the nation has and the province lacks, or the two answers side by side. */
function apart({ question }: PlacedPair, { facts, own, national }: Shown): Bilingual {
  const [a, b] = [membersOf(own), membersOf(national)]
  const lacking = b.filter((one) => !a.includes(one))
  const extra = a.filter((one) => !b.includes(one))
  const named = directionOf(question) === 'none-but' ? extra : lacking
  if (named.length > 0) {
    const said = sayValue(named)
    return directionOf(question) === 'none-but'
      ? { vi: `yêu cầu thêm: ${said.vi}`, en: `it also asks for: ${said.en}` }
      : { vi: `còn thiếu: ${said.vi}`, en: `it lacks: ${said.en}` }
  }
  const [mine, theirs] = [sayAnswer(own), sayAnswer(national)]
  const given = facts.limit ? sayFacts(question.key, { limit: facts.limit }) : { vi: '', en: '' }
  return {
    vi: `${given.vi && `${given.vi}: `}${mine.vi}; theo văn bản quốc gia: ${theirs.vi}`,
    en: `${given.en && `${given.en}: `}${mine.en}; by the national act: ${theirs.en}`,
  }
}

const sayAnswer = (value: unknown): Bilingual =>
  value === null ? { vi: 'không quy định', en: 'not regulated' } : sayValue(value)

function sayRewrite({ n, unit, verdict }: Rewrite, office: Office): Bilingual {
  const minutes = verdict.is === 'kept' ? (verdict.compared?.minutes ?? 0) : 0
  const [amount, hours] = [sayAmount(n, unit), sayOffice(office)]
  return {
    vi: `viết an toàn: ${amount.vi} (đã kiểm trên ${minutes.toLocaleString('vi')} phút, ${hours.vi})`,
    en: `safe to write: ${amount.en} (checked on ${minutes.toLocaleString('en')} minutes, ${hours.en})`,
  }
}

/** The counter-example as a test: it fails now and holds once the rule keeps to the nation. */
function example(
  { home: { tree }, pair, verdict: { shown } }: FailingCase,
  rewrite: Rewrite | undefined,
  number: string,
): Pick<Diagnostic, 'example'> {
  const { facts, national } = shown
  const answer = rewrite ? answerOf(pair, rewrite, facts) : national
  const line = exampleLine(tree.language, `E${number}`, pair.question, facts, answer)
  return asExample(line)
}

function answerOf(pair: PlacedPair, { effect }: Rewrite, facts: GivenFacts): unknown {
  const { ownReceipt, question, calendar } = pair
  return decide({
    question,
    effect,
    facts: readFacts(question, facts),
    calendar,
    ...(ownReceipt ? { receipt: ownReceipt } : {}),
  }).value
}

/** Puts the amount that is safe in place of the one that is written. */
function fixOf({ one, tree }: Home, rewrite: Rewrite | undefined): Pick<Diagnostic, 'fixes'> {
  const [quantity] = one.effects[0] ? quantitiesOf(one.effects[0]) : []
  if (!rewrite || !quantity) return {}
  const said = sayAmount(rewrite.n, rewrite.unit)
  const text = `${String(rewrite.n).padStart(2, '0')} ${wordsFor('UNIT', rewrite.unit, tree.language)}`
  const fix: Fix = { label: said, span: quantity.span, text }
  return { fixes: [fix] }
}

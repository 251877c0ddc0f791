import type { Case, Counted, Effect, Modifier, Placed, Regulation, Rule, Share } from '../ast/nodes.ts'
import { conditionFacts } from '../compile/cells.ts'
import type { Bilingual, Findings, Language } from '../source/diagnostic.ts'
import type { Span } from '../source/span.ts'
import { wordsFor } from '../syntax/phrase-table.ts'
import { events } from '../vocabulary/facts.ts'
import { periods } from '../vocabulary/names.ts'
import { type QuestionInfo, type QuestionKind, questionOf } from '../vocabulary/questions.ts'
import { checkFigures, standTogether } from './figures/index.ts'
import { checkBackwards, checkMonths, checkTimes, eventsOf, quantitiesOf } from './times.ts'
import { checkQuantity, checkShare } from './units.ts'

/** What a rule may say, by the kind of question it answers. `follows` may answer any question. */
const allowed: Readonly<Record<QuestionKind, readonly Effect['k'][]>> = {
  deadline: [
    ...['within', 'sequence', 'published', 'before', 'later', 'earlier'],
    ...['at', 'sameDay', 'nextOpening', 'agreed'],
  ] as readonly Effect['k'][],
  day: ['onDay'],
  amount: ['share', 'amount', 'agreed'],
  set: ['via', 'consists'],
  list: ['consists', 'scale'],
  notification: ['via'],
  flag: ['answer'],
  class: ['determined', 'classify'],
  count: ['count'],
  text: ['text'],
  schedule: ['schedule'],
  format: ['form'],
  ratio: ['ratio'],
  score: ['score', 'adds'],
  moves: ['move', 'starts', 'ends'],
  reminders: ['remindBefore', 'remindEvery'],
}

const modifiersOf: Readonly<Partial<Record<QuestionKind, readonly Modifier['k'][]>>> = {
  deadline: ['outside', 'cutoff', 'ceiling', 'atEnd'],
  day: ['cutoff'],
  notification: ['plus'],
  score: ['missing'],
}

/** Checks each rule by itself: that it cites, that it answers the question it opens with, that its words fit. */
export function checkRules(regulation: Regulation, findings: Findings): void {
  for (const rule of regulation.rules) checkRule(regulation, rule, questionOf.get(rule.question)!, findings)
}

function checkRule(regulation: Regulation, rule: Rule, question: QuestionInfo, findings: Findings): void {
  if (!rule.broken && rule.cases.every(({ effects }) => effects.length === 0)) {
    findings.add('E0411', rule.span, {
      vi: `quy tắc «${question.phrase.vi}» chưa trả lời gì`,
      en: `the rule \`${question.phrase.en}\` answers nothing`,
    })
  }
  for (const one of rule.modifiers) checkModifier(regulation, one, question, findings)
  for (const one of rule.cases) checkCase(regulation, rule, one, question, findings)
}

function checkCase(
  regulation: Regulation,
  rule: Rule,
  one: Case,
  question: QuestionInfo,
  findings: Findings,
): void {
  if (one.when) checkCondition(one, question, findings)
  if (!rule.broken && one.effects.length === 0 && rule.cases.length > 1) {
    findings.add('E0411', one.span, { vi: 'trường hợp này chưa trả lời gì', en: 'this case answers nothing' })
  }
  const [first, ...others] = one.effects
  for (const extra of others) {
    if (standTogether(first!, extra)) continue
    findings.add(
      'E0405',
      extra.span,
      {
        vi: 'một trường hợp chỉ có một câu trả lời; muốn có câu thứ hai thì mở trường hợp khác bằng «khi»',
        en: 'a case has one answer; open another case with `when` for a second one',
      },
      { related: [{ span: first!.span, message: { vi: 'câu trả lời thứ nhất', en: 'the first answer' } }] },
    )
  }
  for (const effect of one.effects) checkEffect(regulation, effect, question, findings)
  for (const modifier of one.modifiers) checkModifier(regulation, modifier, question, findings)
  checkTimes(rule, one, question, findings)
  checkFigures(regulation, rule, one, question, findings)
}

function checkEffect(
  regulation: Regulation,
  effect: Placed<Effect>,
  question: QuestionInfo,
  findings: Findings,
): void {
  if (effect.cites.length === 0) noCitation(effect.span, findings)
  if (effect.k !== 'follows' && effect.k !== 'notRecorded' && !allowed[question.kind].includes(effect.k)) {
    findings.add('E0302', effect.span, {
      vi: `câu này không trả lời được câu hỏi «${question.phrase.vi}», loại ${kindWords[question.kind].vi}`,
      en: `this statement does not answer \`${question.phrase.en}\`, which asks for ${kindWords[question.kind].en}`,
    })
    return
  }
  for (const event of eventsOf(effect, question)) checkEvent(event, effect.span, question, findings)
  for (const quantity of quantitiesOf(effect)) checkQuantity(quantity, findings)
  checkMonths(effect, regulation, findings)
  for (const share of sharesOf(effect)) checkShare(share, question, regulation, findings)
  checkBackwards(effect, findings)
  for (const word of wordsOf(effect)) checkWord(word, effect.span, question, findings)
  if (effect.k === 'schedule') checkPeriods(effect.periods, effect.span, findings)
  if (effect.k === 'count') checkCounted(effect.of, effect.span, question, findings)
}

function checkModifier(
  regulation: Regulation,
  one: Placed<Modifier>,
  question: QuestionInfo,
  findings: Findings,
): void {
  if (one.cites.length === 0) noCitation(one.span, findings)
  if (one.k === 'plus') for (const word of one.channels) checkWord(word, one.span, question, findings)
  // Only a time granted to an applicant ends with something done to the dossier.
  const fits = one.k === 'atEnd' ? question.granted : modifiersOf[question.kind]?.includes(one.k)
  if (fits) {
    if (one.k !== 'ceiling') return
    checkEvent(one.event, one.span, question, findings)
    checkQuantity(one.duration, findings)
    checkMonths(one, regulation, findings)
    return
  }
  findings.add('E0302', one.span, {
    vi: `câu này không dùng được cho câu hỏi «${question.phrase.vi}»`,
    en: `this statement has no place in a rule for \`${question.phrase.en}\``,
  })
}

/** What an effect names of the closed list that its question is answered from. */
function wordsOf(effect: Effect): readonly string[] {
  if (effect.k === 'via') return effect.channels
  if (effect.k === 'consists') return effect.words
  if (effect.k === 'scale') return effect.grades.map(({ grade }) => grade)
  if (effect.k === 'schedule') return [...(effect.to ?? []), ...(effect.content ?? [])]
  return effect.k === 'determined' || effect.k === 'classify' ? [effect.word] : []
}

function checkPeriods(words: readonly string[], span: Span, findings: Findings): void {
  const stray = words.find((word) => !periods.includes(word))
  if (stray === undefined) return
  findings.add('E0303', span, {
    vi: `«${wordsFor('NAME', stray, 'vi')}» không phải là kỳ; các kỳ là: ${periods.map((one) => wordsFor('NAME', one, 'vi')).join(', ')}`,
    en: `\`${wordsFor('NAME', stray, 'en')}\` is not a period; the periods are: ${periods.map((one) => wordsFor('NAME', one, 'en')).join(', ')}`,
  })
}

function checkCounted(of: Counted, span: Span, question: QuestionInfo, findings: Findings): void {
  const counts = question.counts ?? 'times'
  if (of === counts) return
  const [vi, en] = [
    wordsFor('TIMES', counts === 'times' ? '' : counts, 'vi'),
    wordsFor('TIMES', counts === 'times' ? '' : counts, 'en'),
  ]
  findings.add('E0303', span, {
    vi: `câu hỏi «${question.phrase.vi}» đếm theo «${vi}»`,
    en: `\`${question.phrase.en}\` is answered in \`${en}\``,
  })
}

function checkWord(word: string, span: Span, question: QuestionInfo, findings: Findings): void {
  if (question.words?.includes(word)) return
  const [vi, en] = [wordsFor('NAME', word, 'vi'), wordsFor('NAME', word, 'en')]
  findings.add('E0303', span, {
    vi: `câu hỏi «${question.phrase.vi}» không có câu trả lời «${vi}»`,
    en: `\`${en}\` is not an answer to \`${question.phrase.en}\``,
  })
}

function noCitation(span: Span, findings: Findings): void {
  findings.add('E0410', span, {
    vi: 'chưa nêu căn cứ: viết căn cứ điểm … khoản … Điều … trước câu này',
    en: 'no citation: write `cite point … clause … article …` before this statement',
  })
}

function checkEvent(event: string, span: Span, question: QuestionInfo, findings: Findings): void {
  if (eventsKnown(question).includes(event)) return
  findings.add('E0304', span, {
    vi: `câu hỏi «${question.phrase.vi}» không biết thời điểm này; nó biết: ${known(question, 'vi')}`,
    en: `\`${question.phrase.en}\` is not told this moment; it is told: ${known(question, 'en')}`,
  })
}

function checkCondition(one: Case, question: QuestionInfo, findings: Findings): void {
  for (const { dim, condition } of conditionFacts(one.when!)) {
    if (question.facts.some(({ name }) => name === dim)) continue
    findings.add('E0304', condition.span, {
      vi: `câu hỏi «${question.phrase.vi}» không được cho biết điều này; nó biết: ${known(question, 'vi')}`,
      en: `\`${question.phrase.en}\` is not told this; it is told: ${known(question, 'en')}`,
    })
  }
}

/** The facts a question is asked with, as the language names them. */
function known(question: QuestionInfo, lang: Language): string {
  return question.facts
    .flatMap(({ name, type }) => {
      if (name === 'asOf') return [wordsFor('AS_OF', '', lang)]
      if (type === 'pauses' || type === 'outages') return []
      if (name === 'limit') return [wordsFor('PUBLISHED_LIMIT', '', lang)]
      if (type === 'boolean') return [wordsFor('FLAG', name, lang)]
      if (type === 'number') return [wordsFor('NUMERIC', name, lang)]
      if (type !== 'instant') return [wordsFor('DIMENSION', name, lang)]
      return []
    })
    .concat(eventsKnown(question).map((key) => wordsFor('EVENT', key, lang)))
    .join(', ')
}

/** The events a rule for the question may count from. */
const eventsKnown = (question: QuestionInfo): string[] =>
  question.facts.flatMap(({ name, events: called }) =>
    called ? [...called] : [...events.values()].filter(({ fact }) => fact === name).map(({ key }) => key),
  )

function sharesOf(effect: Effect): Share[] {
  if (effect.k === 'share') return [effect.share]
  return effect.k === 'within' && effect.duration.k === 'share' ? [effect.duration] : []
}

/** The form of an answer in words. */
export const kindWords: Readonly<Record<QuestionKind, Bilingual>> = {
  deadline: { vi: 'thời hạn', en: 'a deadline' },
  day: { vi: 'ngày', en: 'a day' },
  amount: { vi: 'lượng thời gian', en: 'an amount of time' },
  set: { vi: 'tập hợp', en: 'a set' },
  list: { vi: 'danh sách', en: 'a list' },
  notification: { vi: 'cách thông báo', en: 'how a notice is given' },
  flag: { vi: 'có hoặc không', en: 'yes or no' },
  class: { vi: 'phân loại', en: 'a class' },
  count: { vi: 'số lượng', en: 'a count' },
  text: { vi: 'nội dung ghi nguyên văn', en: 'a text' },
  schedule: { vi: 'chế độ định kỳ', en: 'a schedule' },
  format: { vi: 'cách đặt tên', en: 'a format' },
  ratio: { vi: 'tỷ lệ', en: 'a ratio' },
  score: { vi: 'điểm số', en: 'a score' },
  moves: { vi: 'các bước chuyển trạng thái', en: 'moves between states' },
  reminders: { vi: 'các mốc nhắc việc', en: 'reminders' },
}

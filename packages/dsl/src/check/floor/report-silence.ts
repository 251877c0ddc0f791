import type { Regulation, Rule } from '../../ast/nodes.ts'
import type { Compiled } from '../../compile/compiled.ts'
import type { Bilingual, Findings } from '../../source/diagnostic.ts'
import type { QuestionInfo } from '../../vocabulary/questions.ts'
import type { Joint, Sorted } from './pairs.ts'

/**
 * One line for everything the province leaves to a national act by saying nothing; the questions are its notes. What
 * both answer and no sweep can compare is named too, so that nobody takes it for proven.
 */
export function reportSilence(
  tree: Regulation,
  { acts }: Compiled,
  joint: Joint,
  sorted: readonly Sorted[],
  undecided: readonly QuestionInfo[],
  findings: Findings,
): void {
  const left = sorted.filter(({ inherited }) => inherited.length > 0)
  if (left.length === 0 && undecided.length === 0) return
  const { number, symbol } = acts[joint.national]!
  const line = tree.complies.find((one) => one.symbol === symbol) ?? tree.complies[0]!
  findings.add(
    'I0604',
    line.span,
    {
      vi: `${left.length} câu hỏi văn bản này không quy định hết, nên theo ${number}`,
      en: `${left.length} questions that this text does not regulate in full, so ${number} holds`,
    },
    {
      notes: [...left.map(sayLeft), ...undecided.map(sayUndecided)],
    },
  )
}

const sayLeft = ({ question: { phrase }, inherited, cells }: Sorted): Bilingual =>
  inherited.length === cells
    ? phrase
    : {
        vi: `${phrase.vi} (${inherited.length}/${cells} trường hợp)`,
        en: `${phrase.en} (${inherited.length} of ${cells} cases)`,
      }

const sayUndecided = ({ phrase }: QuestionInfo): Bilingual => ({
  vi: `chưa đối chiếu được: ${phrase.vi}`,
  en: `not compared: ${phrase.en}`,
})

/** A rule that records a difference from the nation of which there is none. */
export function reportSuperfluous(tree: Regulation, differing: ReadonlySet<Rule>, findings: Findings): void {
  for (const rule of tree.rules) {
    const [deviation] = rule.deviations
    if (!deviation || differing.has(rule)) continue
    findings.add('W0604', deviation.span, {
      vi: 'câu này thừa: quy tắc không khác văn bản quốc gia nào mà văn bản này tuân thủ',
      en: 'this line is superfluous: the rule does not differ from any national act this text complies with',
    })
  }
}

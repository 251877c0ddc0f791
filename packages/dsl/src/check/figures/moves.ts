import type { Case, Effect, Placed } from '../../ast/nodes.ts'
import { truthOf } from '../../figures/truth.ts'
import { sayWord } from '../../evaluate/explain-words.ts'
import type { Bilingual, Findings } from '../../source/diagnostic.ts'
import type { CivilDate } from '@motcua/calendar'
import type { State } from '../../vocabulary/figures.ts'
import { type QuestionInfo, questionOf } from '../../vocabulary/questions.ts'
import { saySituation } from './example-line.ts'
import { situationsOf } from './situations.ts'

type Move = Placed<Extract<Effect, { k: 'move' }>>

/**
 * The life of an account: it has one first state, every state is reached from it, a state with no way out is said to be
 * a last one, no move is open twice at once, and what times a move is a deadline.
 */
export function checkMoves({ effects, span }: Case, question: QuestionInfo, findings: Findings): void {
  const moves = effects.flatMap((one) => (one.k === 'move' ? [one] : []))
  const starts = effects.flatMap((one) => (one.k === 'starts' ? [one] : []))
  const ends = effects.flatMap((one) => (one.k === 'ends' ? [one] : []))
  const [start, second] = starts
  if (!start || second) {
    findings.add(
      'E0906',
      second?.span ?? span,
      { vi: 'phải có đúng một trạng thái đầu', en: 'there is exactly one first state' },
      { help: { vi: 'viết: trạng thái đầu là …', en: 'write: first state is …' } },
    )
    return
  }
  reach(start.state, moves, findings)
  for (const { to, span: at } of moves) {
    if (moves.some(({ from }) => from === to) || ends.some(({ state }) => state === to)) continue
    findings.add('E0908', at, {
      vi: `từ «${word(to).vi}» không chuyển đi đâu được; nếu đúng vậy thì viết: trạng thái cuối là ${word(to).vi}`,
      en: `no move leads out of \`${word(to).en}\`; if so, write: last state is ${word(to).en}`,
    })
  }
  for (const { state, span: at } of ends) {
    if (moves.every(({ from }) => from !== state)) continue
    findings.add('E0908', at, {
      vi: `«${word(state).vi}» không phải trạng thái cuối: còn có thể chuyển tiếp`,
      en: `\`${word(state).en}\` is not a last state: a move leads out of it`,
    })
  }
  for (const [i, move] of moves.entries()) {
    if (move.by !== undefined && questionOf.get(move.by)!.kind !== 'deadline') untimed(move, findings)
    const rival = moves.slice(0, i).find((one) => one.from === move.from && one.to === move.to)
    if (rival) twice(question, rival, move, findings)
  }
}

const word = (state: State): Bilingual => sayWord('STATE', state)

function reach(start: State, moves: readonly Move[], findings: Findings): void {
  const reached = new Set<State>([start])
  for (let before = 0; before < reached.size;) {
    before = reached.size
    for (const { from, to } of moves) if (reached.has(from)) reached.add(to)
  }
  for (const { from, span } of moves) {
    if (reached.has(from)) continue
    findings.add('E0906', span, {
      vi: `không chuyển nào dẫn tới «${word(from).vi}»`,
      en: `no move leads to \`${word(from).en}\``,
    })
  }
}

function untimed({ by, span }: Move, findings: Findings): void {
  const { phrase } = questionOf.get(by!)!
  findings.add('E0302', span, {
    vi: `«${phrase.vi}» không phải là một thời hạn`,
    en: `\`${phrase.en}\` is not a deadline`,
  })
}

function twice(question: QuestionInfo, first: Move, second: Move, findings: Findings): void {
  const tests = [first.test, second.test].flatMap((one) => (one ? [one] : []))
  const both = situationsOf(question, tests, '2026-01-05' as CivilDate).find((situation) =>
    [first, second].every(({ test }) => !test || truthOf(test, situation) === true),
  )
  if (!both) return
  const at = saySituation(question, both)
  findings.add(
    'E0401',
    second.span,
    {
      vi: `hai cách chuyển cùng lúc từ «${word(first.from).vi}» sang «${word(first.to).vi}»${at.vi && ` khi ${at.vi}`}`,
      en: `two moves at once from \`${word(first.from).en}\` into \`${word(first.to).en}\`${at.en && ` given ${at.en}`}`,
    },
    { related: [{ span: first.span, message: { vi: 'cách thứ nhất', en: 'the first one' } }] },
  )
}

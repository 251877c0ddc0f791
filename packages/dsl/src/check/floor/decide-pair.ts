import { meaningOf } from '../../compile/meaning.ts'
import { compareAnswers } from './answers.ts'
import { compareDeadlines } from './deadlines.ts'
import { type Direction } from './direction.ts'
import type { PlacedPair } from './pairs.ts'
import type { Verdict } from './verdict.ts'

/** Whether the province keeps to the nation in these cells; the same pair over the same time is proven once. */
export function decidePair(pair: PlacedPair, direction: Direction, office: string): Verdict {
  const meaning = (effect: PlacedPair['own'] | undefined) => (effect ? meaningOf(effect) : '')
  const [own, national] = [meaning(pair.own), meaning(pair.national)]
  const [ownReceipt, nationalReceipt] = [meaning(pair.ownReceipt), meaning(pair.nationalReceipt)]
  if (pair.own.does.op === 'follow') return { is: 'delegated' }
  if (own === national && ownReceipt === nationalReceipt) return { is: 'same' }
  const key = [
    direction,
    pair.question.key,
    JSON.stringify(pair.cells[0]),
    own,
    national,
    ownReceipt,
    nationalReceipt,
    pair.from,
    pair.to,
    office,
  ].join('\u0000')
  const known = proven.get(key)
  if (known) return known
  const timed = pair.question.kind === 'deadline'
  const verdict = timed ? compareDeadlines(pair, direction) : compareAnswers(pair, direction)
  if (proven.size >= most) proven.clear()
  proven.set(key, verdict)
  return verdict
}

/** An editor checks the same rules at every keystroke; what was proven of them stays proven. */
const proven = new Map<string, Verdict>()
const most = 1_000

import { type Clock, clockOf } from '../../../../packages/dsl/src/check/sweep/clock.ts'
import { compareClocks } from '../../../../packages/dsl/src/check/sweep/compare.ts'
import type { Term } from '../../../../packages/dsl/src/check/sweep/term.ts'
import { momentAt } from './inputs.ts'
import { lawOf } from './laws.ts'
import { race } from './measure.ts'
import { type Line, alone } from './table.ts'

/** A term of the province held against one of the nation at every minute of ten years. */
export async function benchProofs(rounds: number): Promise<Line[]> {
  const { calendar } = lawOf('tuyen-quang')
  const event: Term = { k: 'event' }
  const add = (of: Term, n: number, unit: 'working-hour' | 'working-day'): Term => ({ k: 'add', of, n, unit })
  const pairs: readonly (readonly [string, Term, Term])[] = [
    ['07 against 08 working hours', add(event, 7, 'working-hour'), add(event, 8, 'working-hour')],
    [
      '08 hours after a cut-off against 01 working day',
      add({ k: 'received', of: event, second: 17 * 3_600 }, 8, 'working-hour'),
      add(event, 1, 'working-day'),
    ],
  ]
  const lines: Line[] = []
  for (const [name, province, nation] of pairs) {
    const clocks = (): [Clock, Clock] => [clockOf(province, calendar), clockOf(nation, calendar)]
    const prove = () => compareClocks(...clocks(), momentAt('2019-01-01'), momentAt('2028-12-20'))
    const [time] = await race(rounds, [{ name, count: 1, run: prove }])
    const { minutes, stretches, later, earlier } = prove()
    lines.push({
      ...alone(`floor over ten years: ${name}`, time!, { mostNs: 200e6 }),
      ratio: `${minutes.toLocaleString('en')} minutes in ${stretches} stretches; later on ${later}, earlier on ${earlier}`,
    })
  }
  return lines
}

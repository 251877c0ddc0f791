import { addWorkingDays, addWorkingSeconds, fromMoment } from '@motcua/calendar'
import { askBare, caseOf, momentOf, prepare, steps } from '@motcua/dsl'
import { intakeByHand } from './by-hand.ts'
import { type Engine, type Facts, enginesOf, peersAreInstalled } from './engines.ts'
import { draw, inputs } from './inputs.ts'
import { lawOf } from './laws.ts'
import { race } from './measure.ts'
import { type Decision, decisionOf } from './rows.ts'
import { type Line, alone, beside } from './table.ts'

/** A decision with its deadline: the compiled rules beside what a programmer would write for the one province. */
export async function benchDecision(rounds: number): Promise<Line[]> {
  const { calendar, ...bound } = lawOf('long-an')
  const prepared = prepare({ calendar, ...bound }, 'intake.decision')
  const row = new Float64Array(prepared.layout.size).fill(NaN)
  const kinds = [
    ['filed 2019–2027, three ways of filing', draw('2019-01-01', '2027-12-01', 3, 1)],
    ['filed online under the decree: every one has a deadline', draw('2025-07-01', '2027-12-01', 1, 2)],
  ] as const
  const lines: Line[] = []
  for (const [name, { moments, cells }] of kinds) {
    const byHand = () => {
      let sum = 0
      for (let i = 0; i < inputs; i++) {
        const due = intakeByHand(calendar, moments[i]!, cells[i]!)
        if (due === due) sum += due % 1_000_003
      }
      return sum
    }
    const compiled = () => {
      let sum = 0
      for (let i = 0; i < inputs; i++) {
        row[1] = moments[i]!
        const due = momentOf(prepared, row, cells[i]!)
        if (due === due) sum += due % 1_000_003
      }
      return sum
    }
    if (byHand() !== compiled()) throw new Error('the rules and the function written by hand do not agree')
    const [hand, ours] = await race(rounds, [
      { name: 'TypeScript by hand', count: inputs, run: byHand },
      { name: 'compiled', count: inputs, run: compiled },
    ])
    lines.push(beside(`deadline, ${name}`, ours!, hand!, { most: 3 }))
  }
  return lines
}

/** Which case answers: the rules beside rule engines that hold the same rows, prepared once. */
export async function benchEngines(rounds: number): Promise<Line[]> {
  if (!peersAreInstalled) return []
  const decisions: readonly (readonly [string, Decision])[] = [
    ['intake, Long An', decisionOf(lawOf('long-an'), 'intake.decision')],
    ['answers to questions, Tuyên Quang', decisionOf(lawOf('tuyen-quang'), 'question.answer')],
    ['payment channels, Tuyên Quang', decisionOf(lawOf('tuyen-quang'), 'payment.channels')],
  ]
  const lines: Line[] = []
  for (const [name, decision] of decisions) lines.push(...(await benchChoice(rounds, name, decision)))
  return lines
}

async function benchChoice(rounds: number, name: string, decision: Decision): Promise<Line[]> {
  const { bound, cells, rows, question } = decision
  const drawn = draw('2019-02-01', '2027-12-01', cells.length, 10)
  const prepared = prepare(bound, question)
  const row = new Float64Array(prepared.layout.size).fill(NaN)
  const chosen = Int32Array.from(drawn.cells, (cell, i) => {
    row[0] = drawn.moments[i]!
    return caseOf(prepared, row, cell)
  })
  const choose = () => {
    let sum = 0
    for (let i = 0; i < inputs; i++) {
      row[0] = drawn.moments[i]!
      sum += caseOf(prepared, row, drawn.cells[i]!)
    }
    return sum
  }
  const facts = Array.from(drawn.cells, (cell, i): Facts => {
    return { day: Math.floor((drawn.moments[i]! + 25_200) / 86_400), ...cells[cell]! }
  })
  const lines: Line[] = []
  for (const engine of enginesOf(decision)) {
    await mustAgree(engine, facts, chosen)
    const few = 2_048
    const [ours, theirs] = await race(Math.min(rounds, 5), [
      { name: 'compiled', count: inputs, run: choose },
      { name: engine.name, count: few, run: () => decideAll(engine, facts, few) },
    ])
    const goal = engine.compilesToCode ? {} : { least: 1_000 }
    lines.push(beside(`which case, ${name} (${rows.length} rows)`, ours!, theirs!, goal))
  }
  return lines
}

async function decideAll({ decide }: Engine, facts: readonly Facts[], count: number): Promise<number> {
  let sum = 0
  for (let i = 0; i < count; i++) {
    const answer = decide(facts[i]!)
    sum += typeof answer === 'number' ? answer : await answer
  }
  return sum
}

async function mustAgree(
  { name, decide }: Engine,
  facts: readonly Facts[],
  chosen: Int32Array,
): Promise<void> {
  for (let i = 0; i < 2_000; i++) {
    const answer = await decide(facts[i]!)
    if (answer === chosen[i]) continue
    throw new Error(`${name} answers ${answer}, not ${chosen[i]!}: ${JSON.stringify(facts[i])}`)
  }
}

/** The calendar itself: what every deadline is made of. */
export async function benchCalendar(rounds: number): Promise<Line[]> {
  const { calendar } = lawOf('tuyen-quang')
  const { moments } = draw('2019-02-01', '2027-06-01', 1, 4)
  const [hours, days] = await race(rounds, [
    {
      name: 'hours',
      count: inputs,
      run: () => {
        let sum = 0
        for (let i = 0; i < inputs; i++) sum += addWorkingSeconds(calendar, moments[i]!, 8 * 3_600) % 1_009
        return sum
      },
    },
    {
      name: 'days',
      count: inputs,
      run: () => {
        let sum = 0
        for (let i = 0; i < inputs; i++) sum += addWorkingDays(calendar, moments[i]!, 10) % 1_009
        return sum
      },
    },
  ])
  return [
    alone('add 8 working hours, 2019–2027', hours!, { mostNs: 100 }),
    alone('add 10 working days, 2019–2027', days!, { mostNs: 50 }),
  ]
}

/** The reasons of an answer as plain data, and the bare answer, both from plain facts with instants as text. */
export async function benchSteps(rounds: number): Promise<Line[]> {
  const bound = lawOf('long-an')
  const { moments } = draw('2025-07-01', '2027-12-01', 1, 3)
  const facts = Array.from(moments, (at) => ({ submittedAt: fromMoment(at) }))
  const each = (work: (one: (typeof facts)[number]) => unknown) => () => {
    let sum = 0
    for (let i = 0; i < inputs; i++) if (work(facts[i]!)) sum++
    return sum
  }
  const [bare, told] = await race(rounds, [
    { name: 'the bare answer', count: inputs, run: each((one) => askBare(bound, 'intake.decision', one)) },
    { name: 'steps', count: inputs, run: each((one) => steps(bound, 'intake.decision', one)) },
  ])
  return [beside('explanation as steps, facts read from text', told!, bare!, { mostNs: 1_000 })]
}

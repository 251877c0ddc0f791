import { fromMoment } from '@motcua/calendar'
import { type Columns, askBare, columnsOf, prepare, replay } from '@motcua/dsl'
import { draw, momentAt } from './inputs.ts'
import { lawOf } from './laws.ts'
import { dice, race } from './measure.ts'
import { type Line, alone } from './table.ts'

/** A million dossiers under two laws: the versions of one province, and the rules of another. */
export async function benchReplay(rounds: number): Promise<Line[]> {
  const tuyenQuang = lawOf('tuyen-quang')
  const longAn = lawOf('long-an')
  const pairs = [
    [
      'intake.decision',
      'of 2019 and 2025',
      { law: tuyenQuang, asOf: momentAt('2020-01-01') },
      { law: tuyenQuang, asOf: momentAt('2026-01-01') },
    ],
    ['question.answer', 'of Tuyên Quang and Long An', { law: tuyenQuang }, { law: longAn }],
  ] as const
  const lines: Line[] = []
  for (const [question, versions, before, after] of pairs) {
    const columns = columnsAt(question, before.law, 1_000_000)
    const [time] = await race(Math.min(rounds, 5), [
      { name: question, count: 1, run: () => replay(before, after, columns) },
    ])
    const { same, earlier, later, gained, lost } = replay(before, after, columns)
    lines.push({
      ...alone(`1,000,000 dossiers under two rules, ${question} ${versions}`, time!, { mostNs: 100e6 }),
      ratio: `${same} same, ${earlier} earlier, ${later} later, ${gained + lost} on one side only`,
    })
  }
  return lines
}

/** Dossiers in the order they came in, as an archive hands them out. */
function columnsAt(question: string, law: Parameters<typeof prepare>[0], count: number): Columns {
  const { layout } = prepare(law, question)
  const { moments, cells } = draw('2019-02-01', '2027-06-01', layout.cells.length, 6, count)
  moments.sort()
  const facts = new Float64Array(count * layout.size).fill(NaN)
  for (let i = 0; i < count; i++) facts[i * layout.size + 1] = moments[i]!
  const few = columnsOf(question, [{ [layout.moments[0]!]: fromMoment(moments[0]!) }])
  if (few.facts[1] !== facts[1]) throw new Error('the columns are not as the engine lays them')
  return { question, count, facts, cells: Uint16Array.from(cells), others: new Map() }
}

/** Lines of requests turned into lines of answers, as `rules eval` does, without reading and writing them. */
export async function benchEval(rounds: number): Promise<Line[]> {
  const law = lawOf('tuyen-quang')
  const roll = dice(9)
  const { moments } = draw('2019-07-10', '2027-06-01', 1, 8)
  const limit = () => ({ n: 1 + roll(30), unit: 'working-day' })
  const requests = Array.from(moments, (at, id) => {
    const text = fromMoment(at)
    const kinds = [
      { question: 'intake.decision', facts: { submittedAt: text } },
      { question: 'processing.due', facts: { acceptedAt: text, limit: limit() } },
      {
        question: 'question.answer',
        facts: { receivedAt: text, scope: ['own', 'cross-agency', 'special'][roll(3)] },
      },
      { question: 'payment.channels', facts: { asOf: text, level: ['3', '4', 'partial', 'full'][roll(4)] } },
    ]
    return JSON.stringify({ id, tenant: 'tuyen-quang', ...kinds[roll(kinds.length)] })
  })
  const [time] = await race(rounds, [
    {
      name: 'a line',
      count: requests.length,
      run: () => {
        let length = 0
        for (const line of requests) length += reply(line).length
        return length
      },
    },
  ])
  return [
    {
      ...alone('a line of `rules eval`, in and out as text', time!, { mostNs: 10_000 }),
      ratio: `${Math.round(1e9 / time!.ns).toLocaleString('en')} lines a second`,
    },
  ]

  function reply(line: string): string {
    const { id, question, facts } = JSON.parse(line) as {
      id: number
      question: string
      facts: Record<string, unknown>
    }
    const { answer, basis, provisional } = askBare(law, question, facts)
    return JSON.stringify({ id, answer, basis, provisional })
  }
}

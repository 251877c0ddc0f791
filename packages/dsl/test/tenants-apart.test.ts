import { expect, test } from 'vitest'
import { type BoundProgram, type OfficeHours, ask, bindCalendar } from '../src/index.ts'
import { demonstrationHours, filesOf, programOf } from './law.ts'

const longAnHours: OfficeHours = {
  weekdays: [1, 2, 3, 4, 5],
  sessions: [
    { from: '07:00', to: '11:30' },
    { from: '13:00', to: '16:30' },
  ],
  closures: [{ date: '2026-03-11', name: { vi: 'Lễ hội địa phương', en: 'Local festival' } }],
}

const question = 'intake.decision'
const submissions = Array.from({ length: 200 }, (_, i) => {
  const day = 1 + (i % 28)
  const [hour, minute] = [(i * 7) % 24, (i * 13) % 60]
  const two = (n: number) => String(n).padStart(2, '0')
  return `2026-0${3 + (i % 5)}-${two(day)}T${two(hour)}:${two(minute)}:00+07:00`
})

/** Every answer of a tenant asked alone, in a program nobody else has touched. */
const alone = (bound: BoundProgram) =>
  submissions.map((submittedAt) => JSON.stringify(ask(bound, question, { submittedAt })))

test('two tenants asked in turn 10,000 times give what each gives alone', () => {
  const tenants = [
    { bound: bindCalendar(programOf(filesOf('long-an')), longAnHours), expected: [] as string[] },
    { bound: bindCalendar(programOf(filesOf('phu-tho')), demonstrationHours), expected: [] as string[] },
  ]
  for (const tenant of tenants) tenant.expected = alone(tenant.bound)
  expect(tenants[0]!.expected).not.toEqual(tenants[1]!.expected)

  for (let i = 0; i < 10_000; i++) {
    const { bound, expected } = tenants[i % 2]!
    const at = Math.floor(i / 2) % submissions.length
    const answer = ask(bound, question, { submittedAt: submissions[at]! })
    if (JSON.stringify(answer) !== expected[at]) throw new Error(`turn ${i}: ${JSON.stringify(answer)}`)
  }
})

test('the tables of a program cannot be written in', () => {
  const { compiled } = programOf(filesOf('long-an'))
  const writable = compiled as unknown as { effects: { does: { n: number } }[] }
  expect(() => {
    writable.effects[0]!.does.n = 1
  }).toThrow(TypeError)
})

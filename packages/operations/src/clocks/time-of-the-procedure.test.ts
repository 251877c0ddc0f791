import { addDays, dateOf, instant, type CivilDate } from '@motcua/calendar'
import { expect, test, vi } from 'vitest'
import { processingClock } from '../rules/determine.ts'
import { openOffices } from '../testing.ts'

vi.setConfig({ testTimeout: 30_000 })

const { open } = await openOffices()

/** The n-th weekday after a day of a month without holidays, counted by hand. */
function weekdayAfter(from: CivilDate, n: number): CivilDate {
  let on = from
  for (let left = n; left > 0;) {
    on = addDays(on, 1)
    if (![0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay())) left--
  }
  return on
}

test.each([
  ['TQ19-12.3b.2', 'tuyen-quang', '2021-03-01T09:00:00+07:00'],
  ['HN19-10.1a', 'ha-nam', '2026-03-02T09:00:00+07:00'],
  ['PT20-9.3b.2', 'phu-tho', '2026-03-02T09:00:00+07:00'],
] as const)('%s: no procedure of %s is promised later than its own time', async (_, province, at) => {
  const { tenant } = await (await open(province)).visitor()
  const acceptedAt = instant(at)
  const cases = [...tenant.procedures.values()]
    .flatMap(({ procedure }) => procedure.cases)
    .filter(({ limit }) => limit.unit === 'working-day' && limit.n <= 20)
  expect(cases.length).toBeGreaterThan(10)
  for (const { limit } of cases) {
    const last = weekdayAfter(dateOf(acceptedAt), limit.n)
    const dueAt = processingClock(tenant, acceptedAt, limit).dueAt!
    expect([limit.n, dateOf(dueAt)]).toEqual([limit.n, last])
  }
})

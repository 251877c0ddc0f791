// Run by time-zone.test.ts under several process time zones; every line must come out the same.
import {
  addMonths,
  addWorkingDays,
  addWorkingSeconds,
  dateOf,
  fromMoment,
  instant,
  strip,
  toMoment,
} from '../src/index.ts'
import { office } from './office.ts'

for (const text of [
  '2019-07-12T16:00:00+07:00',
  '2021-03-14T07:30:00Z',
  '2025-11-02T06:30:00Z',
  '2026-08-21T23:59:59-04:00',
]) {
  const start = toMoment(instant(text))
  const hours = addWorkingSeconds(office, start, 28_800)
  const others = [addWorkingDays(office, start, 10), addMonths(office, start, 1)].map(fromMoment)
  console.log(
    instant(text),
    fromMoment(hours),
    ...others,
    dateOf(instant(text)),
    JSON.stringify(strip(office, start, hours)),
  )
}

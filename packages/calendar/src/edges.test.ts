import { expect, test } from 'vitest'
import { office } from '../test/office.ts'
import { edgesBetween } from './edges.ts'
import { fromMoment, instant, toMoment } from './time.ts'

const at = (text: string) => toMoment(instant(`${text}:00+07:00`))
const told = (from: string, to: string) =>
  edgesBetween(office, at(from), at(to)).map((moment) => fromMoment(moment).slice(0, 16))

test('a working day has its midnight, its openings and its closings', () => {
  expect(told('2026-03-06T00:00', '2026-03-06T23:59')).toEqual([
    '2026-03-06T00:00',
    '2026-03-06T07:30',
    '2026-03-06T12:00',
    '2026-03-06T13:30',
    '2026-03-06T17:00',
  ])
})

test('a rest day has its midnight alone, and both ends are included', () => {
  expect(told('2026-03-06T17:00', '2026-03-09T07:30')).toEqual([
    '2026-03-06T17:00',
    '2026-03-07T00:00',
    '2026-03-08T00:00',
    '2026-03-09T00:00',
    '2026-03-09T07:30',
  ])
})

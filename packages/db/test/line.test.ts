import { expect, test } from 'vitest'
import { Line } from '../src/line.ts'

test('a province that asks for much waits for itself, not before others', () => {
  const line = new Line<string>()
  for (let n = 1; n <= 100; n++) line.stand('noisy', `noisy ${n}`)
  line.stand('quiet', 'quiet 1')
  line.stand('calm', 'calm 1')
  line.stand('quiet', 'quiet 2')
  const order = Array.from({ length: 6 }, () => line.next())
  expect(order).toEqual(['noisy 1', 'quiet 1', 'calm 1', 'noisy 2', 'quiet 2', 'noisy 3'])
})

test('everybody has a turn, in the order they came within a province', () => {
  const line = new Line<number>()
  for (let n = 0; n < 50; n++) line.stand(`province ${n % 7}`, n)
  const order = Array.from({ length: 50 }, () => line.next()!)
  expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, n) => n))
  for (let p = 0; p < 7; p++) {
    const own = order.filter((n) => n % 7 === p)
    expect(own).toEqual(own.toSorted((a, b) => a - b))
  }
  expect(line.next()).toBeUndefined()
})

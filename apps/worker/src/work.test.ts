import { expect, test, vi } from 'vitest'
import { work } from './work.ts'

test('rounds go on without a pause while there is more to do, and end when the worker is called away', async () => {
  const stopping = new AbortController()
  const left = [true, true, true, false]
  const round = vi.fn(async () => {
    const more = left.shift() ?? false
    if (left.length === 0) stopping.abort()
    return { more }
  })
  const began = performance.now()
  await work(round, { signal: stopping.signal, pauseMs: 5000, onError: () => {} })
  expect(round).toHaveBeenCalledTimes(4)
  expect(performance.now() - began).toBeLessThan(1000)
})

test('a round that fails is reported and tried again, and never ends the worker', async () => {
  const stopping = new AbortController()
  const errors: unknown[] = []
  let rounds = 0
  await work(
    async () => {
      if (++rounds === 3) stopping.abort()
      else throw new Error(`fault ${rounds}`)
      return { more: false }
    },
    { signal: stopping.signal, pauseMs: 1, onError: (error) => errors.push(error) },
  )
  expect(errors).toEqual([new Error('fault 1'), new Error('fault 2')])
})

test('a round under way is finished before the worker ends', async () => {
  const stopping = new AbortController()
  let finished = false
  await work(
    async () => {
      stopping.abort()
      await new Promise((resolve) => setTimeout(resolve, 20))
      finished = true
      return { more: true }
    },
    { signal: stopping.signal, pauseMs: 1, onError: () => {} },
  )
  expect(finished).toBe(true)
})

import { expect, test } from 'vitest'
import { listen } from './serve.ts'

const one = { hosts: ['127.0.0.1'], port: 0 }

test('a taken port is told in one sentence', async () => {
  const first = await listen((_, response) => response.end(), one)
  const second = listen((_, response) => response.end(), { ...one, port: first.port })
  await expect(second).rejects.toThrow(
    `port ${first.port} is taken by another program; stop it, or choose another with PORT`,
  )
  await first.stop()
})

test('an address this machine does not have is left out while another is there', async () => {
  const open = await listen((_, response) => response.end('here'), {
    hosts: ['192.0.2.1', '127.0.0.1'],
    port: 0,
  })
  expect(await (await fetch(`http://127.0.0.1:${open.port}`)).text()).toBe('here')
  await open.stop()
  await expect(listen(() => {}, { hosts: ['192.0.2.1'], port: 0 })).rejects.toThrow('correct HOST')
})

test('stopping lets what is under way finish and takes nothing new', async () => {
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>()
  const open = await listen((_, response) => {
    arrive()
    setTimeout(() => response.end('done'), 100)
  }, one)
  const answer = fetch(`http://127.0.0.1:${open.port}`)
  await arrived
  await open.stop()
  expect(await (await answer).text()).toBe('done')
  await expect(fetch(`http://127.0.0.1:${open.port}`)).rejects.toThrow()
})

test('what does not finish in time is cut off', async () => {
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>()
  const open = await listen(() => arrive(), one)
  const answer = fetch(`http://127.0.0.1:${open.port}`).catch(() => 'cut off')
  await arrived
  await open.stop(50)
  expect(await answer).toBe('cut off')
})

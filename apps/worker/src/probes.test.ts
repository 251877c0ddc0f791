import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { answers, opens } from './probes.ts'

const server = createServer((request, response) => {
  response.statusCode = request.url === '/broken' ? 503 : 200
  response.end('x')
})
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
const { port } = server.address() as AddressInfo
afterAll(() => server.close())

const soon = () => AbortSignal.timeout(2000)

test('a page that opens is up, one that answers with a fault or not at all is not', async () => {
  await expect(opens(`http://long-an.localhost:${port}/`, soon())).resolves.toBeUndefined()
  await expect(opens(`http://long-an.localhost:${port}/broken`, soon())).rejects.toThrow('answered 503')
  await expect(opens('http://long-an.localhost:9/', soon())).rejects.toThrow()
})

test('a gateway is up where it takes a connection', async () => {
  await expect(answers(`http://localhost:${port}/pay`, soon())).resolves.toBeUndefined()
  await expect(answers('smtp://localhost:9', soon())).rejects.toThrow()
})

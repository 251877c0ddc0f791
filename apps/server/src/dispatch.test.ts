import { request as ask, type IncomingHttpHeaders } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { dispatch, type Doors, type Handler } from './dispatch.ts'
import { addressHeader } from './env.ts'
import { listen, type Listening } from './serve.ts'

let open: Listening | undefined
afterEach(async () => open?.stop(100))

/** Says which window it is and what it was told of who asks. */
const window =
  (name: string): Handler =>
  (request, response) =>
    response.end(
      JSON.stringify({
        name,
        address: request.headers[addressHeader],
        by: request.headers['x-forwarded-proto'],
      }),
    )

async function start(doors: Partial<Doors> = {}) {
  open = await listen(
    dispatch({
      portal: window('portal'),
      desk: window('desk'),
      outside: (request, response) => response.end(`outside ${request.url}`),
      fetch: async (input) => new Response(`api ${new URL(input).pathname}`),
      baseHost: 'localhost',
      trustProxy: false,
      listing: async () => '<h1>provinces</h1>',
      ...doors,
    }),
    { hosts: ['127.0.0.1'], port: 0 },
  )
  const { port } = open
  return (host: string, path = '/', headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<{ status: number; text: string; headers: IncomingHttpHeaders }>((resolve, reject) => {
      const asked = ask(
        { host: '127.0.0.1', port, path, method, headers: { host, ...headers } },
        (response) => {
          let text = ''
          response.on('data', (chunk: Buffer) => (text += chunk))
          response.on('end', () => resolve({ status: response.statusCode!, text, headers: response.headers }))
        },
      )
      asked.on('error', reject).end()
    })
}

test('a host of a province leads to the portal, the desk’s to the desk, the bare one to the listing', async () => {
  const get = await start()
  expect(JSON.parse((await get('long-an.localhost:3000')).text).name).toBe('portal')
  expect(JSON.parse((await get('DESK.localhost:3000')).text).name).toBe('desk')
  expect((await get('localhost:3000')).text).toBe('<h1>provinces</h1>')
  expect((await get('127.0.0.1')).text).toBe('<h1>provinces</h1>')
  expect((await get('[::1]:3000')).text).toBe('<h1>provinces</h1>')
})

test('what other systems call is led out of the windows, whatever host they name', async () => {
  const get = await start()
  expect((await get('127.0.0.1', '/exchange/v1/procedures')).text).toBe('outside /exchange/v1/procedures')
  expect((await get('long-an.localhost', '/exchange/x')).text).toBe('outside /exchange/x')
  expect((await get('long-an.localhost', '/api/v1/key')).text).toBe('outside /api/v1/key')
})

test('the health of the process is told under any host', async () => {
  const get = await start()
  expect((await get('long-an.localhost', '/readyz')).text).toBe('api /readyz')
  expect((await get('127.0.0.1', '/healthz')).text).toBe('api /healthz')
})

test('what a browser says of its own address and protocol is not believed', async () => {
  const get = await start()
  const lies = { 'x-forwarded-for': '1.2.3.4', 'x-forwarded-proto': 'https', [addressHeader]: '5.6.7.8' }
  expect(JSON.parse((await get('long-an.localhost', '/', lies)).text)).toEqual({
    name: 'portal',
    address: '127.0.0.1',
    by: 'http',
  })
})

test('behind a proxy the last address it names is the one who asks', async () => {
  const get = await start({ trustProxy: true })
  const said = { 'x-forwarded-for': '1.2.3.4, 203.0.113.9', 'x-forwarded-proto': 'https' }
  expect(JSON.parse((await get('long-an.localhost', '/', said)).text)).toMatchObject({
    address: '203.0.113.9',
    by: 'https',
  })
})

test('every answer is taken for what it says, kept to https where it came so, and none echoes its request', async () => {
  const get = await start({ trustProxy: true })
  for (const path of ['/', '/healthz', '/api/v1/key', '/exchange/v1/procedures'])
    for (const proto of ['http', 'https']) {
      const { headers } = await get('long-an.localhost', path, { 'x-forwarded-proto': proto })
      expect(headers['x-content-type-options']).toBe('nosniff')
      const hsts = proto === 'https' ? 'max-age=31536000; includeSubDomains' : undefined
      expect(headers['strict-transport-security']).toBe(hsts)
    }
  expect(await get('long-an.localhost', '/', { cookie: 'a=b' }, 'TRACE')).toMatchObject({
    status: 405,
    text: '',
  })
})

test('an archive that does not answer leaves a listing that says so', async () => {
  const get = await start({ listing: () => Promise.reject(new Error('down')) })
  expect(await get('localhost')).toMatchObject({ status: 503, text: expect.stringContaining('gián đoạn') })
})

import { createServer, type IncomingMessage, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startSandbox, type Sandbox } from '../sandbox.ts'
import { createGuard, signatureHeaders, signatureOf } from './signing.ts'

const key = 'a key of one province'
const at = new Date('2026-03-02T02:00:00Z')
let sandbox: Sandbox
let province: Server
let calls: { path: string; headers: IncomingMessage['headers']; body: string }[]
let answerWith: { status: number; body: object }

beforeEach(async () => {
  calls = []
  answerWith = { status: 201, body: { submissionNo: 'TN-1' } }
  province = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += String(chunk)))
    request.on('end', () => {
      calls.push({ path: request.url!, headers: request.headers, body })
      response.writeHead(answerWith.status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(answerWith.body))
    })
  }).listen(0, '127.0.0.1')
  await once(province, 'listening')
  const url = `http://127.0.0.1:${(province.address() as AddressInfo).port}`
  const provinces = [{ id: 'tuyen-quang', key, url }]
  const now = (): Date => at
  sandbox = await startSandbox({
    port: 0,
    smtpPort: 0,
    host: '127.0.0.1',
    secret: 'secret!!',
    now,
    provinces,
  })
})
afterEach(async () => {
  province.close()
  await sandbox.close()
})

const state = (change: object = {}): string =>
  JSON.stringify({
    id: 'tq:d:2',
    submissionId: 'QG-1',
    submissionNo: 'TN-1',
    procedureCode: '1.004873',
    sequence: 2,
    status: 2,
    at: '2026-03-02T09:00:00+07:00',
    ...change,
  })

const url = (path: string): string => `http://127.0.0.1:${sandbox.port}/national-portal${path}`

function post(body: string, headers = signed(body)): Promise<number> {
  const sent = { ...headers, 'content-type': 'application/json' }
  return fetch(url('/states'), { method: 'POST', body, headers: sent }).then(({ status }) => status)
}

function signed(body: string, by = key, now = at) {
  const request = { method: 'POST', path: '/national-portal/states', body: new TextEncoder().encode(body) }
  return signatureHeaders(request, { province: 'tuyen-quang', key: by, now })
}

test('a state is taken in only with a fresh signature of its province over exactly its bytes', async () => {
  expect(await post(state())).toBe(202)
  expect(await post(state({ id: 'x' }), signed(state({ id: 'x' }), 'another key'))).toBe(401)
  expect(await post(state({ status: 9 }), signed(state()))).toBe(401)
  expect(
    await post(state({ id: 'y' }), signed(state({ id: 'y' }), key, new Date(at.getTime() - 301_000))),
  ).toBe(401)
  expect(sandbox.cabinet.listStates()).toHaveLength(1)
  expect(sandbox.cabinet.refusals.notSigned).toBe(3)
})

test('the same signed request is believed once', async () => {
  const headers = signed(state())
  expect([await post(state(), headers), await post(state(), headers)]).toEqual([202, 409])
})

test('a state sent again under its id is one state, and states stand in the order of what happened', async () => {
  await post(state({ id: 'c', sequence: 5, status: 9 }))
  await post(state())
  await post(state())
  expect(sandbox.cabinet.statesOf({ submissionId: 'QG-1' }).map(({ status }) => status)).toEqual([2, 9])
})

test('a portal that is out of order takes no state and counts what it refused', async () => {
  sandbox.cabinet.drill.out = true
  expect(await post(state())).toBe(503)
  expect([sandbox.cabinet.listStates().length, sandbox.cabinet.refusals.out]).toEqual([0, 1])
})

test('a state that is no state is not understood', async () => {
  expect(await post(state({ status: 11 }))).toBe(400)
  expect(await post('<xml/>', signed('<xml/>'))).toBe(400)
})

test('a filing goes out signed, and its number and what was answered can be read', async () => {
  const form = new FormData()
  form.set('province', 'tuyen-quang')
  form.set('procedureCode', '1.004873')
  form.set('applicant-fullName', 'Lý Thị Mai <b>')
  form.set('answer-purpose', 'Kết hôn')
  form.set('paper-to-khai', new File(['%PDF-1.7'], 'tờ khai.pdf'))
  const answer = await fetch(url('/filings'), {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: { origin: url('').replace('/national-portal', '') },
  })
  const sent = calls.find(({ path }) => path === '/exchange/v1/submissions')!
  const { 'x-exchange-timestamp': timestamp, 'x-exchange-nonce': nonce } = sent.headers as Record<
    string,
    string
  >
  const request = { method: 'POST', path: sent.path, body: new TextEncoder().encode(sent.body) }
  expect(sent.headers['x-exchange-signature']).toBe(
    signatureOf(request, { timestamp: timestamp!, nonce: nonce!, key }),
  )
  expect(JSON.parse(sent.body)).toMatchObject({
    applicant: { fullName: 'Lý Thị Mai <b>' },
    answers: { purpose: 'Kết hôn' },
    papers: [
      { paperId: 'to-khai', name: 'tờ khai.pdf', content: Buffer.from('%PDF-1.7').toString('base64') },
    ],
  })
  const page = await (await fetch(new URL(answer.headers.get('location')!, url('')))).text()
  expect(page).toContain('TN-1')
  expect(page).toContain('Lý Thị Mai &lt;b&gt;')
})

test('a filing that a province refuses says why and can be sent again', async () => {
  answerWith = { status: 422, body: { refusal: { code: 'papers-missing', data: { papers: ['to-khai'] } } } }
  const form = new FormData()
  form.set('province', 'tuyen-quang')
  await fetch(url('/filings'), {
    method: 'POST',
    body: form,
    headers: { origin: url('').replace('/national-portal', '') },
  })
  const [filing] = sandbox.cabinet.listFilings()
  expect(filing!.answer).toMatchObject({ status: 422, refusal: 'papers-missing {"papers":["to-khai"]}' })
})

test('a nonce is forgotten only after the signature it came with is too old', () => {
  const guard = createGuard()
  const request = { method: 'POST', path: '/p', body: new Uint8Array() }
  const headers = signatureHeaders(request, { province: 'a', key, now: at })
  const ask = (later: number) =>
    guard(request, (name) => headers[name], { key, now: new Date(at.getTime() + later * 1000) })
  expect([ask(0), ask(300), ask(301), ask(700)]).toEqual(['good', 'replayed', 'not-signed', 'not-signed'])
})

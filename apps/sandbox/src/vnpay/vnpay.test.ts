import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startSandbox, type Sandbox } from '../sandbox.ts'

const secret = 'the merchant and the gateway know this'
let sandbox: Sandbox
let at: Date
let merchant: Server
let calls: URLSearchParams[]
let answerWith: string

beforeEach(async () => {
  at = new Date('2026-08-04T02:00:00Z')
  calls = []
  answerWith = '00'
  merchant = createServer((request, response) => {
    calls.push(new URL(request.url!, 'http://x').searchParams)
    response.end(JSON.stringify({ RspCode: answerWith, Message: '' }))
  }).listen(0, '127.0.0.1')
  await once(merchant, 'listening')
  const options = { port: 0, smtpPort: 0, host: '127.0.0.1', secret: 'another secret', now: () => at }
  sandbox = await startSandbox({ ...options, vnpaySecret: secret, vnpayRetrySeconds: 300 })
})
afterEach(async () => {
  await sandbox.close()
  merchant.close()
})

const address = (path: string): string => `http://127.0.0.1:${sandbox.port}${path}`
const returnUrl = (): string => `http://127.0.0.1:${(merchant.address() as AddressInfo).port}/dossiers/1/fees`

/** The signature as the merchant works it out. */
function query(params: Record<string, string>, by = secret): string {
  const sorted = new URLSearchParams(Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1)))
  const hash = createHmac('sha512', by).update(sorted.toString()).digest('hex')
  return `${sorted}&vnp_SecureHash=${hash}`
}
const isSigned = (params: URLSearchParams): boolean => {
  const { vnp_SecureHash, ...rest } = Object.fromEntries(params)
  return query(rest).endsWith(`vnp_SecureHash=${vnp_SecureHash}`)
}
const order = (ref = 'HS1', amount = '5000000') => ({
  vnp_Version: '2.1.0',
  vnp_Command: 'pay',
  vnp_TmnCode: 'LONGAN01',
  vnp_Amount: amount,
  vnp_CurrCode: 'VND',
  vnp_TxnRef: ref,
  vnp_OrderInfo: 'Nop phi ho so <b>1</b>',
  vnp_ReturnUrl: returnUrl(),
  vnp_CreateDate: '20260804090000',
})
const open = (params: Record<string, string>, by?: string): Promise<Response> =>
  fetch(address(`/vnpay/paymentv2/vpcpay.html?${query(params, by)}`))
const choose = (ref: string, outcome: string): Promise<Response> =>
  fetch(address('/vnpay/pay'), {
    method: 'POST',
    body: new URLSearchParams({ merchant: 'LONGAN01', ref, outcome }),
    redirect: 'manual',
    headers: { origin: address('') },
  })
const pay = async (ref = 'HS1', outcome = '00'): Promise<URLSearchParams> => {
  await open(order(ref))
  return new URL((await choose(ref, outcome)).headers.get('location')!).searchParams
}
const post = (path: string, body: object = {}): Promise<Response> =>
  fetch(address(path), {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })
const deliver = () => post('/vnpay/deliver')

describe('the payment gateway', () => {
  test('shows the page to pay on only to a request the merchant signed', async () => {
    const page = await open(order())
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('50.000 đồng')])
    expect((await open(order('HS2'), 'another key')).status).toBe(400)
    expect(await (await open(order('HS2'), 'another key')).text()).toContain('70')
  })

  test('lets the form of its page lead back to the merchant, and of no other page anywhere', async () => {
    const policy = async (path: Promise<Response>) => (await path).headers.get('content-security-policy')
    expect(await policy(open(order()))).toContain(`form-action 'self' ${new URL(returnUrl()).origin}`)
    expect(await policy(fetch(address('/vnpay')))).toMatch(/form-action 'self'\s*(;|$)/)
  })

  test('writes what the merchant says as text, not as markup', async () => {
    expect(await (await open(order())).text()).toContain('Nop phi ho so &lt;b&gt;1')
  })

  test('sends the payer back and calls the merchant, both signed', async () => {
    const back = await pay()
    await deliver()
    expect(isSigned(back)).toBe(true)
    expect(
      calls.map((call) => [isSigned(call), call.get('vnp_TransactionStatus'), call.get('vnp_Amount')]),
    ).toEqual([[true, '00', '5000000']])
  })

  test('takes the money of one number once', async () => {
    await pay()
    expect((await open(order())).status).toBe(409)
    await choose('HS1', '00')
    await deliver()
    expect(calls).toHaveLength(1)
  })

  test('does not let another amount be paid under a number it knows', async () => {
    await open(order())
    expect((await open(order('HS1', '100'))).status).toBe(400)
  })

  test('calls again after its wait until the merchant says 00 or 02', async () => {
    answerWith = '99'
    await pay()
    await sandbox.bank.deliveries.flush()
    await sandbox.bank.deliveries.flush()
    expect(calls).toHaveLength(1)
    at = new Date(at.getTime() + 300_000)
    answerWith = '02'
    await sandbox.bank.deliveries.flush()
    at = new Date(at.getTime() + 300_000)
    await sandbox.bank.deliveries.flush()
    expect(calls).toHaveLength(2)
  })

  test('answers a signed question with a signed answer, and no other', async () => {
    await pay()
    const asked = [
      'r1',
      '2.1.0',
      'querydr',
      'LONGAN01',
      'HS1',
      '20260804090000',
      '20260804100000',
      '127.0.0.1',
      'x',
    ]
    const names = [
      'RequestId',
      'Version',
      'Command',
      'TmnCode',
      'TxnRef',
      'TransactionDate',
      'CreateDate',
      'IpAddr',
      'OrderInfo',
    ]
    const body = Object.fromEntries(names.map((name, i) => [`vnp_${name}`, asked[i]]))
    const vnp_SecureHash = createHmac('sha512', secret).update(asked.join('|')).digest('hex')
    const ask = async (with_: object): Promise<Record<string, string>> =>
      (await post('/vnpay/merchant_webapi/api/transaction', { ...body, ...with_ })).json() as never
    const { vnp_SecureHash: hash, ...answer } = await ask({ vnp_SecureHash })
    expect(answer).toMatchObject({ vnp_TransactionStatus: '00', vnp_Amount: '5000000' })
    expect(hash).toBe(createHmac('sha512', secret).update(Object.values(answer).join('|')).digest('hex'))
    expect((await ask({})).vnp_ResponseCode).toBe('97')
  })
})

describe('a gateway in a bad mood', () => {
  test('that is slow calls only when its time has come', async () => {
    await post('/vnpay/behaviour', { slowSeconds: 18_000 })
    await pay()
    at = new Date(at.getTime() + 17_999_000)
    await sandbox.bank.deliveries.flush()
    expect(calls).toHaveLength(0)
    at = new Date(at.getTime() + 2000)
    await sandbox.bank.deliveries.flush()
    expect(calls).toHaveLength(1)
  })

  test('that is down shows no page, takes no money, answers no question and calls nobody', async () => {
    await pay()
    await post('/vnpay/behaviour', { down: true })
    await deliver()
    expect([(await open(order('HS2'))).status, (await choose('HS1', '00')).status]).toEqual([503, 503])
    expect((await post('/vnpay/merchant_webapi/api/transaction')).status).toBe(503)
    expect(calls).toHaveLength(0)
    await post('/vnpay/behaviour', {})
    await deliver()
    expect(calls).toHaveLength(1)
  })

  test('that repeats itself calls as often as it was told', async () => {
    await post('/vnpay/behaviour', { duplicates: 4 })
    await pay()
    await deliver()
    expect(calls.map((call) => call.get('vnp_TransactionNo'))).toEqual(Array(5).fill('14000001'))
  })

  test('that keeps no order tells later payments first, and failures after the payment that mended them', async () => {
    await post('/vnpay/behaviour', { reorder: true, slowSeconds: 60 })
    await pay('HS1')
    await pay('HS2')
    await deliver()
    const told = calls.map((call) => `${call.get('vnp_TxnRef')} ${call.get('vnp_ResponseCode')}`)
    expect(told).toEqual(['HS2 00', 'HS2 51', 'HS1 00', 'HS1 51'])
  })

  test.each(['signature', 'amount', 'outcome'] as const)('lies about the %s', async (lie) => {
    await post('/vnpay/behaviour', { lie })
    const back = await pay('HS1', lie === 'outcome' ? '24' : '00')
    await deliver()
    const [call] = calls
    if (lie === 'signature') expect(isSigned(call!)).toBe(false)
    if (lie === 'amount') expect([isSigned(call!), call!.get('vnp_Amount')]).toEqual([true, '50000000'])
    if (lie === 'outcome') expect([call, back.get('vnp_ResponseCode')]).toEqual([undefined, '00'])
  })

  test('is told so from its own page only', async () => {
    const answer = await fetch(address('/vnpay/behaviour'), {
      method: 'POST',
      body: new URLSearchParams({ down: 'on' }),
      headers: { origin: 'http://elsewhere.example' },
    })
    expect([answer.status, sandbox.bank.behaviour.down]).toEqual([403, false])
  })
})

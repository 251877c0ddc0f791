import { createHmac } from 'node:crypto'
import { instant } from '@motcua/calendar'
import { describe, expect, test } from 'vitest'
import { GatewayDown, type GatewayOrder } from '../gateway.ts'
import { createVnpay } from './vnpay.ts'

const secret = 'RAOEXHYVSDDIIENYWSLDIIZTANXUXZFJ'
const now = instant('2026-08-04T09:00:00+07:00')
const order: GatewayOrder = {
  ref: 'HS7KQ2M9XD',
  amount: 50_000,
  info: 'Nop phi ho so 260804 7KQ2 M9XD',
  createdAt: now,
  expiresAt: instant('2026-08-04T09:15:00+07:00'),
}
const merchant = (answer: () => Promise<Response> = () => Promise.reject(new Error('not called'))) =>
  createVnpay({
    code: 'MOTCUA01',
    secret,
    payUrl: 'https://pay.example/paymentv2/vpcpay.html',
    apiUrl: 'https://pay.example/merchant_webapi/api/transaction',
    serverAddress: '192.0.2.1',
    fetch: answer as typeof fetch,
    timeoutMs: 1000,
  })

/** The signature worked out once more, by hand: sorted, form-encoded, HMAC-SHA512. */
function hash(params: Record<string, string>, by = secret): string {
  const encode = (text: string): string => encodeURIComponent(text).replaceAll('%20', '+')
  const text = Object.keys(params)
    .sort()
    .map((name) => `${encode(name)}=${encode(params[name]!)}`)
    .join('&')
  return createHmac('sha512', by).update(text).digest('hex')
}

const paid = {
  vnp_Amount: '5000000',
  vnp_BankCode: 'NCB',
  vnp_BankTranNo: 'VNP01995500',
  vnp_CardType: 'ATM',
  vnp_OrderInfo: order.info,
  vnp_PayDate: '20260804090212',
  vnp_ResponseCode: '00',
  vnp_TmnCode: 'MOTCUA01',
  vnp_TransactionNo: '14226112',
  vnp_TransactionStatus: '00',
  vnp_TxnRef: order.ref,
}
const notice = (params: Record<string, string>, vnp_SecureHash = hash(params)) =>
  merchant().read(new URLSearchParams({ ...params, vnp_SecureHash }))

describe('the redirect to VNPAY', () => {
  const at = {
    returnUrl: 'http://long-an.localhost/d/1?x=1',
    address: '203.0.113.7',
    locale: 'vi',
    now,
  } as const
  const url = new URL(merchant().payUrl(order, at))
  const { vnp_SecureHash, ...params } = Object.fromEntries(url.searchParams)

  test('is signed over every parameter in order, and counts money in hundredths', () => {
    expect(vnp_SecureHash).toBe(hash(params))
    expect(params).toMatchObject({ vnp_Amount: '5000000', vnp_TxnRef: order.ref, vnp_CurrCode: 'VND' })
    expect(params).toMatchObject({ vnp_CreateDate: '20260804090000', vnp_ExpireDate: '20260804091500' })
    expect(params.vnp_ReturnUrl).toBe(at.returnUrl)
  })

  test('writes a space of the order information as VNPAY does, with a plus', () => {
    expect(url.search).toContain('vnp_OrderInfo=Nop+phi+ho+so')
  })
})

describe('a notice of VNPAY', () => {
  test('that is signed and says 00 twice is a payment', () => {
    expect(notice(paid)).toEqual({
      ref: order.ref,
      outcome: 'paid',
      amount: 50_000,
      code: '00/00',
      gatewayNo: '14226112',
      bankCode: 'NCB',
      paidAt: '2026-08-04T09:02:12+07:00',
    })
  })

  test('is none where a byte of it was changed, another key signed it or nobody did', () => {
    expect(notice({ ...paid, vnp_Amount: '100' }, hash(paid))).toBeUndefined()
    expect(notice(paid, hash(paid, 'another key'))).toBeUndefined()
    expect(merchant().read(new URLSearchParams(paid))).toBeUndefined()
    expect(notice(paid, hash(paid).slice(1))).toBeUndefined()
  })

  test('of another merchant is none, though the same key signs it', () => {
    expect(notice({ ...paid, vnp_TmnCode: 'SOMEBODY' })).toBeUndefined()
  })

  test('is no payment unless both the answer and the transaction say 00', () => {
    expect(notice({ ...paid, vnp_ResponseCode: '24', vnp_TransactionStatus: '02' })!.outcome).toBe('failed')
    expect(notice({ ...paid, vnp_ResponseCode: '07' })!.outcome).toBe('failed')
    expect(notice({ ...paid, vnp_TransactionStatus: '01' })!.outcome).toBe('pending')
  })

  test('keeps its signature whatever the order of its parameters and whatever is added beside them', () => {
    const shuffled = new URLSearchParams(Object.entries({ ...paid, vnp_SecureHash: hash(paid) }).reverse())
    shuffled.set('utm_source', 'x')
    expect(merchant().read(shuffled)?.outcome).toBe('paid')
  })

  test('with an amount that is no number equals no fee', () => {
    expect(notice({ ...paid, vnp_Amount: '5e6' })!.amount).toBeNaN()
  })
})

describe('a question to VNPAY', () => {
  const asked = { now, requestId: 'r-1' }
  const answering = (body: object, status = 200) =>
    merchant(async () => Response.json(body, { status })).ask(order, asked)
  const answer = {
    vnp_ResponseId: 'a1',
    vnp_Command: 'querydr',
    vnp_ResponseCode: '00',
    vnp_Message: 'QueryDR Success',
    vnp_TmnCode: 'MOTCUA01',
    vnp_TxnRef: order.ref,
    vnp_Amount: '5000000',
    vnp_BankCode: 'NCB',
    vnp_PayDate: '20260804090212',
    vnp_TransactionNo: '14226112',
    vnp_TransactionType: '01',
    vnp_TransactionStatus: '00',
    vnp_OrderInfo: order.info,
    vnp_PromotionCode: '',
    vnp_PromotionAmount: '',
  }
  const signature = (of: object): string =>
    createHmac('sha512', secret).update(Object.values(of).join('|')).digest('hex')

  test('is answered by a signed answer about the same payment', async () => {
    const said = await answering({ ...answer, vnp_SecureHash: signature(answer) })
    expect(said).toMatchObject({ outcome: 'paid', amount: 50_000, gatewayNo: '14226112' })
  })

  test('is not answered by an unsigned answer, by one about another payment, by an error or by silence', async () => {
    const other = { ...answer, vnp_TxnRef: 'HSOTHER' }
    await expect(answering(answer)).rejects.toThrow(GatewayDown)
    await expect(answering({ ...other, vnp_SecureHash: signature(other) })).rejects.toThrow(GatewayDown)
    await expect(answering({}, 503)).rejects.toThrow(GatewayDown)
    await expect(merchant().ask(order, asked)).rejects.toThrow(GatewayDown)
  })

  test('about a payment VNPAY does not know leaves it open', async () => {
    expect((await answering({ vnp_ResponseCode: '91' })).outcome).toBe('pending')
  })
})

import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { noticeNow, type Bank } from './bank.ts'
import { Behaviour } from './behaviour.ts'
import { bankPage, downPage, errorPage, payPage } from './pages.ts'
import { hmac, isSigned, signedText } from './signature.ts'
import { vnpayWords } from './words.ts'

const apiFields = [
  'vnp_RequestId',
  'vnp_Version',
  'vnp_Command',
  'vnp_TmnCode',
  'vnp_TxnRef',
  'vnp_TransactionDate',
  'vnp_CreateDate',
  'vnp_IpAddr',
  'vnp_OrderInfo',
]

/** The outcomes a payer may choose: pay, give up, not enough money. */
const choices = ['00', '24', '51']

/** VNPAY as merchants and payers meet it: the page to pay on, the query interface, and its switches. */
export function vnpay(bank: Bank): Hono {
  const app = new Hono()
  app.get('/vnpay', (c) => c.html(bankPage(bank, vnpayWords(c.req.query('lang')))))

  app.get('/vnpay/paymentv2/vpcpay.html', (c) => {
    const params = c.req.query()
    const w = vnpayWords(params.vnp_Locale === 'en' ? 'en' : 'vi')
    if (bank.behaviour.down) return c.html(downPage(w), 503)
    if (!isSigned(signedText(params), params.vnp_SecureHash, bank.secret))
      return c.html(errorPage(w, '70', w.badSignature), 400)
    const { vnp_TmnCode, vnp_TxnRef, vnp_Amount, vnp_OrderInfo, vnp_CreateDate, vnp_ReturnUrl } = params
    if (!vnp_TmnCode || !vnp_TxnRef || !vnp_Amount || !vnp_CreateDate || !isAddress(vnp_ReturnUrl))
      return c.html(errorPage(w, '03', w.badRequest), 400)
    const transaction = bank.transactions.open({
      merchant: vnp_TmnCode,
      ref: vnp_TxnRef,
      amount: vnp_Amount,
      info: vnp_OrderInfo ?? '',
      createDate: vnp_CreateDate,
      returnUrl: vnp_ReturnUrl,
    })
    if (transaction.amount !== vnp_Amount) return c.html(errorPage(w, '02', w.otherAmount), 400)
    if (transaction.status === 'paid') return c.html(errorPage(w, '02', w.paidBefore), 409)
    return c.html(payPage(transaction, w))
  })

  app.post('/vnpay/pay', async (c) => {
    const form = (await c.req.parseBody()) as Record<string, string>
    const w = vnpayWords(form.lang)
    if (bank.behaviour.down) return c.html(downPage(w), 503)
    const transaction = bank.transactions.find(form.merchant ?? '', form.ref ?? '')
    if (!transaction || !choices.includes(form.outcome ?? ''))
      return c.html(errorPage(w, '01', w.unknown), 404)
    return c.redirect(bank.settle(transaction, form.outcome!), 303)
  })

  app.post('/vnpay/merchant_webapi/api/transaction', async (c) => {
    if (bank.behaviour.down) return c.json({ error: 'out-of-order' }, 503)
    const asked = (await c.req.json().catch(() => ({}))) as Record<string, string>
    const text = apiFields.map((name) => asked[name] ?? '').join('|')
    if (!isSigned(text, asked.vnp_SecureHash, bank.secret))
      return c.json({ vnp_ResponseCode: '97', vnp_Message: 'Invalid checksum' })
    const found = bank.transactions.find(asked.vnp_TmnCode ?? '', asked.vnp_TxnRef ?? '')
    if (!found || asked.vnp_Command !== 'querydr')
      return c.json({ vnp_ResponseCode: '91', vnp_Message: 'Order not found' })
    const now = noticeNow(found)
    const answer: Record<string, string> = {
      vnp_ResponseId: randomUUID().replaceAll('-', ''),
      vnp_Command: 'querydr',
      vnp_ResponseCode: '00',
      vnp_Message: 'QueryDR Success',
      vnp_TmnCode: found.merchant,
      vnp_TxnRef: found.ref,
      vnp_Amount: found.amount,
      vnp_BankCode: 'NCB',
      vnp_PayDate: found.payDate,
      vnp_TransactionNo: now.vnp_TransactionNo!,
      vnp_TransactionType: '01',
      vnp_TransactionStatus: found.status === 'open' ? '01' : now.vnp_TransactionStatus!,
      vnp_OrderInfo: found.info,
      vnp_PromotionCode: '',
      vnp_PromotionAmount: '',
    }
    return c.json({ ...answer, vnp_SecureHash: hmac(Object.values(answer).join('|'), bank.secret) })
  })

  app.post('/vnpay/behaviour', async (c) => {
    const isForm = c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')
    const given = (isForm ? await c.req.parseBody() : await c.req.json().catch(() => ({}))) as object
    bank.behaviour = Behaviour.parse(given)
    const lang = 'lang' in given && given.lang === 'en' ? 'en' : 'vi'
    return isForm ? c.redirect(`/vnpay?lang=${lang}`, 303) : c.json(bank.behaviour)
  })
  /** As if enough time had passed: every notice that is owed is sent now. */
  app.post('/vnpay/deliver', async (c) => {
    await bank.deliveries.flush({ all: true })
    const isForm = c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')
    const answers = bank.deliveries.done().map(({ answer }) => answer)
    return isForm ? c.redirect('/vnpay', 303) : c.json({ waiting: bank.deliveries.waiting(), answers })
  })
  return app
}

function isAddress(text: string | undefined): text is string {
  return text !== undefined && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}

/** Origin of the merchant a payer returns to; nothing where the address is none. */
export function merchantIn(returnUrl: string | undefined): string {
  return isAddress(returnUrl) ? new URL(returnUrl).origin : ''
}

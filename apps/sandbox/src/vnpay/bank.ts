import type { Behaviour } from './behaviour.ts'
import { openDeliveries, type Deliveries } from './deliveries.ts'
import { signedQuery } from './signature.ts'
import { openTransactions, type Transaction, type Transactions } from './transactions.ts'

/** The gateway behind its pages: its book, the notices it owes and its mood. */
export interface Bank {
  readonly transactions: Transactions
  readonly deliveries: Deliveries
  readonly secret: string
  behaviour: Behaviour
  /** Ends a payment as the payer chose. @returns where the payer's browser goes next */
  settle(transaction: Transaction, code: string): string
  close(): void
}

export function openBank({
  secret,
  now,
  retrySeconds,
}: {
  secret: string
  now: () => Date
  retrySeconds: number
}): Bank {
  const transactions = openTransactions()
  const bank: Bank = {
    transactions,
    secret,
    behaviour: { down: false, slowSeconds: 0, duplicates: 0, reorder: false, lie: 'none' },
    deliveries: openDeliveries({
      now,
      retrySeconds,
      isDown: () => bank.behaviour.down,
      isReversed: () => bank.behaviour.reorder,
    }),
    settle(transaction, code) {
      const { lie, reorder } = bank.behaviour
      const lied = lie === 'outcome' && code !== '00'
      const failedBefore = reorder && code === '00' ? notice(transaction, '51', vnpDate(now())) : undefined
      if (transaction.status !== 'paid') {
        transaction.status = code === '00' ? 'paid' : 'failed'
        transaction.code = code
        transaction.payDate = vnpDate(now())
        transaction.no = code === '00' ? transactions.nextNo() : '0'
        if (!lied) owe(transaction, failedBefore)
      }
      const told = lied
        ? { ...notice(transaction, '00', vnpDate(now())), vnp_TransactionNo: '999' }
        : noticeNow(transaction)
      return withQuery(transaction.returnUrl, signedQuery(told, secret))
    },
    close: () => bank.deliveries.close(),
  }

  /** Writes down the notices of a settled payment, in the bank's present mood. */
  function owe(transaction: Transaction, failedBefore: Record<string, string> | undefined): void {
    const { lie, slowSeconds, duplicates } = bank.behaviour
    const truth = noticeNow(transaction)
    const told = lie === 'amount' ? { ...truth, vnp_Amount: `${truth.vnp_Amount}0` } : truth
    const key = lie === 'signature' ? `${secret} of somebody else` : secret
    const address = new URL('/payments/vnpay/ipn', transaction.returnUrl)
    if (failedBefore) bank.deliveries.send(`${address}?${signedQuery(failedBefore, key)}`, slowSeconds)
    for (let sent = 0; sent <= duplicates; sent++)
      bank.deliveries.send(`${address}?${signedQuery(told, key)}`, slowSeconds)
  }
  return bank
}

/** What VNPAY says of a payment as it stands. */
export function noticeNow(transaction: Transaction): Record<string, string> {
  return notice(transaction, transaction.code || '24', transaction.payDate)
}

function notice(transaction: Transaction, code: string, payDate: string): Record<string, string> {
  return {
    vnp_TmnCode: transaction.merchant,
    vnp_Amount: transaction.amount,
    vnp_BankCode: 'NCB',
    vnp_CardType: 'ATM',
    vnp_OrderInfo: transaction.info,
    vnp_PayDate: payDate,
    vnp_ResponseCode: code,
    vnp_TransactionNo: code === '00' ? transaction.no : '0',
    vnp_TransactionStatus: code === '00' ? '00' : '02',
    vnp_TxnRef: transaction.ref,
  }
}

function withQuery(url: string, query: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}${query}`
}

/** `yyyyMMddHHmmss` in Vietnam. */
export function vnpDate(at: Date): string {
  return new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 19).replaceAll(/\D/g, '')
}

/** A payment at the gateway. */
export interface Transaction {
  /** Merchant code and the merchant's own number: together they name one payment. */
  readonly merchant: string
  readonly ref: string
  /** Hundredths of a đồng, as VNPAY counts. */
  readonly amount: string
  readonly info: string
  readonly createDate: string
  readonly returnUrl: string
  no: string
  status: 'open' | 'paid' | 'failed'
  /** VNPAY's code of the outcome: 00 paid, 24 cancelled, 51 not enough money. */
  code: string
  payDate: string
}

/** The gateway's book of payments, in memory. */
export interface Transactions {
  /** The payment of this number: opened now, or as it stands where the merchant sent its number before. */
  open(asked: Omit<Transaction, 'no' | 'status' | 'code' | 'payDate'>): Transaction
  find(merchant: string, ref: string): Transaction | undefined
  list(): readonly Transaction[]
  nextNo(): string
  clear(): void
}

export function openTransactions(most = 5000): Transactions {
  const book = new Map<string, Transaction>()
  let next = 14_000_001
  const key = (merchant: string, ref: string): string => `${merchant}\n${ref}`
  return {
    open(asked) {
      const name = key(asked.merchant, asked.ref)
      const known = book.get(name)
      if (known) return known
      const opened: Transaction = { ...asked, no: '0', status: 'open', code: '', payDate: '' }
      book.set(name, opened)
      if (book.size > most) book.delete(book.keys().next().value!)
      return opened
    },
    find: (merchant, ref) => book.get(key(merchant, ref)),
    list: () => [...book.values()].toReversed(),
    nextNo: () => String(next++),
    clear: () => book.clear(),
  }
}

import type { fees as vi } from '../vi/fees.ts'

/** Paying a fee. */
export const fees: typeof vi = {
  title: 'Pay the fee',
  none: 'Nothing has to be paid for this dossier on this system.',
  ahead: (amount: string) => `You will probably owe ${amount}.`,
  aheadLead:
    'Nothing is to be paid yet: the office asks for it when the dossier is accepted, before the result is returned. It may be less if you belong to a group with a reduction.',
  owed: 'To pay',
  to: 'To',
  before: {
    acceptance: 'The dossier is accepted once it is paid.',
    result: 'To be paid before the result is handed over.',
  },
  lines: 'Made up of',
  how: 'Choose how to pay',
  silent: 'The regulation names no particular way for this procedure; pay at the one-stop section.',
  paid: (amount, at) => `Paid ${amount} at ${at}.`,
  receipt: 'Receipt',
  seeReceipt: 'See the receipt',
  over: 'The dossier has ended; nothing more has to be paid.',
  online: {
    title: 'Online',
    lead: (gateway) => `Through ${gateway}: bank card, QR code or wallet.`,
    open: 'Pay online',
    ready: 'Ready to pay',
    readyLead: (until) =>
      `Go to the page of the payment gateway. It takes the money until ${until}; however often you go there, you pay once.`,
    go: (gateway) => `Go to ${gateway}`,
    ref: 'Transaction',
    missing: 'The province has no payment gateway yet. Choose another way.',
    national: 'It may also be paid on the National Public Service Portal',
  },
  transfer: {
    title: 'Bank transfer',
    lead: 'Transfer to the account of the office, or pay at a counter of the bank. Write exactly this text so that the money is recognised.',
    open: 'Get the text of the transfer',
    bank: 'Bank',
    number: 'Account number',
    holder: 'Account holder',
    content: 'Text of the transfer',
    after: 'The money is counted when the office has the bank’s statement, usually on the next working day.',
  },
  counter: {
    title: 'At the one-stop section',
    lead: (agency) => `Pay at ${agency} and get the receipt at once.`,
  },
  postal: {
    title: 'Through the public post',
    lead: 'Pay the postal officer; the post hands it over to the office in full.',
  },
  back: {
    paid: 'Paid',
    paidLead: 'The office has counted your payment.',
    failed: 'The payment did not succeed',
    failedLead: 'No money was taken. You may pay again or choose another way.',
    waiting: 'Waiting for the bank',
    waitingLead:
      'If money was taken, the payment will be counted by itself; do not pay again. Reload this page to see.',
  },
  open: 'A payment online is not finished yet.',
  refund: {
    due: 'A fee goes back where the agency cannot perform the procedure; not where a result is there and nobody fetches it.',
    silent: 'Refunds follow the law on fees and charges.',
    asked: 'A refund is being considered',
    approved: 'A refund was approved and will be paid',
    turned: 'Not refunded',
    paid: (amount, at) => `Refunded ${amount} at ${at}`,
  },
  surplus: (amount) => `${amount} were paid too much: the office gives them back.`,
}

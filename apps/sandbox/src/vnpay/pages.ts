import { html } from 'hono/html'
import { layout as boxLayout, time, type Html } from '../layout.ts'
import { words } from '../words.ts'
import type { Bank } from './bank.ts'
import type { Transaction } from './transactions.ts'
import type { VnpayWords } from './words.ts'

/** The page a payer is sent to: what is paid to whom, and how it shall end. */
export function payPage(transaction: Transaction, w: VnpayWords): Html {
  return layout(
    w,
    html`<h2>${w.title}</h2>
      ${facts(transaction, w)}
      <form method="post" action="/vnpay/pay">
        <input type="hidden" name="merchant" value="${transaction.merchant}" />
        <input type="hidden" name="ref" value="${transaction.ref}" />
        <input type="hidden" name="lang" value="${w.language}" />
        <div class="row">
          <button name="outcome" value="00">${w.pay}</button>
          <button class="quiet" name="outcome" value="24">${w.cancel}</button>
          <button class="quiet" name="outcome" value="51">${w.short}</button>
        </div>
      </form>`,
  )
}

/** The gateway seen from inside: its book, its notices and its switches. */
export function bankPage(bank: Bank, w: VnpayWords): Html {
  const { behaviour, transactions, deliveries } = bank
  return boxLayout(
    words[w.language],
    'vnpay',
    html`<p>${w.lead}</p>
      <h2>${w.list}</h2>
      ${transactions.list().length === 0 ? html`<p class="empty">${w.none}</p>` : ''}
      ${transactions
        .list()
        .slice(0, 50)
        .map((one) => facts(one, w))}
      <h2>${w.notices} <span class="count">${w.waiting(deliveries.waiting())}</span></h2>
      ${deliveries.done().length === 0 ? html`<p class="empty">${w.noNotices}</p>` : ''}
      <ul>
        ${deliveries
          .done()
          .slice(0, 50)
          .map(
            ({ url, answer, at }) =>
              html`<li>
                ${new URL(url).searchParams.get('vnp_TxnRef') ?? ''} ·
                ${new URL(url).searchParams.get('vnp_ResponseCode') ?? ''} · ${w.answer}: ${answer} ·
                ${time(at)}
              </li>`,
          )}
      </ul>
      <form method="post" action="/vnpay/deliver"><button class="quiet">${w.deliver}</button></form>
      <section class="outages">
        <h2>${w.behaviour}</h2>
        <form method="post" action="/vnpay/behaviour">
          <input type="hidden" name="lang" value="${w.language}" />
          <p>
            <label
              ><input type="checkbox" name="down" ${behaviour.down ? 'checked' : ''} /> ${w.isDown}</label
            >
          </p>
          <p>
            <label
              ><input type="checkbox" name="reorder" ${behaviour.reorder ? 'checked' : ''} />
              ${w.reorder}</label
            >
          </p>
          <p>
            <label for="slow">${w.slow}</label>
            <input id="slow" name="slowSeconds" inputmode="numeric" value="${behaviour.slowSeconds}" />
          </p>
          <p>
            <label for="duplicates">${w.duplicates}</label>
            <input id="duplicates" name="duplicates" inputmode="numeric" value="${behaviour.duplicates}" />
          </p>
          <p>
            <label for="lie">${w.lie}</label>
            <select id="lie" name="lie">
              ${(['none', 'signature', 'amount', 'outcome'] as const).map(
                (lie) =>
                  html`<option value="${lie}" ${behaviour.lie === lie ? 'selected' : ''}>
                    ${w.lies[lie]}
                  </option>`,
              )}
            </select>
          </p>
          <button>${w.save}</button>
        </form>
      </section>`,
  )
}

/** Says why a payment cannot begin, with VNPAY's code. */
export function errorPage(w: VnpayWords, code: string, why: string): Html {
  return layout(
    w,
    html`<h2>${w.error} ${code}</h2>
      <p>${why}</p>`,
  )
}

export function downPage(w: VnpayWords): Html {
  return layout(
    w,
    html`<h2>${w.error} 503</h2>
      <p>${w.down}</p>`,
  )
}

function facts(transaction: Transaction, w: VnpayWords): Html {
  const { merchant, ref, info, amount, status } = transaction
  return html`<dl>
    <dt>${w.merchant}</dt>
    <dd>${merchant}</dd>
    <dt>${w.ref}</dt>
    <dd>${ref}</dd>
    <dt>${w.info}</dt>
    <dd>${info}</dd>
    <dt>${w.amount}</dt>
    <dd>${new Intl.NumberFormat('vi-VN').format(Number(amount) / 100)} đồng</dd>
    <dt>${w.status}</dt>
    <dd>${w[status]}</dd>
  </dl>`
}

function layout(w: VnpayWords, body: Html): Html {
  return html`<!doctype html>
    <html lang="${w.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${w.title}</title>
        <link rel="stylesheet" href="/style.css" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <header><h1>${w.title}</h1></header>
        <main id="main">${body}</main>
      </body>
    </html>`
}

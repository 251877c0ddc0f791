import { html } from 'hono/html'
import { boxChannels, type Box, type BoxChannel, type Message } from './box.ts'
import { layout, time, type Html } from './layout.ts'
import type { Words } from './words.ts'

/** The list of one channel: letters as a table, text messages as a telephone shows them. */
export function listPage(box: Box, channel: BoxChannel, to: string | undefined, w: Words): Html {
  const messages = box.list({ channel, ...(to ? { to } : {}) })
  return layout(
    w,
    channel,
    html`<p>${w.lead}</p>
      <form method="get" action="/${channel}" class="filter" role="search">
        <input type="hidden" name="lang" value="${w.language}" />
        <label for="to">${w.filter}</label>
        <span class="hint" id="to-hint">${w.filterHint}</span>
        <div class="row">
          <input id="to" name="to" value="${to ?? ''}" aria-describedby="to-hint" autocomplete="off" />
          <button>${w.show}</button>
          ${to ? html`<a href="/${channel}?lang=${w.language}">${w.all}</a>` : ''}
        </div>
      </form>
      <h2>${w[channel]} <span class="count">${w.count(messages.length)}</span></h2>
      ${messages.length === 0 ? html`<p class="empty">${to ? w.noneFor : w.none}</p>` : ''}
      ${channel === 'email' ? letters(messages, w) : phones(messages)} ${outages(box, channel, w)}`,
  )
}

/** One letter, as text, with what came attached. */
export function messagePage(message: Message, w: Words): Html {
  const attachments = message.attachments ?? []
  return layout(
    w,
    message.channel,
    html`<p><a href="/${message.channel}?lang=${w.language}">← ${w.back}</a></p>
      <h2>${message.subject || message.to.join(', ')}</h2>
      <dl>
        <dt>${w.from}</dt>
        <dd>${message.from}</dd>
        <dt>${w.to}</dt>
        <dd>${message.to.join(', ')}</dd>
        <dt>${w.at}</dt>
        <dd>${time(message.receivedAt)}</dd>
        ${
          message.key
            ? html`<dt>${w.messageId}</dt>
                <dd>${message.key}</dd>`
            : ''
        }
      </dl>
      <div class="letter">${message.text}</div>
      <h3>${w.attachments}</h3>
      ${
        attachments.length === 0
          ? html`<p>${w.noAttachments}</p>`
          : html`<ul>
              ${attachments.map(
                ({ name, type, content }, index) =>
                  html`<li>
                    <a href="/${message.channel}/${message.id}/attachments/${index}">${name}</a>
                    (${type}, ${Math.ceil(content.byteLength / 1024)} KB)
                  </li>`,
              )}
            </ul>`
      }`,
  )
}

/** Says that a message is not there. */
export function notFoundPage(w: Words): Html {
  return layout(
    w,
    undefined,
    html`<h2>404</h2>
      <p>${w.notFound}</p>`,
  )
}

function letters(messages: readonly Message[], w: Words): Html | '' {
  if (messages.length === 0) return ''
  return html`<ul class="letters">
    ${messages.map(
      (message) =>
        html`<li>
          <a href="/email/${message.id}?lang=${w.language}">${message.subject || '…'}</a>
          <span>${w.to}: ${message.to.join(', ')}</span>
          <span>${w.from}: ${message.from}</span>
          ${time(message.receivedAt)}
        </li>`,
    )}
  </ul>`
}

/** Messages gathered by telephone, the way a telephone gathers them. */
function phones(messages: readonly Message[]): Html {
  const byPhone = Map.groupBy(messages, (message) => message.to.join(', '))
  return html`<div class="phones">
    ${[...byPhone].map(
      ([phone, received]) =>
        html`<section class="phone" aria-label="${phone}">
          <h3>${phone}</h3>
          <ol>
            ${received.map(
              (message) =>
                html`<li>
                  <p class="sender">${message.from} · ${time(message.receivedAt)}</p>
                  ${message.subject ? html`<p><strong>${message.subject}</strong></p>` : ''}
                  <p class="text">${message.text}</p>
                </li>`,
            )}
          </ol>
        </section>`,
    )}
  </div>`
}

function outages(box: Box, here: BoxChannel, w: Words): Html {
  return html`<section class="outages">
    <h2>${w.outage}</h2>
    <p>${w.outageLead}</p>
    <ul>
      ${boxChannels.map((channel) => {
        const out = box.isOut(channel)
        return html`<li>
          <span class="state ${out ? 'out' : 'working'}"
            >${out ? '✕' : '✓'} ${w[channel]}: ${out ? w.out : w.working}</span
          >
          <span>${w.refused(box.refused(channel))}</span>
          <form method="post" action="/outage">
            <input type="hidden" name="channel" value="${channel}" />
            <input type="hidden" name="on" value="${out ? 'false' : 'true'}" />
            <input type="hidden" name="back" value="${here}" />
            <input type="hidden" name="lang" value="${w.language}" />
            <button class="quiet">${out ? w.start(w[channel]) : w.stop(w[channel])}</button>
          </form>
        </li>`
      })}
    </ul>
    <form method="post" action="/clear">
      <input type="hidden" name="back" value="${here}" />
      <input type="hidden" name="lang" value="${w.language}" />
      <button class="quiet">${w.clear}</button>
    </form>
  </section>`
}

import { html } from 'hono/html'
import { layout, time, type Html } from '../layout.ts'
import type { Words } from '../words.ts'
import { stateNames, type Cabinet, type Filing, type State } from './cabinet.ts'
import { portalWords, type PortalWords } from './words.ts'

type Lang = 'vi' | 'en'
const base = '/national-portal'

/** What is filed, what came back, and the drills. */
export function homePage(cabinet: Cabinet, provinces: readonly string[], w: Words): Html {
  const { lang, p } = of(w)
  const filings = cabinet.listFilings()
  const here = new Set(filings.map(({ id }) => id))
  const elsewhere = cabinet
    .listStates()
    .filter(({ submissionId }) => !submissionId || !here.has(submissionId))
  return layout(
    w,
    'national-portal',
    html`<p>${p.lead}</p>
      ${provinces.length === 0 ? html`<p class="empty">${p.noProvinces}</p>` : fileForm(provinces, w)}
      <h2>${p.filings}</h2>
      ${
        filings.length === 0
          ? html`<p class="empty">${p.noFilings}</p>`
          : html`<ul class="letters">
              ${filings.map((filing) => filingLine(cabinet, filing, lang, p))}
            </ul>`
      }
      <h2>${p.other}</h2>
      ${
        elsewhere.length === 0
          ? html`<p class="empty">${p.noOther}</p>`
          : html`<ul class="letters">
              ${elsewhere.map(
                (state) =>
                  html`<li>
                    <strong>${state.code ?? state.submissionNo}</strong>
                    <span>${nameOf(state, lang)}</span>
                    <span>${state.province}</span>
                    ${time(new Date(state.at))}
                  </li>`,
              )}
            </ul>`
      }
      ${drillForm(cabinet, w)}`,
  )
}

/** One dossier filed here: the province's answer, its states, and what can be done now. */
export function filingPage(cabinet: Cabinet, filing: Filing, w: Words): Html {
  const { lang, p } = of(w)
  const states = cabinet.statesOf({ submissionId: filing.id })
  const last = states.at(-1)
  const over = last && [3, 7, 8, 9, 10].includes(last.status)
  return layout(
    w,
    'national-portal',
    html`<p><a href="${base}?lang=${lang}">← ${p.back}</a></p>
      <h2>${filing.procedureName}</h2>
      <dl>
        <dt>${p.no}</dt>
        <dd>${filing.id}</dd>
        <dt>${p.province}</dt>
        <dd>${filing.province}</dd>
        <dt>${p.applicant}</dt>
        <dd>${filing.applicantName}</dd>
        <dt>${p.answer}</dt>
        <dd>${answerOf(filing, p)} · ${p.attempts(filing.attempts)}</dd>
      </dl>
      ${filing.answer?.submissionNo ? '' : action(filing, 'again', lang, html`<button>${p.again}</button>`)}
      <h3>${p.states}</h3>
      ${
        states.length === 0
          ? html`<p class="empty">${p.noStates}</p>`
          : html`<ol class="states">
              ${states.map((state) => stateItem(state, lang, p))}
            </ol>`
      }
      ${last?.status === 5 ? supplementForm(filing, last, lang, p) : ''}
      ${
        filing.answer?.submissionNo && !over
          ? html`<h3>${p.withdraw}</h3>
              ${action(
                filing,
                'withdraw',
                lang,
                html`<label for="reason">${p.reason}</label>
                  <div class="row">
                    <input id="reason" name="reason" required /><button class="quiet">
                      ${p.sendWithdraw}
                    </button>
                  </div>`,
              )}`
          : ''
      }`,
  )
}

function fileForm(provinces: readonly string[], w: Words): Html {
  const { lang, p } = of(w)
  return html`<form method="get" action="${base}/new" class="filter">
    <input type="hidden" name="lang" value="${lang}" />
    <label for="province">${p.chooseProvince}</label>
    <div class="row">
      <select id="province" name="province">
        ${provinces.map((id) => html`<option value="${id}">${id}</option>`)}
      </select>
      <button>${p.file}</button>
    </div>
  </form>`
}

function filingLine(cabinet: Cabinet, filing: Filing, lang: Lang, p: PortalWords): Html {
  const last = cabinet.statesOf({ submissionId: filing.id }).at(-1)
  return html`<li>
    <a href="${base}/filings/${filing.id}?lang=${lang}">${filing.procedureName}</a>
    <span>${filing.applicantName} · ${filing.province}</span>
    <span>${last ? nameOf(last, lang) : answerOf(filing, p)}</span>
    ${time(filing.filedAt)}
  </li>`
}

function stateItem(state: State, lang: Lang, p: PortalWords): Html {
  return html`<li>
    <strong>${state.status}. ${nameOf(state, lang)}</strong>
    <dl>
      <dt>${p.at}</dt>
      <dd>${time(new Date(state.at))}</dd>
      ${
        state.code
          ? html`<dt>${p.code}</dt>
              <dd>${state.code}</dd>`
          : ''
      }
      ${
        state.dueAt
          ? html`<dt>${p.due}</dt>
              <dd>${time(new Date(state.dueAt))}</dd>`
          : ''
      }
      ${
        state.note
          ? html`<dt>${p.note}</dt>
              <dd>${state.note}</dd>`
          : ''
      }
    </dl>
    ${
      state.items
        ? html`<ul>
            ${state.items.map(({ label, reason }) => html`<li>${label}: ${reason}</li>`)}
          </ul>`
        : ''
    }
  </li>`
}

function supplementForm(filing: Filing, { items = [] }: State, lang: Lang, p: PortalWords): Html {
  return html`<h3>${p.supplement}</h3>
    ${action(
      filing,
      'supplement',
      lang,
      html`${items.map(
          ({ kind, ref, label }) =>
            html`<p>
              <label for="${kind}-${ref}">${label}</label><br />
              <input id="${kind}-${ref}" name="${kind}-${ref}" ${kind === 'paper' ? html`type="file"` : ''} />
            </p>`,
        )}<button>${p.sendSupplement}</button>`,
    )}`
}

function action(filing: Filing, deed: string, lang: Lang, body: Html): Html {
  return html`<form method="post" action="${base}/filings/${filing.id}/${deed}" enctype="multipart/form-data">
    <input type="hidden" name="lang" value="${lang}" />${body}
  </form>`
}

function drillForm({ drill, refusals }: Cabinet, w: Words): Html {
  const { lang, p } = of(w)
  const tick = (name: 'out' | 'twice' | 'wrongKey'): Html =>
    html`<p>
      <input type="checkbox" id="${name}" name="${name}" value="on" ${drill[name] ? html`checked` : ''} />
      <label for="${name}">${p[name]}</label>
    </p>`
  return html`<section class="outages">
    <h2>${p.drills}</h2>
    <p>${p.refused(refusals.notSigned, refusals.replayed, refusals.out)}</p>
    <form method="post" action="${base}/drill">
      <input type="hidden" name="lang" value="${lang}" />
      ${tick('out')} ${tick('twice')} ${tick('wrongKey')}
      <p>
        <label for="slowSeconds">${p.slow}</label>
        <input id="slowSeconds" name="slowSeconds" inputmode="numeric" value="${drill.slowSeconds}" />
      </p>
      <button class="quiet">${p.apply}</button>
    </form>
  </section>`
}

function answerOf({ answer }: Filing, p: PortalWords): string {
  if (!answer) return '…'
  return answer.submissionNo ? p.taken(answer.submissionNo) : p.notTaken(answer.status, answer.refusal ?? '')
}

function nameOf({ status }: State, lang: Lang): string {
  return stateNames[status]?.[lang] ?? String(status)
}

function of(w: Words): { lang: Lang; p: PortalWords } {
  const lang = w.language === 'en' ? 'en' : 'vi'
  return { lang, p: portalWords[lang] }
}

import { html } from 'hono/html'
import { layout, type Html } from '../layout.ts'
import type { Words } from '../words.ts'
import type { Offered } from './provinces.ts'
import { portalWords } from './words.ts'

const base = '/national-portal'

/** The made-up person of the electronic identity, whose data a form begins with. */
export const demoPerson = {
  fullName: 'Lý Thị Mai',
  citizenId: '008190000456',
  phone: '0900000056',
  email: 'mai@example.vn',
  address: 'Tổ 5, phường Minh Xuân, tỉnh Tuyên Quang',
} as const

/** Which procedure. */
export function procedurePage(province: string, offered: readonly Offered[], w: Words): Html {
  const p = portalWords[w.language === 'en' ? 'en' : 'vi']
  return layout(
    w,
    'national-portal',
    html`<h2>${p.file}</h2>
      <form method="get" action="${base}/new">
        <input type="hidden" name="lang" value="${w.language}" />
        <input type="hidden" name="province" value="${province}" />
        <label for="procedure">${p.chooseProcedure}</label>
        <div class="row">
          <select id="procedure" name="procedure">
            ${offered.map(({ code, name }) => html`<option value="${code}">${code} – ${name}</option>`)}
          </select>
          <button>${p.next}</button>
        </div>
      </form>`,
  )
}

/** The dossier itself: who, for what, with which papers. */
export function formPage(province: string, offered: Offered, w: Words): Html {
  const lang = w.language === 'en' ? 'en' : 'vi'
  const p = portalWords[lang]
  const asked = offered.fields.filter(
    ({ prefill, kind }) => !(prefill && prefill in demoPerson) && kind !== 'agency',
  )
  return layout(
    w,
    'national-portal',
    html`<h2>${offered.name}</h2>
      <form method="post" action="${base}/filings" enctype="multipart/form-data" class="filing">
        <input type="hidden" name="lang" value="${lang}" />
        <input type="hidden" name="province" value="${province}" />
        <input type="hidden" name="procedureCode" value="${offered.code}" />
        ${select('caseId', p.case, offered.cases)} ${select('agencyId', p.agency, offered.agencies)}
        <h3>${p.applicant}</h3>
        ${(['fullName', 'citizenId', 'phone', 'email', 'address'] as const).map((name) =>
          input(`applicant-${name}`, p[name], demoPerson[name]),
        )}
        <h3>${p.form}</h3>
        ${asked.map((field) => {
          const label = `${field.label[lang]}${field.optional ? ` (${p.optional})` : ''}`
          if (field.choices)
            return select(
              `answer-${field.id}`,
              label,
              field.choices.map(({ value, label: of }) => ({ id: value, name: of[lang] })),
            )
          return input(`answer-${field.id}`, label, '', field.kind === 'date' ? 'date' : 'text')
        })}
        <h3>${p.papers}</h3>
        ${offered.papers.map(({ id, name, required }) =>
          input(`paper-${id}`, `${name}${required ? '' : ` (${p.optional})`}`, '', 'file'),
        )}
        ${select(
          'returnChannel',
          p.returnBy,
          offered.returnChannels.map((id) => ({ id, name: id })),
        )}
        <p><button>${p.send}</button></p>
      </form>`,
  )
}

/** Says that a province did not answer. */
export function cannotAskPage(why: string, w: Words): Html {
  const p = portalWords[w.language === 'en' ? 'en' : 'vi']
  return layout(
    w,
    'national-portal',
    html`<h2>${p.file}</h2>
      <p class="empty">${p.cannotAsk} ${why}</p>
      <p><a href="${base}?lang=${w.language}">← ${p.back}</a></p>`,
  )
}

function input(name: string, label: string, value: string, type = 'text'): Html {
  return html`<p>
    <label for="${name}">${label}</label><br />
    <input id="${name}" name="${name}" type="${type}" ${type === 'file' ? '' : html`value="${value}"`} />
  </p>`
}

function select(name: string, label: string, options: readonly { id: string; name: string }[]): Html {
  return html`<p>
    <label for="${name}">${label}</label><br />
    <select id="${name}" name="${name}">
      ${options.map(({ id, name: text }) => html`<option value="${id}">${text}</option>`)}
    </select>
  </p>`
}

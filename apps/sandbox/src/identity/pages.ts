import { html } from 'hono/html'
import { layout, type Html } from '../layout.ts'
import type { Words } from '../words.ts'
import type { Person } from './people.ts'
import type { System } from './provider.ts'
import { identityWords } from './words.ts'

/** Who has an account at this identity system. */
export function homePage(system: System, issuer: string, people: readonly Person[], w: Words): Html {
  const p = of(w)
  return layout(
    w,
    system,
    html`<p>${p.lead}</p>
      <dl>
        <dt>${p.issuer}</dt>
        <dd><code>${issuer}</code></dd>
      </dl>
      <h2>${p.people}</h2>
      <ul class="letters">
        ${people.map((person) => html`<li>${told(person, w)}</li>`)}
      </ul>
      <p>${p.none}</p>`,
  )
}

/** The page on which a person says who they are and agrees to being named to the client. */
export function choosePage(
  { system, uid, back, client, people }: Choice,
  w: Words,
  typed?: Readonly<Record<string, string>>,
): Html {
  const p = of(w)
  const action = `/${system}/interaction/${uid}?back=${encodeURIComponent(back)}`
  return layout(
    w,
    system,
    html`<h2>${p.choose(client)}</h2>
      <p>${p.shared}</p>
      ${typed ? html`<p class="state out" role="alert">${p.wrong}</p>` : ''}
      <ul class="letters">
        ${people.map(
          (person) =>
            html`<li>
              ${told(person, w)}
              <form method="post" action="${action}">
                <input type="hidden" name="lang" value="${w.language}" />
                <input type="hidden" name="known" value="${person.citizenId}" />
                <button>${p.as(person.fullName)}</button>
              </form>
            </li>`,
        )}
      </ul>
      <h3>${p.other}</h3>
      <form method="post" action="${action}">
        <input type="hidden" name="lang" value="${w.language}" />
        ${fields(system).map((name) => input(name, p[name], typed?.[name] ?? '', name === 'birthDate' ? 'date' : 'text'))}
        <p>
          <label for="level">${p.levelOf}</label><br />
          <select id="level" name="level">
            ${[1, 2].map((level) => html`<option value="${level}" ${typed?.['level'] === String(level) ? 'selected' : ''}>${p.level(level)}</option>`)}
          </select>
        </p>
        <p><button>${p.agree}</button></p>
      </form>
      <form method="post" action="${action}">
        <input type="hidden" name="lang" value="${w.language}" />
        <input type="hidden" name="refuse" value="1" />
        <button class="quiet">${p.refuse}</button>
      </form>`,
  )
}

/** Says that a sign-in was begun too long ago, or elsewhere. */
export function gonePage(system: System, w: Words): Html {
  return layout(w, system, html`<p class="empty">${of(w).gone}</p>`)
}

interface Choice {
  readonly system: System
  readonly uid: string
  /** Where the browser is led afterwards. */
  readonly back: string
  readonly client: string
  readonly people: readonly Person[]
}

const of = (w: Words) => identityWords[w.language === 'en' ? 'en' : 'vi']

function fields(system: System) {
  const person = ['fullName', 'citizenId', 'birthDate', 'phone', 'email'] as const
  const more =
    system === 'vneid' ? (['organisationCode', 'organisationName'] as const) : (['username'] as const)
  return [...person, ...more]
}

function told({ fullName, citizenId, level, username, organisations }: Person, w: Words): Html {
  const p = of(w)
  return html`<strong>${fullName}</strong>
    <span>${username ?? citizenId} · ${p.level(level)}</span>
    ${(organisations ?? []).map(({ name, code }) => html`<span>${p.organisation}: ${name} (${code})</span>`)}`
}

function input(name: string, label: string, value: string, type: string): Html {
  return html`<p>
    <label for="${name}">${label}</label><br />
    <input id="${name}" name="${name}" type="${type}" value="${value}" />
  </p>`
}

import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { words, type Words } from '../words.ts'
import { choosePage, gonePage, homePage } from './pages.ts'
import type { Person } from './people.ts'
import type { OpenSystem } from './systems.ts'

/** The pages of an identity system; the protocol itself is spoken by the provider. */
export function identitySystem(open: () => OpenSystem): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.get('/', (c) => {
    const { system, provider, people } = open()
    return c.html(homePage(system, provider.issuer, people.list(), wordsOf(c.req.query('lang'))))
  })

  app.get('/interaction/:uid', async (c) => {
    const { system, provider, people } = open()
    const w = wordsOf(c.req.query('lang'))
    const asked = await provider.interactionDetails(c.env.incoming, c.env.outgoing).catch(() => undefined)
    if (!asked || asked.uid !== c.req.param('uid')) return c.html(gonePage(system, w), 400)
    return c.html(choosePage(choiceOf(asked, system, people.list()), w))
  })

  app.post('/interaction/:uid', async (c) => {
    const { system, provider, people } = open()
    const { incoming, outgoing } = c.env
    const form = (await c.req.parseBody()) as Record<string, string>
    const w = wordsOf(form['lang'])
    const asked = await provider.interactionDetails(incoming, outgoing).catch(() => undefined)
    if (!asked || asked.uid !== c.req.param('uid')) return c.html(gonePage(system, w), 400)
    if (form['refuse']) {
      const refused = { error: 'access_denied', error_description: 'the holder refused' }
      return c.redirect(await provider.interactionResult(incoming, outgoing, refused), 303)
    }
    const person = form['known']
      ? people.list().find(({ citizenId }) => citizenId === form['known'])
      : personIn(form)
    if (!person) return c.html(choosePage(choiceOf(asked, system, people.list()), w, form), 400)
    const login = { accountId: people.admit(person), acr: `level${person.level}`, remember: false }
    return c.redirect(await provider.interactionResult(incoming, outgoing, { login }), 303)
  })
  return app
}

function choiceOf(
  { uid, params }: { uid: string; params: Record<string, unknown> },
  system: OpenSystem['system'],
  people: readonly Person[],
) {
  return { system, uid, people, back: String(params['redirect_uri']), client: String(params['client_id']) }
}

/** The person somebody typed in; undefined where it cannot be one. */
function personIn(form: Readonly<Record<string, string>>): Person | undefined {
  const text = (name: string): string => (form[name] ?? '').trim()
  const citizenId = text('citizenId').replace(/[\s.]/g, '')
  if (!/^\d{12}$/.test(citizenId) || !text('fullName')) return undefined
  const [code, name] = [text('organisationCode'), text('organisationName')]
  return {
    citizenId,
    fullName: text('fullName'),
    level: text('level') === '2' ? 2 : 1,
    ...(text('birthDate') && { birthDate: text('birthDate') }),
    ...(text('phone') && { phone: text('phone').replace(/[\s.]/g, '') }),
    ...(text('email') && { email: text('email').toLowerCase() }),
    ...(text('username') && { username: text('username').toLowerCase() }),
    ...(code && name && { organisations: [{ code, name, role: 'legal-representative' as const }] }),
  }
}

function wordsOf(lang: string | undefined): Words {
  return lang === 'en' ? words.en : words.vi
}

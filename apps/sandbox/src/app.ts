import { Hono } from 'hono'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { z } from 'zod'
import { boxChannels, type Box, type BoxChannel, type Message } from './box.ts'
import { gateways } from './gateways.ts'
import { systems, type System } from './identity/provider.ts'
import { vneidPeople } from './identity/people.ts'
import { identitySystem } from './identity/routes.ts'
import type { OpenSystem } from './identity/systems.ts'
import type { Cabinet } from './national-portal/cabinet.ts'
import type { Province } from './national-portal/provinces.ts'
import { nationalPortal } from './national-portal/routes.ts'
import { listPage, messagePage, notFoundPage } from './pages.ts'
import { populationDatabase } from './population/routes.ts'
import { style } from './style.ts'
import type { Bank } from './vnpay/bank.ts'
import { merchantIn, vnpay } from './vnpay/routes.ts'
import { words, type Words } from './words.ts'

const Outage = z.object({
  channel: z.enum(boxChannels),
  on: z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]),
})

/** The sandbox over HTTP: the pages, the gateways, and `/api/messages` for tests. */
export function sandboxApp(
  box: Box,
  bank: Bank,
  {
    secret,
    populationSecret,
    now,
    cabinet,
    provinces,
    identity,
  }: {
    secret: string
    populationSecret: string
    now: () => Date
    cabinet: Cabinet
    provinces: readonly Province[]
    identity: (system: System) => OpenSystem
  },
): Hono {
  const app = new Hono()
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        // Who has paid or said who they are is led back to where they came from: browsers hold forms to this even when they are led on.
        formAction: ["'self'", (c) => merchantIn(c.req.query('vnp_ReturnUrl') ?? c.req.query('back'))],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      strictTransportSecurity: false,
    }),
  )
  app.use(csrf())
  app.route('/', gateways(box, { secret, now }))
  app.route('/population', populationDatabase(vneidPeople, { secret: populationSecret, now }))
  app.route('/national-portal', nationalPortal({ cabinet, provinces, now }))
  app.route('/', vnpay(bank))
  for (const system of systems)
    app.route(
      `/${system}`,
      identitySystem(() => identity(system)),
    )

  app.get('/style.css', (c) => c.text(style, 200, { 'content-type': 'text/css; charset=utf-8' }))
  app.get('/', (c) => c.redirect(`/email?lang=${c.req.query('lang') === 'en' ? 'en' : 'vi'}`))
  app.get('/api/messages', (c) => {
    const { channel, to } = c.req.query()
    const wanted = { ...(isChannel(channel) ? { channel } : {}), ...(to ? { to } : {}) }
    return c.json({ messages: box.list(wanted).map(inJson) })
  })
  app.post('/outage', async (c) => {
    const form = await body(c.req)
    const { channel, on } = Outage.parse(form)
    box.setOutage(channel, on)
    return isForm(c.req.header('content-type')) ? c.redirect(backTo(form), 303) : c.json({ channel, on })
  })
  app.post('/clear', async (c) => {
    const form = await body(c.req)
    box.clear()
    cabinet.clear()
    bank.transactions.clear()
    bank.deliveries.clear()
    return isForm(c.req.header('content-type')) ? c.redirect(backTo(form), 303) : c.json({ cleared: true })
  })

  for (const channel of boxChannels) {
    app.get(`/${channel}`, (c) =>
      c.html(listPage(box, channel, c.req.query('to')?.trim(), wordsOf(c.req.query('lang')))),
    )
    app.get(`/${channel}/:id`, (c) => {
      const w = wordsOf(c.req.query('lang'))
      const message = found(box, channel, c.req.param('id'))
      return message ? c.html(messagePage(message, w)) : c.html(notFoundPage(w), 404)
    })
    app.get(`/${channel}/:id/attachments/:n`, (c) => {
      const attachment = found(box, channel, c.req.param('id'))?.attachments?.[Number(c.req.param('n'))]
      if (!attachment) return c.html(notFoundPage(wordsOf(c.req.query('lang'))), 404)
      return c.body(new Uint8Array(attachment.content), 200, {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(attachment.name)}`,
      })
    })
  }
  app.notFound((c) => c.html(notFoundPage(wordsOf(c.req.query('lang'))), 404))
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse()
    if (error instanceof z.ZodError) return c.json({ error: 'not-understood', issues: error.issues }, 400)
    return c.json({ error: error.message }, 500)
  })
  return app
}

function found(box: Box, channel: BoxChannel, id: string): Message | undefined {
  const message = box.find(id)
  return message?.channel === channel ? message : undefined
}

function inJson({ attachments, ...message }: Message) {
  return {
    ...message,
    attachments: (attachments ?? []).map(({ name, type, content }) => ({
      name,
      type,
      bytes: content.byteLength,
    })),
  }
}

async function body(req: {
  header(name: string): string | undefined
  parseBody(): Promise<unknown>
  json(): Promise<unknown>
}) {
  const given: unknown = isForm(req.header('content-type'))
    ? await req.parseBody()
    : await req.json().catch(() => ({}))
  return given as Record<string, unknown>
}

function isForm(type: string | undefined): boolean {
  return type?.startsWith('application/x-www-form-urlencoded') ?? false
}

function backTo(form: Record<string, unknown>): string {
  const channel = isChannel(form.back) ? form.back : 'email'
  return `/${channel}?lang=${form.lang === 'en' ? 'en' : 'vi'}`
}

function isChannel(text: unknown): text is BoxChannel {
  return boxChannels.some((channel) => channel === text)
}

function wordsOf(lang: string | undefined): Words {
  return lang === 'en' ? words.en : words.vi
}

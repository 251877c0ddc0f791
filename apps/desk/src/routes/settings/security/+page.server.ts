import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { words } from '@motcua/ui/words'
import QRCode from 'qrcode'
import { pathIn } from '#lib/locale.ts'
import { newPassword } from '#lib/new-password.ts'
import { failureOf, orErrorPage } from '#lib/server/failures.ts'
import { text } from '#lib/server/form-data.ts'
import { deskWords } from '#lib/words/index.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  const [security, sessions] = await orErrorPage(
    Promise.all([api.trpc.ownAccount.security.query(), api.trpc.ownAccount.sessions.query()]),
  )
  return { security, sessions, done: url.searchParams.get('done') }
}

/** What a form of this page answers: errors beside its fields, or what is shown once. */
interface Answer {
  errors?: { href: string; text: string }[]
  enrolment?: { secret: string; uri: string; svg: string }
  codes?: string[]
}

export const actions: Actions = {
  async password(event) {
    const posted = await event.request.formData()
    const { password, errors } = newPassword(posted, event.locals.locale)
    const current = currentIn(posted)
    if (!current)
      errors.unshift({ href: '#current', text: deskWords(event.locals.locale).security.currentMissing })
    if (errors.length > 0) return fail<Answer>(400, { errors })
    return sent(event, '#password', async () => {
      await event.locals.api.trpc.ownAccount.changePassword.mutate({ current, password })
      return back(event, 'password')
    })
  },
  begin: (event) =>
    sent(event, '#factor', async () => ({
      enrolment: await drawn(await event.locals.api.trpc.ownAccount.beginSecondFactor.mutate()),
    })),
  async confirm(event) {
    const posted = await event.request.formData()
    const uri = text(posted, 'uri').slice(0, 500)
    const code = text(posted, 'code').slice(0, 20)
    const kept = uri ? { enrolment: await drawn({ secret: text(posted, 'secret').slice(0, 64), uri }) } : {}
    const send = () => event.locals.api.trpc.ownAccount.confirmSecondFactor.mutate({ code })
    return sent(event, '#code', send, kept)
  },
  async renew(event) {
    const current = currentIn(await event.request.formData())
    return sent(event, '#factor-current', () =>
      event.locals.api.trpc.ownAccount.renewRecoveryCodes.mutate({ current }),
    )
  },
  async remove(event) {
    const current = currentIn(await event.request.formData())
    return sent(event, '#factor-current', async () => {
      await event.locals.api.trpc.ownAccount.removeSecondFactor.mutate({ current })
      return back(event, 'removed')
    })
  },
  async end(event) {
    const id = text(await event.request.formData(), 'id')
    return sent(event, '#sessions', async () => {
      await event.locals.api.trpc.ownAccount.endSessions.mutate(id ? { id } : {})
      return back(event, 'ended')
    })
  },
}

const drawn = async (enrolment: { secret: string; uri: string }) => ({
  ...enrolment,
  svg: await QRCode.toString(enrolment.uri, { type: 'svg', margin: 0 }),
})

const currentIn = (posted: FormData): string => {
  const typed = posted.get('current') ?? posted.get('factor-current')
  return typeof typed === 'string' ? typed.slice(0, 1024) : ''
}

/** Sends what was typed; what is refused stands beside the field. */
async function sent(event: RequestEvent, at: string, send: () => Promise<Answer | URL>, kept: Answer = {}) {
  const { locale } = event.locals
  const answer = await send().catch(failureOf)
  if (answer instanceof URL) redirect(303, answer.pathname + answer.search)
  if (!('kind' in answer)) return answer
  const say = deskWords(locale)
  const said =
    answer.kind === 'refused'
      ? words(locale).refusals[answer.refusal.code]
      : answer.kind === 'too-many'
        ? say.security.tooMany(Math.ceil(answer.retryAfterSeconds / 60))
        : say.errors[404].title
  return fail<Answer>(400, { ...kept, errors: [{ href: at, text: said }] })
}

const back = ({ locals, url }: RequestEvent, done: string): URL =>
  new URL(`${pathIn(locals.locale, '/settings/security')}?done=${done}`, url)

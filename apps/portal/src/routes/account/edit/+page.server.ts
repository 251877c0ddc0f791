import type { FieldError, RefusalCode } from '@motcua/domain'
import { readAnswers } from '@motcua/ui/date-parts'
import { fail } from '@sveltejs/kit'
import { accountFields } from '#lib/account-fields.ts'
import { ask, attempt } from '#lib/server/failures.ts'
import { goOn, signedIn } from '#lib/server/guard.ts'

interface Rejected {
  values: Record<string, string>
  errors: FieldError[]
  refusal?: RefusalCode
  retryAfterSeconds?: number
}

export async function load(event) {
  signedIn(event)
  return { account: await ask(event, event.locals.api.trpc.holder.account.query()) }
}

export const actions = {
  default: async (event) => {
    signedIn(event)
    const { trpc } = event.locals.api
    const posted = await event.request.formData()
    const account = await ask(event, trpc.holder.account.query())
    const values = readAnswers(posted, accountFields)
    const password = String(posted.get('password') ?? '')
    const of = (field: 'fullName' | 'email' | 'phone' | 'address') =>
      posted.has(field) ? (values[field] ?? '') : (account[field] ?? '')
    const asked = {
      fullName: of('fullName'),
      email: of('email'),
      phone: of('phone'),
      birthDate: values['birthDate'] ?? account.birthDate ?? '',
      address: of('address'),
      ...(password && { password }),
    }
    const saved = await attempt(event, trpc.holder.save.mutate(asked))
    if (saved.ok) goOn(event, '/account?saved')
    const { failure } = saved
    if (failure.kind === 'invalid') return fail<Rejected>(400, { values, errors: failure.fields })
    if (failure.kind === 'refused')
      return fail<Rejected>(422, { values, errors: [], refusal: failure.refusal.code })
    return fail<Rejected>(429, { values, errors: [], retryAfterSeconds: failure.retryAfterSeconds })
  },
}

import type { FieldError, RefusalCode } from '@motcua/domain'
import { readAnswers } from '@motcua/ui/date-parts'
import { fail, redirect } from '@sveltejs/kit'
import { accountFields, shortestPassword } from '#lib/account-fields.ts'
import { localized, safeNext } from '#lib/paths.ts'
import { attempt } from '#lib/server/failures.ts'
import { takeSession } from '#lib/server/take-session.ts'

/** A form that is shown again: what was typed (never the password), and why. */
interface Rejected {
  values: Record<string, string>
  errors: FieldError[]
  refusal?: RefusalCode
  retryAfterSeconds?: number
}

export function load({ url, locals }) {
  const next = safeNext(url.searchParams.get('next'), localized(locals.locale, '/dossiers'))
  if (locals.citizen) redirect(303, next)
  return { next: url.searchParams.has('next') ? next : undefined, shortestPassword }
}

export const actions = {
  default: async (event) => {
    const { locals, request, url } = event
    const posted = await request.formData()
    const values = readAnswers(posted, accountFields)
    const password = String(posted.get('password') ?? '')
    const missing = missingFields(values, password)
    if (missing.length > 0) return fail<Rejected>(400, { values, errors: missing })

    const { fullName = '', citizenId = '', email = '', phone = '', birthDate, address } = values
    const registered = await attempt(
      event,
      locals.api.trpc.identity.register.mutate({
        fullName,
        citizenId,
        email,
        phone,
        ...(birthDate && { birthDate }),
        ...(address && { address }),
        password,
      }),
    )
    if (registered.ok) {
      await takeSession(event, registered.answer.session)
      redirect(303, safeNext(url.searchParams.get('next'), localized(locals.locale, '/dossiers')))
    }
    const { failure } = registered
    if (failure.kind === 'invalid') return fail<Rejected>(400, { values, errors: failure.fields })
    if (failure.kind === 'refused')
      return fail<Rejected>(422, { values, errors: [], refusal: failure.refusal.code })
    return fail<Rejected>(429, { values, errors: [], retryAfterSeconds: failure.retryAfterSeconds })
  },
}

/** Boxes left empty, all at once; what is wrong with the others is for the office to say. */
function missingFields(values: Record<string, string>, password: string): FieldError[] {
  const missing = accountFields
    .filter((field) => !field.optional && !values[field.id])
    .map((field): FieldError => ({ field: field.id, code: 'required' }))
  if (!password) missing.push({ field: 'password', code: 'required' })
  return missing
}

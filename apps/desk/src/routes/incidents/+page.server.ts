import { fail } from '@sveltejs/kit'
import { failureOf, orErrorPage } from '#lib/server/failures.ts'
import { text, ticked } from '#lib/server/form-data.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const { incidents } = locals.api.trpc
  const [board, told] = await Promise.all([
    orErrorPage(incidents.list.query()),
    orErrorPage(incidents.whoIsTold.query()),
  ])
  return { board, told }
}

/** A posted form as it was typed; nothing of it is lost where something is wrong. */
function typedOf(posted: FormData) {
  const names = [
    'form',
    'id',
    'titleVi',
    'titleEn',
    'bodyVi',
    'bodyEn',
    'startsAt',
    'expectedAt',
    'body',
  ] as const
  const typed = Object.fromEntries(names.map((name) => [name, text(posted, name)])) as Record<
    (typeof names)[number],
    string
  >
  return { ...typed, affects: ticked(posted, 'affects') }
}
type Typed = ReturnType<typeof typedOf>

/** Does it by the API; what is wrong comes back by field, beside what was typed. */
async function send<Answer>(typed: Typed, work: () => Promise<Answer>) {
  try {
    return { done: typed.form, told: await work() }
  } catch (thrown) {
    const failure = failureOf(thrown)
    if (failure.kind !== 'invalid') return orErrorPage(Promise.reject(thrown)) as never
    const wrong = Object.fromEntries(failure.fields.map(({ field, code }) => [nameOf(field), code]))
    return fail(400, { typed, wrong })
  }
}

/** `title.vi` of the API is the box `titleVi`. */
function nameOf(field: string): string {
  const [name = '', locale] = field.split('.')
  if (name === 'affects' || locale === undefined) return name
  return name + locale.charAt(0).toUpperCase() + locale.slice(1)
}

const said = ({ bodyVi, bodyEn }: Typed) => ({ vi: bodyVi, en: bodyEn })
const title = ({ titleVi, titleEn }: Typed) => ({ vi: titleVi, en: titleEn })

export const actions = {
  async report({ request, locals }) {
    const typed = typedOf(await request.formData())
    return send(typed, () => locals.api.trpc.incidents.report.mutate({ body: typed.body }))
  },
  async declare({ request, locals }) {
    const typed = typedOf(await request.formData())
    const { startsAt, expectedAt, affects } = typed
    return send(typed, () =>
      locals.api.trpc.incidents.declare.mutate({
        ...{ title: title(typed), body: said(typed), affects: affects as never },
        ...(startsAt && { startsAt }),
        ...(expectedAt && { expectedAt }),
      }),
    )
  },
  async maintenance({ request, locals }) {
    const typed = typedOf(await request.formData())
    const { startsAt, expectedAt, affects } = typed
    const plan = { title: title(typed), body: said(typed), affects: affects as never, startsAt, expectedAt }
    return send(typed, () => locals.api.trpc.incidents.announceMaintenance.mutate(plan))
  },
  async update({ request, locals }) {
    const typed = typedOf(await request.formData())
    const { id, expectedAt } = typed
    const word = { id, body: said(typed), ...(expectedAt && { expectedAt }) }
    return send(typed, () => locals.api.trpc.incidents.update.mutate(word))
  },
  async close({ request, locals }) {
    const typed = typedOf(await request.formData())
    return send(typed, () => locals.api.trpc.incidents.close.mutate({ id: typed.id, body: said(typed) }))
  },
} satisfies Actions

import { fail } from '@sveltejs/kit'
import { failureOf, orErrorPage } from '#lib/server/failures.ts'
import { incidentFaults, readIncidentForm, type TypedIncident } from '#lib/server/incident-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const { incidents } = locals.api.trpc
  const [board, told] = await Promise.all([
    orErrorPage(incidents.list.query()),
    orErrorPage(incidents.whoIsTold.query()),
  ])
  return { board, told }
}

/** Does it by the API; what is wrong comes back by field, beside what was typed. */
async function send<Answer>(typed: TypedIncident, work: () => Promise<Answer>) {
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

const said = ({ bodyVi, bodyEn }: TypedIncident) => ({ vi: bodyVi, en: bodyEn })
const title = ({ titleVi, titleEn }: TypedIncident) => ({ vi: titleVi, en: titleEn })

export const actions = {
  async check({ request }) {
    const typed = readIncidentForm(await request.formData())
    const wrong = incidentFaults(typed)
    return Object.keys(wrong).length > 0 ? fail(400, { typed, wrong }) : { typed, step: 'check' }
  },
  async edit({ request }) {
    return { typed: readIncidentForm(await request.formData()) }
  },
  async report({ request, locals }) {
    const typed = readIncidentForm(await request.formData())
    return send(typed, () => locals.api.trpc.incidents.report.mutate({ body: typed.body }))
  },
  async declare({ request, locals }) {
    const typed = readIncidentForm(await request.formData())
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
    const typed = readIncidentForm(await request.formData())
    const { startsAt, expectedAt, affects } = typed
    const plan = { title: title(typed), body: said(typed), affects: affects as never, startsAt, expectedAt }
    return send(typed, () => locals.api.trpc.incidents.announceMaintenance.mutate(plan))
  },
  async update({ request, locals }) {
    const typed = readIncidentForm(await request.formData())
    const { id, expectedAt } = typed
    const word = { id, body: said(typed), ...(expectedAt && { expectedAt }) }
    return send(typed, () => locals.api.trpc.incidents.update.mutate(word))
  },
  async close({ request, locals }) {
    const typed = readIncidentForm(await request.formData())
    return send(typed, () => locals.api.trpc.incidents.close.mutate({ id: typed.id, body: said(typed) }))
  },
} satisfies Actions

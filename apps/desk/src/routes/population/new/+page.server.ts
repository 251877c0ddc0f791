import { error, fail, redirect } from '@sveltejs/kit'
import type { ShownError } from '@motcua/ui/field-errors'
import { pathIn } from '#lib/locale.ts'
import {
  faultsOf,
  oneMore,
  readRegistration,
  withoutBlanks,
  type TypedRegistration,
} from '#lib/population/registration-form.ts'
import { orErrorPage } from '#lib/server/failures.ts'
import { files } from '#lib/server/form-data.ts'
import { whyNot } from '#lib/server/population.ts'
import { deskWords } from '#lib/words/index.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { api, staff } }) => {
  if (!staff?.roles.includes('unit-admin')) error(403, 'forbidden')
  const [{ terms }, accounts] = await orErrorPage(
    Promise.all([api.trpc.population.list.query({}), api.trpc.accounts.list.query({ state: 'active' })]),
  )
  return { terms, people: accounts.map(({ username, fullName }) => ({ username, fullName })) }
}

interface Answer {
  step: 'edit' | 'check'
  typed: TypedRegistration
  errors: ShownError[]
}

async function read({ locals, request }: RequestEvent) {
  const { terms } = await orErrorPage(locals.api.trpc.population.list.query({}))
  const posted = await request.formData()
  return { terms, posted, typed: readRegistration(posted, terms.papers) }
}

export const actions = {
  async more(event): Promise<Answer> {
    const { typed } = await read(event)
    return { step: 'edit', typed: oneMore(typed), errors: [] }
  },

  async edit(event): Promise<Answer> {
    const { typed } = await read(event)
    return { step: 'edit', typed, errors: [] }
  },

  /** Shows everything once more; the files are chosen there, as browsers cannot carry them. */
  async check(event) {
    const typed = withoutBlanks((await read(event)).typed)
    const errors = faultsOf(typed, deskWords(event.locals.locale).population)
    if (errors.length > 0) return fail(400, { step: 'edit', typed, errors } satisfies Answer)
    return { step: 'check', typed, errors: [] } satisfies Answer
  },

  async send(event) {
    const { locale, api } = event.locals
    const { typed, posted } = await read(event)
    const say = deskWords(locale).population
    const wrong = faultsOf(typed, say)
    if (wrong.length > 0) return fail(400, { step: 'edit', typed, errors: wrong } satisfies Answer)
    const { purpose, officers } = typed
    const papers = Object.entries(typed.papers).map(([form, paper]) => ({ form, ...paper }))
    const boxes = [
      ...papers.map(({ form }) => ({ name: `paper-${form}`, what: say.forms[form] ?? form })),
      ...officers.map(({ username }, i) => ({ name: `officer-${i}`, what: say.fileFor(username) })),
    ]
    const lacking = boxes.filter(({ name }) => files(posted, name).length === 0)
    if (lacking.length > 0) {
      const errors = lacking.map(({ name, what }) => ({ href: `#${name}`, text: say.missing.file(what) }))
      return fail(400, { step: 'check', typed, errors } satisfies Answer)
    }
    const form = new FormData()
    form.set('registration', JSON.stringify({ purpose, papers, officers }))
    for (const { name } of boxes) for (const file of files(posted, name)) form.append(name, file)
    try {
      await api.trpc.population.register.mutate(form)
    } catch (thrown) {
      const errors = [{ href: '#act', text: whyNot(thrown, locale) }]
      return fail(400, { step: 'check', typed, errors } satisfies Answer)
    }
    redirect(303, pathIn(locale, '/population?done=filed'))
  },
} satisfies Actions

import { error, fail } from '@sveltejs/kit'
import { orErrorPage } from '#lib/server/failures.ts'
import { accountAct } from '#lib/server/account-acts.ts'
import type { Locale } from '#lib/locale.ts'
import { deskWords } from '#lib/words/index.ts'
import { files, text, ticked } from '#lib/server/form-data.ts'
import type { Actions, PageServerLoad } from './$types'

const tasks = ['create', 'lock', 'activate', 'revoke'] as const
type Task = (typeof tasks)[number]

const taskIn = (given: string | null): Task => tasks.find((task) => task === given) ?? 'create'

export const load: PageServerLoad = async ({ locals, url }) => {
  const task = taskIn(url.searchParams.get('task'))
  if (!locals.staff) error(403)
  return { task, tasks, terms: await orErrorPage(locals.api.trpc.accounts.terms.query({ task })) }
}

/** What every request of its kind says; which papers it needs, the office answers. */
function missingOf(task: Task, typed: Record<string, string | string[]>, locale: Locale) {
  const say = deskWords(locale).staffAccounts
  const labels = {
    fullName: say.columns.name,
    job: say.job,
    roles: say.roles,
    usernames: say.usernames,
    reason: say.reason,
    day: say.day,
  }
  const needed =
    task === 'create' ? (['fullName', 'job', 'roles'] as const) : (['usernames', 'reason', 'day'] as const)
  return needed
    .filter((name) => typed[name]?.length === 0)
    .map((name) => ({ href: `#${name}`, text: say.lacks(labels[name]) }))
}

export const actions: Actions = {
  async default(event) {
    const posted = await event.request.formData()
    const task = taskIn(text(posted, 'task'))
    const typed = {
      fullName: text(posted, 'fullName'),
      job: text(posted, 'job'),
      email: text(posted, 'email'),
      roles: ticked(posted, 'roles'),
      usernames: text(posted, 'usernames'),
      reason: text(posted, 'reason'),
      day: text(posted, 'day'),
      hour: text(posted, 'hour'),
    }
    const { fullName, job, email, roles, usernames, reason, day, hour } = typed
    const wanted =
      task === 'create'
        ? { task, people: [{ fullName, job, roles, ...(email && { email }) }] }
        : {
            task,
            usernames: usernames.split(/[\s,;]+/).filter(Boolean),
            reason,
            at: `${day}T${hour || '08:00'}:00+07:00`,
          }
    const errors = missingOf(task, typed, event.locals.locale)
    if (errors.length > 0) return fail(400, { errors, typed })
    const form = new FormData()
    form.set('request', JSON.stringify({ wanted }))
    for (const [name] of posted)
      if (name.startsWith('form-'))
        for (const file of files(posted, name)) {
          const kind = text(posted, `kind-${name}`) === 'copy' ? 'copy' : 'signed'
          form.append(`${kind}-${name}`, file)
        }
    const answer = await accountAct(
      event,
      () => event.locals.api.trpc.accounts.request.mutate(form),
      ({ id }) => `/accounts/requests/${id}`,
    )
    return fail(400, { errors: 'data' in answer ? answer.data.errors : [], typed })
  },
}

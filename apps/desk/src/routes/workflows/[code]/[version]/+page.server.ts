import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit'
import type { ShownError } from '@motcua/ui/field-errors'
import { words } from '@motcua/ui/words'
import { pathIn } from '#lib/locale.ts'
import { failureOf, orErrorPage } from '#lib/server/failures.ts'
import { text } from '#lib/server/form-data.ts'
import { dayOf, momentOf } from '#lib/work-form.ts'
import { deskWords } from '#lib/words/index.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const version = Number(params.version)
  if (!Number.isInteger(version) || version < 1) error(404, 'not found')
  return {
    workflow: await orErrorPage(
      locals.api.trpc.processing.workflow.query({ procedureCode: params.code, version }),
    ),
    isDone: url.searchParams.has('done'),
  }
}

type Event = RequestEvent<{ code: string; version: string }>

/** The papers by which a stage is reached, as typed. */
interface Typed {
  number: string
  on: string
  signedBy: string
  reason: string
  system: string
  passed: string
  note: string
}

export const actions: Actions = {
  appraise: (event) =>
    move(event, ['number', 'on', 'signedBy'], (read, typed) =>
      event.locals.api.trpc.processing.appraiseWorkflow.mutate({ ...read, paper: paperOf(typed) }),
    ),
  approve: (event) =>
    move(event, ['number', 'on', 'signedBy'], (read, typed) =>
      event.locals.api.trpc.processing.approveWorkflow.mutate({ ...read, paper: paperOf(typed) }),
    ),
  giveBack: (event) =>
    move(event, ['reason'], (read, { reason }) =>
      event.locals.api.trpc.processing.returnWorkflow.mutate({ ...read, reason }),
    ),
  test: (event) =>
    move(event, ['system', 'passed', 'note'], (read, { system, passed, note }) =>
      event.locals.api.trpc.processing.testWorkflow.mutate({
        ...read,
        system: system === 'national-portal' ? 'national-portal' : 'provincial-system',
        passed: passed === 'yes',
        note,
      }),
    ),
  putLive: (event) =>
    move(event, [], (read) => event.locals.api.trpc.processing.putWorkflowLive.mutate(read)),
}

async function move(
  { request, locals, params }: Event,
  needed: readonly (keyof Typed)[],
  send: (
    read: { procedureCode: string; version: number; revision: number },
    typed: Typed,
  ) => Promise<unknown>,
) {
  const posted = await request.formData()
  const say = deskWords(locals.locale).workflows
  const read = (name: string) => text(posted, name)
  const typed: Typed = {
    number: read('number'),
    on: dayOf(read, 'on'),
    signedBy: read('signedBy'),
    reason: read('reason'),
    system: read('system'),
    passed: read('passed'),
    note: read('note'),
  }
  const lacking = needed.filter((name) => (name === 'on' ? !momentOf(typed.on, '00:00') : typed[name] === ''))
  const wrong = (errors: ShownError[]) => fail(400, { typed, errors })
  if (lacking.length > 0) return wrong([{ href: `#${lacking[0]}`, text: say.missing }])
  const revision = Number(read('revision'))
  try {
    await send({ procedureCode: params.code, version: Number(params.version), revision }, typed)
  } catch (thrown) {
    const failure = failureOf(thrown)
    if (failure.kind === 'conflict') return wrong([{ href: '#act', text: say.moved }])
    if (failure.kind === 'refused')
      return wrong([{ href: '#act', text: words(locals.locale).refusals[failure.refusal.code] }])
    await orErrorPage(Promise.reject(thrown))
  }
  redirect(303, pathIn(locals.locale, `/workflows/${params.code}/${params.version}?done=1`))
}

function paperOf({ number, on, signedBy }: Typed) {
  return { number, on, signedBy }
}

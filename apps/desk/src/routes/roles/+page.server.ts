import { words } from '@motcua/ui/words'
import { joinDate } from '@motcua/ui/date-parts'
import { failureOf, orErrorPage } from '#lib/server/failures.ts'
import { text } from '#lib/server/form-data.ts'
import { deskWords } from '#lib/words/index.ts'
import { fail, error } from '@sveltejs/kit'
import type { Inputs } from '@motcua/api/client'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const deeds = ['give', 'decline', 'taken'] as const

export const load: PageServerLoad = async ({ locals, url }) => ({
  roles: await orErrorPage(locals.api.trpc.officers.list.query({})),
  done: deeds.find((deed) => deed === url.searchParams.get('done')),
})

export const actions = {
  async propose(event) {
    const posted = await event.request.formData()
    const typed = {
      username: text(posted, 'username'),
      role: text(posted, 'role'),
      agencyId: text(posted, 'agencyId'),
      procedures: text(posted, 'procedures'),
      from: dateIn(posted, 'from'),
      until: dateIn(posted, 'until'),
      reason: text(posted, 'reason'),
    }
    const { procedures, until, ...rest } = typed
    const asked = {
      ...rest,
      procedures: procedures.split(/[\s,;]+/).filter(Boolean),
      ...(until && { until }),
    } as Inputs['officers']['propose']
    return tried(
      event,
      () => event.locals.api.trpc.officers.propose.mutate(asked),
      'proposed' as const,
      typed,
    )
  },
} satisfies Actions

/** Does it, or says on the same page why not, with everything typed still there. */
async function tried<Done extends string>(
  { locals: { locale } }: RequestEvent,
  deed: () => Promise<unknown>,
  done: Done,
  typed?: Record<string, string>,
) {
  try {
    await deed()
    return { done, wrong: '', typed: undefined }
  } catch (thrown) {
    const failure = failureOf(thrown)
    if (failure.kind === 'forbidden' || failure.kind === 'not-found') error(403, failure.kind)
    const wrong =
      failure.kind === 'refused'
        ? words(locale).refusals[failure.refusal.code]
        : deskWords(locale).access[failure.kind === 'conflict' ? 'moved' : 'incomplete']
    return fail(400, { done: undefined, wrong, typed })
  }
}

function dateIn(posted: FormData, name: string): string {
  const part = (which: string): string => text(posted, `${name}-${which}`)
  return joinDate({ day: part('day'), month: part('month'), year: part('year') })
}

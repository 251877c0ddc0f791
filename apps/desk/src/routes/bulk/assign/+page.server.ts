import { fail } from '@sveltejs/kit'
import { chosen, eachOf, mostAtOnce, readyFor } from '#lib/server/bulk.ts'
import { orErrorPage } from '#lib/server/failures.ts'
import { text } from '#lib/server/form-data.ts'
import { deskWords } from '#lib/words/index.ts'
import { mostNote } from '#lib/work-form.ts'
import type { Actions, PageServerLoad } from './$types'

/** A step that nobody has is given; one that somebody has is taken from them, which needs a reason. */
const deeds = ['assign-step', 'reassign-step'] as const
const purpose = { 'assign-step': 'assign', 'reassign-step': 'reassign' } as const

export const load: PageServerLoad = async ({ locals, url }) => {
  const { ids, tooMany } = chosen(url.searchParams)
  const { ready, left } = await readyFor(locals, ids, deeds)
  const lines = []
  for (const { dossier, deed } of ready) {
    const asked = { dossierId: dossier.id, for: purpose[deed] }
    const people = await orErrorPage(locals.api.trpc.processing.holders.query(asked))
    lines.push({
      id: dossier.id,
      number: dossier.code ?? dossier.submissionNo,
      applicant: dossier.applicant.fullName,
      procedure: dossier.procedure.name,
      step: dossier.work?.steps.find(({ state }) => state === 'present')?.name ?? '',
      holder: dossier.work?.steps.find(({ state }) => state === 'present')?.holder ?? '',
      deed,
      people,
    })
  }
  return { lines, people: fitForAll(lines), left, tooMany: tooMany ? mostAtOnce : 0, mostNote }
}

export const actions: Actions = {
  async assign({ locals, request }) {
    const posted = await request.formData()
    const typed = { accountId: text(posted, 'accountId'), reason: text(posted, 'reason') }
    const items = chosen(posted).ids.map((id) => ({
      id,
      number: text(posted, `number-${id}`),
      deed: deeds.find((name) => name === text(posted, `deed-${id}`)) ?? 'assign-step',
    }))
    const say = deskWords(locals.locale)
    const needsReason = items.some(({ deed }) => deed === 'reassign-step')
    const errors = [
      ...(typed.accountId ? [] : [{ href: '#accountId', text: say.assignStep.whoMissing }]),
      ...(needsReason && !typed.reason ? [{ href: '#reason', text: say.reassignStep.reasonMissing }] : []),
    ]
    if (errors.length > 0) return fail(400, { typed, errors, outcomes: undefined })
    const { accountId, reason } = typed
    const deedOf = new Map(items.map(({ id, deed }) => [id, deed]))
    const outcomes = await eachOf(locals.locale, items, async (dossierId) => {
      const { processing } = locals.api.trpc
      if (deedOf.get(dossierId) === 'reassign-step')
        await processing.reassignStep.mutate({ dossierId, accountId, reason })
      else await processing.assignStep.mutate({ dossierId, accountId, ...(reason && { note: reason }) })
      return say.bulk.assign.done
    })
    return { typed, errors, outcomes }
  },
}

/** Who may take every one of these steps. */
function fitForAll(lines: readonly { people: readonly { accountId: string; fullName: string }[] }[]) {
  const [first, ...rest] = lines.map(({ people }) => people)
  return (first ?? []).filter(({ accountId }) =>
    rest.every((people) => people.some((person) => person.accountId === accountId)),
  )
}

import { error, fail } from '@sveltejs/kit'
import { ask } from '#lib/server/failures.ts'
import { goOn, signedIn } from '#lib/server/guard.ts'
import { ownDossier } from '#lib/server/own-dossier.ts'

const mostReason = 2000

export async function load(event) {
  const dossier = await ownDossier(event)
  if (dossier.phase === 'withdrawn') goOn(event, `/dossiers/${dossier.id}`)
  if (!dossier.mayWithdraw.allowed) error(409, 'conflict')
  return { dossier, mostReason }
}

export const actions = {
  /** Shows once more what follows, before it is done. */
  check: async ({ request }) => {
    const reason = await reasonIn(request)
    return reason.length > mostReason
      ? fail(400, { step: 'edit', reason, tooLong: true })
      : { step: 'check', reason, tooLong: false }
  },

  edit: async ({ request }) => ({ step: 'edit', reason: await reasonIn(request), tooLong: false }),

  /** Pressed twice it is once. */
  stop: async (event) => {
    signedIn(event)
    const reason = (await reasonIn(event.request)).slice(0, mostReason)
    const { id: dossierId } = event.params
    await ask(event, event.locals.api.trpc.ending.withdraw.mutate({ dossierId, ...(reason && { reason }) }))
    goOn(event, `/dossiers/${dossierId}?done=withdrawn`)
  },
}

async function reasonIn(request: Request): Promise<string> {
  return String((await request.formData()).get('reason') ?? '').trim()
}

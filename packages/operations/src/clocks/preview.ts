import { logRead } from '@motcua/db'
import { officePauseReasons, openPause } from '@motcua/domain'
import { z } from 'zod'
import { getDossierAtDesk } from '../dossier/reach.ts'
import { operation } from '../operation.ts'
import type { PauseView } from '../lateness/views.ts'
import { pauseEffect } from './effect.ts'
import { promiseAfterPause } from './promise-after-pause.ts'

/** What a pause of each reason would do to the clock, and what the promise would be if the one that lasts ended now. */
export const previewPause = operation({
  name: 'clocks.preview',
  may: 'dossier:pause-clock',
  input: z.object({ dossierId: z.uuid() }),

  async run(room, { dossierId }): Promise<PauseView> {
    const { tx, tenant, actor, now } = room
    const dossier = await getDossierAtDesk(room, dossierId)
    await logRead(tx, { actor, thing: 'dossier', thingId: dossierId, why: 'clocks.preview', at: now })
    const pauses = 'pauses' in dossier ? dossier.pauses : undefined
    const lasting = openPause(pauses)
    return {
      reasons: officePauseReasons.map((reason) => ({ reason, effect: pauseEffect(tenant, reason, now) })),
      ...(lasting && { lasting, after: promiseAfterPause(tenant, dossier, now) }),
    }
  },
})

import { resumeClock as decide } from '@motcua/domain'
import { z } from 'zod'
import { getDossierToChange, staffOf } from '../dossier/reach.ts'
import { operation } from '../operation.ts'
import { record } from '../record.ts'
import { promiseAfterPause } from './promise-after-pause.ts'

/** Ends the pause that lasts; the promise is counted anew through it, as the law says. */
export const resumeClock = operation({
  name: 'clocks.resume',
  may: 'dossier:pause-clock',
  input: z.object({ dossierId: z.uuid(), note: z.string().trim().max(1000).optional() }),

  async run(room, { dossierId, note }): Promise<void> {
    const dossier = await getDossierToChange(room, dossierId)
    const command = { at: room.now, by: staffOf(room.actor).fullName, ...(note && { note }) }
    const processingClock = promiseAfterPause(room.tenant, dossier, room.now)
    await record(room, dossier, decide(dossier, command, { processingClock }))
  },
})

import { officePauseReasons, pauseClock as decide } from '@motcua/domain'
import { z } from 'zod'
import { getDossierToChange, staffOf } from '../dossier/reach.ts'
import { operation } from '../operation.ts'
import { record } from '../record.ts'
import { pauseEffect } from './effect.ts'

/** Records that the office has to wait, with its reason and its paper; the law says what that does to the clock. */
export const pauseClock = operation({
  name: 'clocks.pause',
  may: 'dossier:pause-clock',
  input: z.object({
    dossierId: z.uuid(),
    reason: z.enum(officePauseReasons),
    note: z.string().trim().max(1000),
    documentNo: z.string().trim().max(200),
  }),

  async run(room, { dossierId, ...command }): Promise<void> {
    const dossier = await getDossierToChange(room, dossierId)
    const effect = pauseEffect(room.tenant, command.reason, room.now)
    const said = { ...command, at: room.now, by: staffOf(room.actor).fullName }
    await record(room, dossier, decide(dossier, said, { effect }))
  },
})

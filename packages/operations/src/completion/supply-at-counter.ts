import { getDossierToChange } from '../dossier/reach.ts'
import { operation } from '../operation.ts'
import { record } from '../record.ts'
import { BroughtIn, contentWith } from './content-at-counter.ts'
import { supply } from './supply.ts'

/** Notes what an applicant brought to the counter after being asked for more, before acceptance or after it. */
export const supplyAtCounter = operation({
  name: 'completion.supplyAtCounter',
  may: 'dossier:enter-at-counter',
  input: BroughtIn,

  async run(room, brought): Promise<{ dossierId: string }> {
    const { tenant, now } = room
    const dossier = await getDossierToChange(room, brought.dossierId)
    const { content, keep } = await contentWith(room, dossier, brought)
    await record(room, dossier, supply(tenant, dossier, content, { mode: 'counter', now }))
    await keep()
    return { dossierId: dossier.id }
  },
})

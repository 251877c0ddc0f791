import { instant } from '@motcua/calendar'
import { eventsOf, findByCodeIn, slipsOf } from '@motcua/db'
import { MomentInput, NotFound, type Dossier, type SlipDocument } from '@motcua/domain'
import { z } from 'zod'
import { maskName } from '../dossier/mask-name.ts'
import { reading } from '../operation.ts'
import { buildSlip } from './build-slip.ts'
import { slipsIn } from './slips-in.ts'

/**
 * An apology slip as the portal publishes it for everybody, whole but with personal data reduced (LA19-11.3, AMB-41): the
 * name is masked; number, address and telephone are left out.
 */
export const publishedSlip = reading({
  name: 'slips.published',
  may: 'catalogue:read',
  input: z.object({
    code: z.string().max(60),
    /** When the apology was issued. */
    at: MomentInput,
  }),

  async run({ tx, tenant, portal }, { code, at }): Promise<SlipDocument> {
    const id = await findByCodeIn(tx, code)
    if (!id) throw new NotFound('slip')
    const events = await eventsOf(tx, id)
    const version = 1 + events.findIndex((event) => event.type === 'ApologyIssued' && event.at === at)
    const apology = events[version - 1]
    if (apology?.type !== 'ApologyIssued' || apology.published.answer !== true) throw new NotFound('slip')
    const slip = slipsIn(events).find(
      ({ kind, eventVersion }) => kind === 'apology' && eventVersion === version,
    )
    const source = { events, issued: await slipsOf(tx, id) }
    return buildSlip(tenant, portal, source, slip!, { shown: reduced })
  },
})

/** What everybody may see of whose dossier it is. */
function reduced(dossier: Dossier): Dossier {
  return { ...dossier, applicant: { fullName: maskName(dossier.applicant.fullName), citizenId: '' } }
}

import { getDossierForUpdate } from '@motcua/db'
import { NotFound, Refused } from '@motcua/domain'
import { z } from 'zod'
import { citizenOf } from '../drafts/own-draft.ts'
import { operation } from '../operation.ts'
import { mustBeOpen, openOrReuse } from './pay-online.ts'

/** What to write on the transfer. */
export interface TransferOrder {
  account: { bank: string; number: string; holder: string }
  /** Đồng. */
  amount: number
  /** What the transfer must say, so that it is found among the lines of the statement. */
  content: string
}

/** Opens a payment by transfer to the published account (HN19-10.2c.2), or names the one that is open. */
export const payByTransfer = operation({
  name: 'fees.payByTransfer',
  may: 'fee:own',
  input: z.object({ dossierId: z.uuid() }),

  async run(room, { dossierId }): Promise<TransferOrder> {
    const { tx, tenant, actor, now } = room
    const { accountId, fullName } = citizenOf(actor)
    const dossier = await getDossierForUpdate(tx, dossierId)
    if (dossier.applicant.accountId !== accountId) throw new NotFound('dossier')
    const account = tenant.manifest.payment?.account
    if (!account) throw new Refused({ code: 'channel-not-allowed', data: { channel: 'bank-transfer' } })
    await mustBeOpen(room, dossier, 'bank-transfer')
    const { ref, amount } = await openOrReuse(tx, dossier, { channel: 'bank-transfer', by: fullName, now })
    return { account, amount, content: ref }
  },
})

import { randomUUID } from 'node:crypto'
import { addKey, findByLogin } from '@motcua/db'
import { keyScopes, NotFound, type KeyOwner } from '@motcua/domain'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { agencyOf } from '../catalogue/procedure-view.ts'
import { operation, type Room } from '../operation.ts'
import { longestText, managerOf } from './change.ts'

const Text = z.string().trim().min(1).max(longestText)

/** Registers a key of a body, or of an applicant who asked for it. It opens nothing until it has a limit and is activated. */
export const registerKey = operation({
  name: 'keys.register',
  may: 'key:manage',
  input: z.object({
    name: Text,
    owner: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('agency'), agencyId: z.string() }),
      z.object({ kind: z.literal('applicant'), login: Text }),
    ]),
    contactName: Text,
    contactEmail: z.email().max(longestText),
    scopes: z.array(z.enum(keyScopes)).min(1),
  }),

  async run(room, input): Promise<{ keyId: string }> {
    const { tx, actor, now } = room
    const { owner, ownerName } = await ownerOf(room, input.owner)
    const id = randomUUID()
    await addKey(tx, {
      phase: 'registered',
      id,
      name: input.name,
      owner,
      ownerName,
      contact: { fullName: input.contactName, email: input.contactEmail },
      scopes: [...new Set(input.scopes)],
      addresses: [],
      registeredAt: now,
      registeredBy: managerOf(actor).fullName,
    })
    const detail = { scopes: input.scopes, owner: owner.kind }
    await audit(room, { deed: 'api-key:issue', thing: 'api-key', thingId: id, detail })
    return { keyId: id }
  },
})

async function ownerOf(
  { tx, tenant }: Room,
  given: { kind: 'agency'; agencyId: string } | { kind: 'applicant'; login: string },
): Promise<{ owner: KeyOwner; ownerName: string }> {
  if (given.kind === 'agency') {
    const { id: agencyId, name } = agencyOf(tenant, given.agencyId)
    return { owner: { kind: 'agency', agencyId }, ownerName: name }
  }
  const account = await findByLogin(tx, given.login.replace(/\s/g, ''))
  if (!account) throw new NotFound('account')
  return { owner: { kind: 'applicant', accountId: account.id }, ownerName: account.fullName }
}

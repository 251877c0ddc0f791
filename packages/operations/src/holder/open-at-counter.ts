import { randomBytes, randomUUID } from 'node:crypto'
import { dateOf, fromMoment, toMoment, type CivilDate } from '@motcua/calendar'
import { createAccount, putAddressProof, type CitizenAccount } from '@motcua/db'
import { Refused } from '@motcua/domain'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { answer, invalid } from '../identity/answer.ts'
import { operation } from '../operation.ts'
import { determine, localRegistration } from '../rules/determine.ts'
import { tellHolder } from './tell-holder.ts'

const Text = z.string().trim()

/** Seconds the link to choose a first password is good: three days, for who reads letters at a neighbour's. */
const linkSeconds = 3 * 24 * 60 * 60

/**
 * Opens an account for somebody at the counter whose identity paper the officer has seen. Nobody is told a password: the
 * holder is sent a link to choose one, by the ways the law names (HN19-6.1b, PT20-7.1b). Where the law opens no accounts
 * here, it says with whom the officer helps them to an electronic identity (TQ25-5.3).
 */
export const openAtCounter = operation({
  name: 'holder.openAtCounter',
  may: 'account:assist',
  input: z.object({
    fullName: answer('text', { maxLength: 120 }),
    citizenId: answer('citizen-id'),
    email: z.union([Text.max(0), answer('email')]),
    phone: z.union([Text.max(0), answer('phone')]),
    birthDate: z.union([Text.max(0), answer('date')]),
    address: Text.max(300),
  }),

  async run(room, { email, phone, birthDate, address, ...person }): Promise<{ accountId: string }> {
    const { tx, tenant, now, portal } = room
    const allowed = localRegistration(tenant, now)
    if (allowed.answer === false) {
      const { answer: assistedWith } = determine<string[] | null>(tenant, 'auth.assistedWith', { asOf: now })
      throw new Refused({ code: 'registration-not-offered', data: { basis: allowed.basis, assistedWith } })
    }
    if (!email && !phone) throw invalid('email', 'required')
    if (birthDate > dateOf(now)) throw invalid('birthDate', 'date-in-future')
    const account: CitizenAccount = {
      ...person,
      kind: 'citizen',
      id: randomUUID(),
      ...(email && { email }),
      ...(phone && { phone }),
      ...(birthDate && { birthDate: birthDate as CivilDate }),
      ...(address && { address }),
    }
    const clash = await createAccount(tx, account, now)
    if (clash) throw new Refused({ code: 'login-taken', data: { field: clash.taken } })
    const secret = randomBytes(32).toString('base64url')
    const expiresAt = fromMoment(toMoment(now) + linkSeconds)
    await putAddressProof(tx, { secret, accountId: account.id, purpose: 'recovery', expiresAt }, now)
    await tellHolder({ tx, tenant, now, portal }, account, 'AccountAtCounter', {
      words: { link: `${portal}/recovery/${secret}` },
      secret: true,
    })
    await audit(room, { deed: 'account:assist', thing: 'account', thingId: account.id })
    return { accountId: account.id }
  },
})

import { getLetter, letterFailed, letterSent, logRead, type KeptLetter } from '@motcua/db'
import type { ChoreCounter } from '../chores/handler.ts'
import { Undeliverable, type Senders } from '../notices/senders.ts'
import { withoutMarks } from '../notices/wording.ts'
import type { Tenant } from '../tenants/tenant.ts'

/** Sends the letter a chore is about. @throws while its receiver does not take it */
export const sendLetter = (counter: ChoreCounter): Promise<undefined> => send(counter, false)

/** Sends a letter that carries a secret, and forgets what it said. @throws while its receiver does not take it */
export const sendSecretLetter = (counter: ChoreCounter): Promise<undefined> => send(counter, true)

async function send(
  { db, tenant, actor, now, senders, chore }: ChoreCounter,
  wipe: boolean,
): Promise<undefined> {
  const id = chore.subject
  const letter = await db.transact(tenant.id, async (tx) => {
    await logRead(tx, { actor, thing: 'letter', thingId: id, why: 'to send it', at: now })
    return getLetter(tx, id)
  })
  if (letter.status !== 'waiting') return
  try {
    await carry(senders, tenant, letter)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const final = error instanceof Undeliverable
    await db.transact(tenant.id, (tx) => letterFailed(tx, id, reason, final))
    if (final) return
    throw error
  }
  await db.transact(tenant.id, (tx) => letterSent(tx, id, { at: now, wipe }))
}

function carry(senders: Senders, { manifest }: Tenant, letter: KeptLetter): Promise<void> {
  const { id: key, recipient: to, subject, body } = letter
  const title = manifest.portalTitle.vi
  switch (letter.channel) {
    case 'email':
      return senders.email({ to, from: { name: title, address: manifest.email }, subject, text: body, key })
    case 'sms':
      return senders.sms({ to, from: withoutMarks(`DVC ${manifest.name}`), text: body, key })
    case 'zalo':
      return senders.zalo({ to, from: title, title: subject, text: body, key })
    default:
      return letter.channel satisfies never
  }
}

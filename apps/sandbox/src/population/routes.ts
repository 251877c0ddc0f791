import { Hono } from 'hono'
import { z } from 'zod'
import type { Person } from '../identity/people.ts'
import { isSigned } from '../signature.ts'

const Asked = z.object({
  citizenId: z.string().regex(/^\d{12}$/),
  by: z.string().min(1),
  purpose: z.string().min(5),
  reference: z.uuid(),
})

/**
 * The national population database, played: a signed `POST /population/persons` says who asks and why, and is answered
 * with the person of that number, or 404.
 */
export function populationDatabase(
  people: readonly Person[],
  { secret, now }: { secret: string; now: () => Date },
): Hono {
  return new Hono().post('/persons', async (c) => {
    const body = await c.req.text()
    const headers = {
      timestamp: c.req.header('x-motcua-timestamp'),
      signature: c.req.header('x-motcua-signature'),
    }
    if (!isSigned(body, headers, { secret, now: now() })) return c.json({ error: 'not-signed' }, 401)
    const { citizenId } = Asked.parse(JSON.parse(body))
    const person = people.find((one) => one.citizenId === citizenId)
    if (!person) return c.json({ error: 'unknown' }, 404)
    const { fullName, birthDate } = person
    return c.json({ citizenId, fullName, birthDate, address: addressOf(citizenId) })
  })
}

/** A made-up address, always the same for one person. */
function addressOf(citizenId: string): string {
  return `Số ${Number(citizenId.slice(-3)) + 1}, đường Trần Hưng Đạo, tổ dân phố ${(Number(citizenId.at(-1)) % 9) + 1}`
}

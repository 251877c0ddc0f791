import { Refused } from '@motcua/domain'
import { z } from 'zod'
import type { IdentitySystem, ProvenIdentity } from './identity-provider.ts'

const optional = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined)

/** What an identity system says of a person. Only what is needed, and nothing that is not of the form it should have. */
const Claims = z.object({
  sub: z.string().min(1).max(255),
  name: z.string().trim().min(1).max(120),
  acr: z.enum(['level1', 'level2']),
  citizen_id: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
  birthdate: optional(z.iso.date()),
  phone_number: optional(z.string().regex(/^(\+84|0)\d{9}$/)),
  email: optional(z.email().max(200)),
  preferred_username: optional(z.string().trim().min(1).max(200)),
  organisations: z
    .array(
      z.object({
        code: z.string().regex(/^\d{10}(-?\d{3})?$/),
        name: z.string().trim().min(1).max(300),
        role: z.enum(['legal-representative', 'member']),
      }),
    )
    .max(200)
    .catch([])
    .default([]),
})

/** @throws Refused where the identity system does not say who somebody is */
export function readClaims(
  provider: IdentitySystem,
  said: Readonly<Record<string, unknown>>,
): ProvenIdentity {
  const read = Claims.safeParse(said)
  if (!read.success) throw Object.assign(new Refused({ code: 'identity-not-proven' }), { cause: read.error })
  const { sub, name, acr, citizen_id, birthdate, phone_number, email, preferred_username, organisations } =
    read.data
  return {
    provider,
    subject: sub,
    fullName: name.normalize('NFC'),
    level: acr === 'level2' ? 2 : 1,
    organisations,
    ...(citizen_id && { citizenId: citizen_id }),
    ...(birthdate && { birthDate: birthdate }),
    ...(phone_number && { phone: phone_number.replace(/^\+84/, '0') }),
    ...(email && { email: email.toLowerCase() }),
    ...(preferred_username && { username: preferred_username.toLowerCase() }),
  }
}

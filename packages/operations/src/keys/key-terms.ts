import { dateOf, day, type Instant } from '@motcua/calendar'
import { keyScopes, type KeyTerms } from '@motcua/domain'
import { z } from 'zod'
import { isAddressRange } from './addresses.ts'

/** Most ranges of addresses of one key. */
const mostAddresses = 50

/** What a key may do and how often: the limit has no default (AMB-38). */
export const Terms = z.object({
  scopes: z.array(z.enum(keyScopes)).min(1),
  calls: z.int().min(1).max(1_000_000),
  seconds: z.int().min(1).max(86_400),
  addresses: z
    .array(
      z
        .string()
        .trim()
        .refine(isAddressRange, { params: { code: 'not-an-address' } }),
    )
    .max(mostAddresses)
    .default([]),
  lastDay: z.iso.date().optional(),
})

/** Terms as they are kept. A last day that is over already is told as the person who typed it can mend it. */
export function termsOf(
  { scopes, calls, seconds, addresses, lastDay }: z.output<typeof Terms>,
  now: Instant,
): KeyTerms {
  const last = lastDay === undefined ? undefined : day(lastDay)
  if (last !== undefined && last < dateOf(now)) {
    throw new z.ZodRealError([
      { code: 'custom', path: ['lastDay'], params: { code: 'in-the-past' }, message: 'past', input: lastDay },
    ])
  }
  return { scopes: [...new Set(scopes)], limit: { calls, seconds }, addresses, lastDay: last }
}

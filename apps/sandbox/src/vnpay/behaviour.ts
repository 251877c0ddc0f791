import { z } from 'zod'

const Switch = z.union([z.boolean(), z.enum(['true', 'false', 'on']).transform((text) => text !== 'false')])

/** How the payment gateway misbehaves; the default is not at all. */
export const Behaviour = z.object({
  /** Answers nobody: pages and queries say 503, and it notifies nobody. */
  down: Switch.default(false),
  /** Notices leave this many seconds after the payment; 18,000 is five hours. */
  slowSeconds: z.coerce.number().int().min(0).max(86_400).default(0),
  /** Each notice is sent this many times more, at once. */
  duplicates: z.coerce.number().int().min(0).max(20).default(0),
  /** A payer's failed first try is told after the payment that followed it, and later payments before earlier ones. */
  reorder: Switch.default(false),
  /**
   * `signature`: notices are signed with another key. `amount`: they tell ten times the money. `outcome`: the payer's
   * browser is told that a payment succeeded that never was.
   */
  lie: z.enum(['none', 'signature', 'amount', 'outcome']).default('none'),
})
export type Behaviour = z.infer<typeof Behaviour>

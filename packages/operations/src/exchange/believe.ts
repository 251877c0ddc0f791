import { fromMoment } from '@motcua/calendar'
import { noteNonce } from '@motcua/db'
import { z } from 'zod'
import { operation } from '../operation.ts'
import { exchangeToleranceSeconds } from './signature.ts'

/**
 * Believes a signed request once: the same nonce a second time is a replay.
 * @returns false for a replay
 */
export const believeOnce = operation({
  name: 'exchange.believeOnce',
  may: 'exchange:take-in',
  /** `seconds` since 1970 by the clock of the machine, which signatures are held against, not by the office's. */
  input: z.object({ nonce: z.string().min(16).max(80), seconds: z.number().int() }),

  async run({ tx }, { nonce, seconds }): Promise<boolean> {
    const forgetBefore = fromMoment(seconds - 2 * exchangeToleranceSeconds)
    return noteNonce(tx, { nonce, at: fromMoment(seconds), forgetBefore })
  },
})

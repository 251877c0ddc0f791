import { randomBytes } from 'node:crypto'
import { toMoment, type Instant } from '@motcua/calendar'
import { findFactor, takeRecoveryCode, useStep, type Tx } from '@motcua/db'
import { Refused } from '@motcua/domain'
import { Secret, TOTP } from 'otpauth'
import type { Sealing } from '../identity/sealing.ts'

/** Tries at a code, by account: a guess among a million is not worth a month. */
export const codesByAccount = { most: 6, windowSeconds: 15 * 60 }

const stepSeconds = 30

/** What an authenticator is told: the secret to type in, and the same as an address for a QR code. */
export interface Enrolment {
  secret: string
  uri: string
}

const totpOf = (secret: string, { issuer = '', label = '' } = {}) =>
  new TOTP({
    issuer,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: stepSeconds,
    secret: Secret.fromBase32(secret),
  })

/** A new secret of 160 bits (RFC 4226) for an authenticator. */
export function newEnrolment(issuer: string, label: string): Enrolment {
  const secret = new Secret({ size: 20 }).base32
  return { secret, uri: totpOf(secret, { issuer, label }).toString() }
}

/** The step of thirty seconds whose code this is: the present one or its neighbours; undefined where it is none. */
export function stepOf(secret: string, code: string, now: Instant): number | undefined {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const timestamp = toMoment(now) * 1000
  const delta = totpOf(secret).validate({ token, timestamp, window: 1 })
  return delta === null ? undefined : Math.floor(timestamp / 1000 / stepSeconds) + delta
}

/** Ten codes for who loses the authenticator, of 120 bits each: `ABCDEF-GHJKLM-…`. */
export function newRecoveryCodes(): string[] {
  // No letter that is taken for a digit.
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
  const one = (): string =>
    Array.from(randomBytes(24), (byte, at) => (at > 0 && at % 6 === 0 ? '-' : '') + letters[byte % 32]).join(
      '',
    )
  return Array.from({ length: 10 }, one)
}

/** How a recovery code is compared: without spaces, dashes or case. */
export const plainCode = (code: string): string => code.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** What a second factor is sealed for. */
export const factorOf = (tenant: string, accountId: string): string => `second-factor ${tenant} ${accountId}`

/** Whether this is a code of the account's authenticator that was not used, or an unused recovery code. It is used up. */
export async function checkCode(
  { tx, now, sealing }: { tx: Tx; now: Instant; sealing?: Sealing | undefined },
  accountId: string,
  code: string,
): Promise<boolean> {
  const factor = await findFactor(tx, accountId)
  if (!factor?.confirmedAt) return false
  if (plainCode(code).length === 24) return takeRecoveryCode(tx, accountId, plainCode(code), now)
  const secret = sealingOf(sealing).open(factor.sealedSecret, factorOf(tx.tenant, accountId))
  const step = stepOf(secret, code, now)
  return step !== undefined && step > factor.lastStep && useStep(tx, accountId, step)
}

/** @throws Refused where this house keeps no key to seal with */
export function sealingOf(sealing: Sealing | undefined): Sealing {
  if (!sealing) throw new Refused({ code: 'second-factor-not-offered' })
  return sealing
}

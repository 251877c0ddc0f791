import { sign, type KeyObject } from 'node:crypto'
import type { Signatory } from './signatory.ts'

/** A key with its certificate, as a keystore keeps them. */
export interface KeyWithCertificate {
  /** In DER. */
  readonly certificate: Uint8Array
  readonly key: KeyObject
}

/** Signs with a key of this process: the signatory's own certificate first, then those that issued it. */
export function signatoryOf(
  { key, certificate }: KeyWithCertificate,
  issuers: readonly Uint8Array[],
): Signatory {
  return {
    certificates: [certificate, ...issuers],
    algorithm: key.asymmetricKeyType === 'rsa' ? 'rsa-sha256' : 'ecdsa-sha256',
    sign: async (bytes) => sign('sha256', bytes, key),
  }
}

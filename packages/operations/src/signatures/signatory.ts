/**
 * A certificate and the power to sign with it. The key itself stays with whoever keeps it: a file here, a hardware
 * module or a remote signing service elsewhere.
 */
export interface Signatory {
  /** Certificates in DER: the signatory's own first, then those that issued it. */
  readonly certificates: readonly Uint8Array[]
  readonly algorithm: 'rsa-sha256' | 'ecdsa-sha256'
  /** Signs: PKCS #1 v1.5 for RSA, a DER pair for ECDSA, both over SHA-256. */
  sign(bytes: Uint8Array): Promise<Uint8Array>
}

/** Where the keys of provinces are kept. */
export interface KeyProvider {
  /** The certificate with which this province signs its results, or undefined where it has none. */
  find(tenant: string): Promise<Signatory | undefined>
}

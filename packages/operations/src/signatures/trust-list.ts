import { Certificate, CertificateRevocationList } from 'pkijs'

/** The authorities a province trusts, with the lists of certificates they revoked. */
export interface TrustList {
  readonly authorities: readonly Certificate[]
  readonly revocations: readonly CertificateRevocationList[]
}

/**
 * Reads authorities and revocation lists out of PEM texts, as they are published.
 * @throws Error naming the block that cannot be read
 */
export function readTrustList(texts: readonly string[]): TrustList {
  const blocks = texts.flatMap(blocksOf)
  const read = <T>(label: string, parse: (der: Uint8Array<ArrayBuffer>) => T): T[] =>
    blocks
      .filter((block) => block.label === label)
      .map(({ der }, i) => {
        try {
          return parse(der)
        } catch (cause) {
          throw new Error(`block ${i + 1} of ${label} cannot be read`, { cause })
        }
      })
  return {
    authorities: read('CERTIFICATE', (der) => Certificate.fromBER(der)),
    revocations: read('X509 CRL', (der) => CertificateRevocationList.fromBER(der)),
  }
}

/** DER in PEM, as text files carry it. */
export function toPem(label: 'CERTIFICATE' | 'X509 CRL', der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}

function blocksOf(text: string): { label: string; der: Uint8Array<ArrayBuffer> }[] {
  return [...text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----([\sA-Za-z0-9+/=]+)-----END \1-----/g)].map(
    ([, label, body]) => ({ label: label!, der: new Uint8Array(Buffer.from(body!, 'base64')) }),
  )
}

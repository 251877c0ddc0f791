import { createHash } from 'node:crypto'
import type { Attribute, Certificate, SignerInfo } from 'pkijs'
import { oid } from './cms.ts'

/** SHA-256, SHA-384, SHA-512. SHA-1 can be forged and does not count. */
const strongHashes: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

/** Signature algorithms with SHA-1 or MD5 inside. */
const weakSignatures = new Set([
  '1.2.840.113549.1.1.2',
  '1.2.840.113549.1.1.3',
  '1.2.840.113549.1.1.4',
  '1.2.840.113549.1.1.5',
  '1.2.840.10045.4.1',
])

/** Whether it is made by means that still prove something. */
export function isStrong(signer: SignerInfo): boolean {
  return (
    signer.digestAlgorithm.algorithmId in strongHashes &&
    !weakSignatures.has(signer.signatureAlgorithm.algorithmId)
  )
}

export function signedAttribute(signer: SignerInfo, type: string): Attribute | undefined {
  return signer.signedAttrs?.attributes.find((attribute) => attribute.type === type)
}

/**
 * Whether the certificate is the one the signer named, by its hash. Signatures older than that custom name none, and
 * are taken by their issuer and serial number.
 */
export function bearsThisCertificate(signer: SignerInfo, certificate: Certificate): boolean {
  const attribute = signedAttribute(signer, oid.signingCertificateV2)
  if (!attribute) return true
  // SigningCertificateV2 → certs → the first ESSCertIDv2 → [algorithm,] hash
  const first = childrenOf(childrenOf(childrenOf(attribute.values[0])[0])[0])
  const named = first.find((one) => one.idBlock.tagNumber === 4)
  const algorithm = first[0] && first[0].idBlock.tagNumber === 16 && first[0] !== named ? first[0] : undefined
  const hashOid = algorithm ? String(childrenOf(algorithm)[0]?.valueBlock.toString()) : oid.sha256
  const hash = strongHashes[hashOid]
  if (!hash || !named?.valueBlock.valueHexView) return false
  const der = new Uint8Array(certificate.toSchema(false).toBER())
  return createHash(hash).update(der).digest().equals(named.valueBlock.valueHexView)
}

interface Asn1 {
  readonly idBlock: { readonly tagNumber: number }
  readonly valueBlock: { readonly value?: unknown; readonly valueHexView?: Uint8Array; toString(): string }
}

function childrenOf(node: unknown): Asn1[] {
  const value = (node as Asn1 | undefined)?.valueBlock.value
  return Array.isArray(value) ? (value as Asn1[]) : []
}

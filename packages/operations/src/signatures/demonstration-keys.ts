import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { toMoment, type Instant } from '@motcua/calendar'
import { BitString, Integer, OctetString, PrintableString, Utf8String } from 'asn1js'
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  Extension,
  PublicKeyInfo,
  RelativeDistinguishedNames,
  Time,
} from 'pkijs'
import { signatureAlgorithm } from './cms.ts'
import type { KeyWithCertificate } from './local-signatory.ts'

/** A made-up authority for demonstrations and tests. What it certifies is worth nothing outside them. */
export function makeAuthority(name: string, at: Instant): KeyWithCertificate {
  return certify({ name, at, years: 20, authority: true })
}

/** A certificate of a body, issued by a made-up authority and valid for three years. */
export function makeCertificate(
  by: KeyWithCertificate,
  { name, organisation, at, years = 3 }: { name: string; organisation?: string; at: Instant; years?: number },
): KeyWithCertificate {
  return certify({ name, ...(organisation && { organisation }), at, years, authority: false, by })
}

interface Wanted {
  readonly name: string
  readonly organisation?: string
  readonly at: Instant
  readonly years: number
  readonly authority: boolean
  readonly by?: KeyWithCertificate
}

function certify({ name, organisation, at, years, authority, by }: Wanted): KeyWithCertificate {
  const { privateKey: key, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const from = new Date(toMoment(at) * 1000)
  const until = new Date(from)
  until.setUTCFullYear(until.getUTCFullYear() + years)
  const subject = nameOf(name, organisation)
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const certificate = new Certificate({
    version: 2,
    serialNumber: new Integer({ valueHex: positive(randomBytes(16)).buffer }),
    signature: signatureAlgorithm('ecdsa-sha256'),
    signatureAlgorithm: signatureAlgorithm('ecdsa-sha256'),
    issuer: by ? Certificate.fromBER(by.certificate).subject : subject,
    subject,
    notBefore: new Time({ type: 0, value: from }),
    notAfter: new Time({ type: 0, value: until }),
    subjectPublicKeyInfo: PublicKeyInfo.fromBER(spki),
    extensions: [
      extension('2.5.29.19', true, new BasicConstraints({ cA: authority }).toSchema().toBER()),
      // Certificates and revocation lists, or signatures that are not denied.
      extension('2.5.29.15', true, keyUsage(authority ? [0x06, 1] : [0xc0, 6])),
      extension('2.5.29.14', false, new OctetString({ valueHex: keyId(spki) }).toBER()),
    ],
  })
  const tbs = new Uint8Array(certificate.encodeTBS().toBER())
  certificate.signatureValue = new BitString({ valueHex: bufferOf(sign('sha256', tbs, by?.key ?? key)) })
  return { key, certificate: new Uint8Array(certificate.toSchema(true).toBER()) }
}

function nameOf(name: string, organisation: string | undefined): RelativeDistinguishedNames {
  const text = (type: string, value: string) =>
    new AttributeTypeAndValue({ type, value: new Utf8String({ value }) })
  const country = new AttributeTypeAndValue({
    type: '2.5.4.6',
    value: new PrintableString({ value: 'VN' }),
  })
  return new RelativeDistinguishedNames({
    typesAndValues: [
      country,
      ...(organisation ? [text('2.5.4.10', organisation)] : []),
      text('2.5.4.3', name),
    ],
  })
}

function extension(extnID: string, critical: boolean, extnValue: ArrayBuffer): Extension {
  return new Extension({ extnID, critical, extnValue })
}

function keyUsage([bits, unused]: [number, number]): ArrayBuffer {
  return new BitString({ valueHex: Uint8Array.of(bits).buffer, unusedBits: unused }).toBER()
}

function keyId(spki: Uint8Array): ArrayBuffer {
  return bufferOf(createHash('sha1').update(spki).digest())
}

/** A serial number is positive, so its first bit is not set. */
function positive(bytes: Buffer): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes)
  copy[0] = (copy[0]! & 0x7f) | 0x40
  return copy
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer
}

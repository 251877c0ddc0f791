import { createHash } from 'node:crypto'
import { Integer, Null, ObjectIdentifier, OctetString, Sequence } from 'asn1js'
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  GeneralName,
  GeneralNames,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs'
import type { Signatory } from './signatory.ts'

/** Object identifiers of the attributes and algorithms a PAdES signature is made of. */
export const oid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timestampToken: '1.2.840.113549.1.9.16.2.14',
  sha256: '2.16.840.1.101.3.4.2.1',
  'rsa-sha256': '1.2.840.113549.1.1.11',
  'ecdsa-sha256': '1.2.840.10045.4.3.2',
} as const

/**
 * A detached CMS signature of the baseline level B-B (ETSI EN 319 142-1): it says what was signed and by which
 * certificate, and no time of its own, which a PDF states beside it.
 */
export async function makeCms(content: Uint8Array, signatory: Signatory): Promise<Uint8Array> {
  const certificates = signatory.certificates.map((der) => Certificate.fromBER(new Uint8Array(der)))
  const [own] = certificates
  if (!own) throw new Error('a signatory has a certificate')
  const attributes = new SignedAndUnsignedAttributes({
    type: 0,
    attributes: inDerOrder([
      new Attribute({ type: oid.contentType, values: [new ObjectIdentifier({ value: oid.data })] }),
      new Attribute({ type: oid.messageDigest, values: [octets(sha256(content))] }),
      new Attribute({ type: oid.signingCertificateV2, values: [signingCertificate(own, signatory)] }),
    ]),
  })
  const signer = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
    digestAlgorithm: sha256Algorithm(),
    signatureAlgorithm: signatureAlgorithm(signatory.algorithm),
    signedAttrs: attributes,
    signature: octets(await signatory.sign(asSet(attributes))),
  })
  const signed = new SignedData({
    version: 1,
    digestAlgorithms: [sha256Algorithm()],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: oid.data }),
    certificates,
    signerInfos: [signer],
  })
  const info = new ContentInfo({ contentType: oid.signedData, content: signed.toSchema(true) })
  return new Uint8Array(info.toSchema().toBER())
}

export function signatureAlgorithm(name: Signatory['algorithm']): AlgorithmIdentifier {
  return new AlgorithmIdentifier({
    algorithmId: oid[name],
    ...(name === 'rsa-sha256' && { algorithmParams: new Null() }),
  })
}

/** Which certificate signed, by its hash, so that none can be put in its place. */
function signingCertificate(own: Certificate, { certificates }: Signatory): Sequence {
  const issuer = new GeneralNames({ names: [new GeneralName({ type: 4, value: own.issuer })] })
  const serial = new Integer({ valueHex: own.serialNumber.valueBlock.valueHexView })
  const issuerSerial = new Sequence({ value: [issuer.toSchema(), serial] })
  const essCertId = new Sequence({ value: [octets(sha256(certificates[0]!)), issuerSerial] })
  return new Sequence({ value: [new Sequence({ value: [essCertId] })] })
}

/** What is signed of the attributes: their set, not the implicit tag they are stored under. */
function asSet(attributes: SignedAndUnsignedAttributes): Uint8Array {
  const bytes = new Uint8Array(attributes.toSchema().toBER())
  bytes[0] = 0x31
  return bytes
}

/** A set in DER stands in the order of its members' bytes. */
function inDerOrder(attributes: Attribute[]): Attribute[] {
  const bytes = (attribute: Attribute): Buffer => Buffer.from(attribute.toSchema().toBER())
  return attributes.toSorted((a, b) => Buffer.compare(bytes(a), bytes(b)))
}

function sha256Algorithm(): AlgorithmIdentifier {
  return new AlgorithmIdentifier({ algorithmId: oid.sha256, algorithmParams: new Null() })
}

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest()
}

function octets(bytes: Uint8Array): OctetString {
  return new OctetString({ valueHex: new Uint8Array(bytes).buffer })
}

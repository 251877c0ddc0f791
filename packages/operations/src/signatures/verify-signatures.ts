import { fromMoment, toMoment, type Instant, type Moment } from '@motcua/calendar'
import type { SignatureCheck } from '@motcua/domain'
import { Certificate, ContentInfo, SignedData, TSTInfo, type Attribute, type SignerInfo } from 'pkijs'
import { oid } from './cms.ts'
import { checkCertificate } from './check-certificate.ts'
import { findSignatures, type FoundSignature } from './find-signatures.ts'
import { bearsThisCertificate, isStrong, signedAttribute } from './signer-info.ts'
import type { TrustList } from './trust-list.ts'

/**
 * Looks at every digital signature of a PDF: whether what was signed is unchanged, whose certificate it is and whether
 * that leads to an authority the province trusts, and when it was signed. A certificate must be good at the moment an
 * authority for time certified, or now where none did: what a signer says of the time proves nothing.
 */
export async function verifySignatures(
  pdf: Uint8Array,
  { trust, now }: { trust: TrustList; now: Instant },
): Promise<SignatureCheck[]> {
  return Promise.all(findSignatures(pdf).map((found) => verifyOne(found, trust, now)))
}

async function verifyOne(found: FoundSignature, trust: TrustList, now: Instant): Promise<SignatureCheck> {
  const extent = found.whole ? 'whole' : 'added-after'
  try {
    const { signed, signer, certificate } = read(found)
    const integrity = await integrityOf(signed, signer, certificate, found.covered)
    const stamped = integrity === 'intact' ? await timestampOf(signer, trust) : undefined
    const claimed = claimedTime(found, signer)
    const { trust: trusted, revocation } = await checkCertificate(certificate, {
      beside: certificatesOf(signed),
      revocations: [...trust.revocations, ...crlsOf(signed)],
      trust,
      at: stamped ?? now,
      purpose: 'sign',
    })
    return {
      ...identityOf(certificate),
      integrity,
      extent,
      trust: trusted,
      revocation,
      ...(stamped
        ? { time: { at: stamped, by: 'timestamp' } }
        : claimed && { time: { at: claimed, by: 'signer' } }),
    }
  } catch {
    // Whatever is wrong with bytes that somebody sent, the answer is that they are no signature.
    return { ...nobody, integrity: 'unreadable', extent, trust: 'unknown-issuer', revocation: 'not-checked' }
  }
}

const nobody = { signer: '', issuer: '', serial: '' }

function read({ cms, covered }: FoundSignature) {
  if (!covered) throw new Error('the signature covers no readable part of the file')
  const info = ContentInfo.fromBER(withoutPadding(cms))
  if (info.contentType !== oid.signedData) throw new Error('no signed data')
  const signed = new SignedData({ schema: info.content })
  const [signer, ...others] = signed.signerInfos
  if (!signer || others.length > 0) throw new Error('a signature of a PDF has one signer')
  // Content of its own would be verified in place of the file.
  if (signed.encapContentInfo.eContent) throw new Error('the signature is not detached')
  const certificate = certificatesOf(signed).find((one) => isOf(signer, one))
  if (!certificate) throw new Error('the signature brings no certificate')
  return { signed, signer, certificate }
}

/** DER says its own length; behind it stand the zeros that kept its place. */
function withoutPadding(cms: Uint8Array): Uint8Array<ArrayBuffer> {
  const long = cms[1]! & 0x80 ? cms[1]! & 0x7f : 0
  if (cms[0] !== 0x30 || (long === 0 && cms[1] === 0x80) || long > 4) throw new Error('no DER')
  const length = long === 0 ? cms[1]! : Buffer.from(cms).readUIntBE(2, long)
  return new Uint8Array(cms.subarray(0, 2 + long + length))
}

async function integrityOf(
  signed: SignedData,
  signer: SignerInfo,
  certificate: Certificate,
  covered: Uint8Array | undefined,
): Promise<SignatureCheck['integrity']> {
  // Without signed attributes the same bytes could pass for the attributes of another signature.
  if (!isStrong(signer) || !signer.signedAttrs) return 'weak'
  if (!bearsThisCertificate(signer, certificate)) return 'altered'
  const data = new Uint8Array(covered!).buffer
  const intact = await signed.verify({ signer: 0, data, checkChain: false }).catch(() => false)
  return intact ? 'intact' : 'altered'
}

/** The moment an authority for time certified for this very signature, if one the province trusts did. */
async function timestampOf(signer: SignerInfo, trust: TrustList): Promise<Instant | undefined> {
  const token = signer.unsignedAttrs?.attributes.find(({ type }) => type === oid.timestampToken)?.values[0]
  if (!token) return undefined
  try {
    const signed = new SignedData({ schema: new ContentInfo({ schema: token }).content })
    const stamp = signed.signerInfos[0]!
    const certificate = certificatesOf(signed).find((one) => isOf(stamp, one))
    if (!certificate || !stamp.signedAttrs || !isStrong(stamp)) return undefined
    const data = new Uint8Array(signer.signature.valueBlock.valueHexView).buffer
    if (!(await signed.verify({ signer: 0, data, checkChain: false }))) return undefined
    const { genTime } = TSTInfo.fromBER(signed.encapContentInfo.eContent!.getValue())
    const at = instantOf(genTime)
    const checked = await checkCertificate(certificate, {
      beside: certificatesOf(signed),
      revocations: trust.revocations,
      trust,
      at,
      purpose: 'timestamp',
    })
    return checked.trust === 'trusted' ? at : undefined
  } catch {
    return undefined
  }
}

/** The moment the signer's machine says: in the signature, or beside it in the file. */
function claimedTime({ claimedAt }: FoundSignature, signer: SignerInfo): Instant | undefined {
  const attribute = signedAttribute(signer, oid.signingTime)
  const date = attribute ? dateIn(attribute) : pdfDateIn(claimedAt)
  return date && !Number.isNaN(date.getTime()) ? instantOf(date) : undefined
}

function dateIn({ values }: Attribute): Date | undefined {
  const [value] = values as [{ toDate?: () => Date }?]
  return value?.toDate?.()
}

/** `D:20260302093000+07'00'` */
function pdfDateIn(text: string | undefined): Date | undefined {
  const parts = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'?(\d\d)?)?/.exec(text ?? '')
  if (!parts) return undefined
  const [, year, month, day, hours, minutes, seconds, ahead, aheadMinutes = '00'] = parts
  return new Date(
    `${year}-${month}-${day}T${hours}:${minutes}:${seconds}${ahead ? `${ahead}:${aheadMinutes}` : 'Z'}`,
  )
}

function identityOf(certificate: Certificate) {
  const name = (rdn: Certificate['subject'], type: string): string | undefined =>
    rdn.typesAndValues.find((one) => one.type === type)?.value.valueBlock.value as string | undefined
  const organisation = name(certificate.subject, '2.5.4.10')
  return {
    signer: name(certificate.subject, '2.5.4.3') ?? organisation ?? '',
    ...(organisation && { organisation }),
    issuer: name(certificate.issuer, '2.5.4.3') ?? name(certificate.issuer, '2.5.4.10') ?? '',
    serial: Buffer.from(certificate.serialNumber.valueBlock.valueHexView).toString('hex'),
  }
}

function isOf(signer: SignerInfo, certificate: Certificate): boolean {
  const { sid } = signer as {
    sid: { issuer?: Certificate['issuer']; serialNumber?: Certificate['serialNumber'] }
  }
  return Boolean(
    sid.issuer &&
    sid.serialNumber &&
    certificate.issuer.isEqual(sid.issuer) &&
    certificate.serialNumber.isEqual(sid.serialNumber),
  )
}

function certificatesOf({ certificates = [] }: SignedData): Certificate[] {
  return certificates.filter((one): one is Certificate => one instanceof Certificate)
}

function crlsOf({ crls = [] }: SignedData) {
  return crls.filter((one) => 'thisUpdate' in one)
}

function instantOf(date: Date): Instant {
  return fromMoment(Math.floor(date.getTime() / 1000) as Moment)
}

import { toMoment, type Instant } from '@motcua/calendar'
import type { SignatureCheck } from '@motcua/domain'
import { CertificateChainValidationEngine, type Certificate, type CertificateRevocationList } from 'pkijs'
import type { TrustList } from './trust-list.ts'

export interface CertificateQuestion {
  /** Certificates that came with the signature and may lead to an authority. */
  readonly beside: readonly Certificate[]
  readonly revocations: readonly CertificateRevocationList[]
  readonly trust: TrustList
  /** When it must have been good. */
  readonly at: Instant
  readonly purpose: 'sign' | 'timestamp'
}

type Checked = Pick<SignatureCheck, 'trust' | 'revocation'>

/** Whether a certificate leads to a trusted authority, was in force at that moment, not revoked, and is meant for this. */
export async function checkCertificate(
  certificate: Certificate,
  { beside, revocations, trust, at, purpose }: CertificateQuestion,
): Promise<Checked> {
  const date = new Date(toMoment(at) * 1000)
  if (!isMeantFor(certificate, purpose)) return { trust: 'not-for-signing', revocation: 'not-checked' }
  const path = await pathOf(certificate, beside, trust, date)
  if (!path) {
    // The same question at a moment when the certificate was in force tells a stranger from one that ran out.
    const once = await pathOf(certificate, beside, trust, middleOf(certificate))
    return { trust: once ? 'expired' : 'unknown-issuer', revocation: 'not-checked' }
  }
  const lists = await listsFor(path, revocations)
  const revoked = path.some((one, i) => lists[i]?.some((list) => isRevoked(list, one, date)))
  if (revoked) return { trust: 'revoked', revocation: 'checked' }
  return { trust: 'trusted', revocation: (lists[0]?.length ?? 0) > 0 ? 'checked' : 'not-checked' }
}

async function pathOf(
  certificate: Certificate,
  beside: readonly Certificate[],
  { authorities }: TrustList,
  checkDate: Date,
): Promise<readonly Certificate[] | undefined> {
  // A second copy would make the engine answer for another certificate than the one in question.
  const others = beside.filter((one) => !isSame(one, certificate))
  const engine = new CertificateChainValidationEngine({
    trustedCerts: [...authorities],
    // The last is the one in question.
    certs: [...others, certificate],
    checkDate,
  })
  const verified = await engine.verify().catch(() => ({ result: false, certificatePath: [] }))
  const [first] = verified.certificatePath ?? []
  return verified.result && first && isSame(first, certificate) ? verified.certificatePath : undefined
}

function isSame(one: Certificate, other: Certificate): boolean {
  const der = (certificate: Certificate): Buffer => Buffer.from(certificate.toSchema().toBER())
  return one === other || der(one).equals(der(other))
}

function middleOf({ notBefore, notAfter }: Certificate): Date {
  return new Date((notBefore.value.getTime() + notAfter.value.getTime()) / 2)
}

/** For each certificate of a path the lists its issuer signed. */
async function listsFor(
  path: readonly Certificate[],
  revocations: readonly CertificateRevocationList[],
): Promise<CertificateRevocationList[][]> {
  return Promise.all(
    path.map(async (certificate, i) => {
      const issuerCertificate = path[i + 1]
      if (!issuerCertificate) return []
      const own = revocations.filter(({ issuer }) => issuer.isEqual(certificate.issuer))
      const signed = await Promise.all(
        own.map((list) => list.verify({ issuerCertificate }).catch(() => false)),
      )
      return own.filter((_, index) => signed[index])
    }),
  )
}

/** Revoked by that moment; who is revoked afterwards signed in good standing. */
function isRevoked(list: CertificateRevocationList, certificate: Certificate, at: Date): boolean {
  return (list.revokedCertificates ?? []).some(
    ({ userCertificate, revocationDate }) =>
      userCertificate.isEqual(certificate.serialNumber) && revocationDate.value <= at,
  )
}

/** Key usage says what a key is for; where a certificate is silent, it is for anything. */
function isMeantFor(certificate: Certificate, purpose: CertificateQuestion['purpose']): boolean {
  const extensions = certificate.extensions ?? []
  if (purpose === 'timestamp') {
    const usages = extensions.find(({ extnID }) => extnID === '2.5.29.37')?.parsedValue as
      { keyPurposes?: string[] } | undefined
    return usages?.keyPurposes?.includes('1.3.6.1.5.5.7.3.8') ?? false
  }
  const usage = extensions.find(({ extnID }) => extnID === '2.5.29.15')?.parsedValue as
    { valueBlock: { valueHexView: Uint8Array } } | undefined
  // Digital signature, or signatures that are not denied.
  return !usage || (usage.valueBlock.valueHexView[0]! & 0xc0) !== 0
}

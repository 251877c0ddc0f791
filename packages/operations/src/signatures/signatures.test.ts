import { readFile } from 'node:fs/promises'
import { PDFDocument } from '@cantoo/pdf-lib'
import { instant, type Instant } from '@motcua/calendar'
import { verdictOf } from '@motcua/domain'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeAuthority, makeCertificate } from './demonstration-keys.ts'
import { signatoryOf } from './local-signatory.ts'
import { signPdf, UnsignablePdf } from './sign-pdf.ts'
import { readTrustList, toPem, type TrustList } from './trust-list.ts'
import { verifySignatures } from './verify-signatures.ts'

const signedAt = instant('2026-03-02T09:00:00+07:00')
const now = instant('2026-03-02T10:00:00+07:00')
const authority = makeAuthority('Tổ chức chứng thực A', signedAt)
const stranger = makeAuthority('Tổ chức chứng thực A', signedAt)
const trust = readTrustList([toPem('CERTIFICATE', authority.certificate)])
const body = { name: 'Ủy ban nhân dân Phường 1', organisation: 'Tỉnh Long An', at: signedAt }
const own = makeCertificate(authority, body)
const signatory = signatoryOf(own, [authority.certificate])

let plain: Uint8Array
beforeAll(async () => {
  const document = await PDFDocument.create()
  document.addPage().drawText('Giay khai sinh')
  plain = await document.save()
})

const sign = (pdf: Uint8Array, by = signatory, at: Instant = signedAt) =>
  signPdf(pdf, { at, reason: 'Kết quả giải quyết hồ sơ', location: 'Tỉnh Long An', signatory: by })
const check = (pdf: Uint8Array, trusted: TrustList = trust, at: Instant = now) =>
  verifySignatures(pdf, { trust: trusted, now: at })
const verdict = async (pdf: Uint8Array, trusted?: TrustList, at?: Instant) =>
  verdictOf(await check(pdf, trusted, at))

const textOf = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1')
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

describe('a PDF signed by the office', () => {
  test('says by whom, and that nothing was changed since', async () => {
    expect(await check(await sign(plain))).toEqual([
      {
        signer: 'Ủy ban nhân dân Phường 1',
        organisation: 'Tỉnh Long An',
        issuer: 'Tổ chức chứng thực A',
        serial: expect.stringMatching(/^[0-9a-f]{32}$/),
        integrity: 'intact',
        extent: 'whole',
        trust: 'trusted',
        revocation: 'not-checked',
        time: { at: signedAt, by: 'signer' },
      },
    ])
  })

  test('keeps what it was, byte for byte, and is still a PDF of the same pages', async () => {
    const signed = await sign(plain)
    expect(Buffer.from(signed.subarray(0, plain.length)).equals(plain)).toBe(true)
    expect((await PDFDocument.load(signed)).getPageCount()).toBe(1)
  })

  test('names its certificate by hash and no time of its own, as PAdES asks', async () => {
    const text = textOf(await sign(plain))
    expect(text).toContain('/SubFilter /ETSI.CAdES.detached')
    expect(text).toContain("/M (D:20260302090000+07'00')")
    const hex = /\/Contents <([0-9a-f]+)>/.exec(text)![1]!
    expect(hex).toContain('060b2a864886f70d010910022f')
    expect(hex).not.toContain('06092a864886f70d010905')
  })

  test('may be signed by a second body, and both signatures hold', async () => {
    const second = makeCertificate(authority, { name: 'Sở Tư pháp', at: signedAt })
    const twice = await sign(await sign(plain), signatoryOf(second, []), now)
    const checks = await check(twice)
    expect(checks.map(({ signer, integrity, extent }) => [signer, integrity, extent])).toEqual([
      ['Ủy ban nhân dân Phường 1', 'intact', 'added-after'],
      ['Sở Tư pháp', 'intact', 'whole'],
    ])
    expect(verdictOf(checks)).toBe('valid')
  })

  test('without a signature amounts to nothing', async () => {
    expect(await check(plain)).toEqual([])
    expect(await verdict(plain)).toBeUndefined()
  })
})

test('a PDF that is broken inside cannot be signed, and says so', async () => {
  await expect(sign(bytesOf('%PDF-1.7\nnothing\n%%EOF\n'))).rejects.toThrow(UnsignablePdf)
})

describe('a signature is not valid', () => {
  test('when one byte of the file is another', async () => {
    const signed = await sign(plain)
    signed[plain.length - 20]! ^= 1
    expect(await verdict(signed)).toBe('invalid')
  })

  test('when something was added after it', async () => {
    const signed = await sign(plain)
    const document = await PDFDocument.load(signed, { forIncrementalUpdate: true })
    document.getPage(0).drawText('Giay khai tu')
    const [only] = await check(await document.commit())
    expect(only).toMatchObject({ integrity: 'intact', extent: 'added-after' })
    expect(verdictOf([only!])).toBe('not-trusted')
  })

  test('when the gap it leaves holds more than itself', async () => {
    const text = textOf(await sign(plain))
    const [, gapAt, restAt, length] = /\/ByteRange \[0 (\d+) (\d+) (\d+)\]/.exec(text)!
    const wrapped = text
      .replace(`${restAt} ${length}]`, `${Number(restAt) + 30} ${length}]`)
      .replace(/(\/Contents <[0-9a-f]+>)/, (whole) => `${whole}${'/Evil true'.padEnd(30)}`)
    expect(gapAt).toBeDefined()
    expect(await check(bytesOf(wrapped))).toMatchObject([{ integrity: 'unreadable' }])
  })

  test.each([
    ['begins later than the file', (text: string) => text.replace('/ByteRange [0 ', '/ByteRange [9 ')],
    [
      'reaches beyond the file',
      (text: string) => text.replace(/(\/ByteRange \[0 \d+ \d+) (\d+)\]/, '$1 9$2]'),
    ],
    ['is no range', (text: string) => text.replace(/\/ByteRange \[[^\]]+\]/, '/ByteRange [null]')],
    ['is empty', (text: string) => text.replace(/\/ByteRange \[[^\]]+\]/, '/ByteRange [0 0 0 0]')],
  ])('when what it claims to cover %s', async (_, change) => {
    expect(await verdict(bytesOf(change(textOf(await sign(plain)))))).toBe('invalid')
  })

  test.each(['00', 'zz', '3080', '30840000000f', '308006092a864886f70d010702', 'ff'.repeat(100)])(
    'when it holds only %s',
    async (hex) => {
      const text = textOf(await sign(plain)).replace(
        /(\/Contents <)([0-9a-f]+)/,
        (_, head, was: string) => head + hex.padEnd(was.length, '0'),
      )
      expect(await verdict(bytesOf(text))).toBe('invalid')
    },
  )

  test('when its authority only bears the name of a trusted one', async () => {
    const forged = makeCertificate(stranger, body)
    const pdf = await sign(plain, signatoryOf(forged, [stranger.certificate]))
    expect(await check(pdf)).toMatchObject([{ integrity: 'intact', trust: 'unknown-issuer' }])
    expect(await verdict(pdf)).toBe('not-trusted')
  })

  test('when a stranger puts trusted certificates of others beside their own', async () => {
    const forged = makeCertificate(stranger, body)
    const beside = [forged.certificate, own.certificate, authority.certificate]
    const pdf = await sign(plain, signatoryOf(forged, beside))
    expect(await check(pdf)).toMatchObject([{ trust: 'unknown-issuer' }])
  })

  test('when a certificate that is no authority issued another', async () => {
    const pdf = await sign(
      plain,
      signatoryOf(makeCertificate(own, body), [own.certificate, authority.certificate]),
    )
    expect(await verdict(pdf)).toBe('not-trusted')
  })

  test('when an authority signs with its own key, which is for certificates', async () => {
    const pdf = await sign(plain, signatoryOf(authority, []))
    expect(await check(pdf)).toMatchObject([{ integrity: 'intact', trust: 'not-for-signing' }])
  })

  test('when its certificate had run out as the file came in, whatever time it claims', async () => {
    const short = makeCertificate(authority, { ...body, years: 1 })
    const pdf = await sign(plain, signatoryOf(short, []))
    expect(await check(pdf, trust, instant('2027-03-01T09:00:00+07:00'))).toMatchObject([
      { trust: 'trusted' },
    ])
    expect(await check(pdf, trust, instant('2027-03-03T09:00:00+07:00'))).toMatchObject([
      { trust: 'expired' },
    ])
  })

  test('when the province trusts nobody', async () => {
    expect(await verdict(await sign(plain), readTrustList([]))).toBe('not-trusted')
  })

  test('when the name of a certificate was exchanged', async () => {
    const twin = makeCertificate(authority, body)
    const mixed = { ...signatoryOf(twin, [authority.certificate]), sign: signatory.sign }
    expect(await check(await sign(plain, mixed))).toMatchObject([{ integrity: 'altered' }])
  })
})

describe('a PDF signed elsewhere, with OpenSSL', () => {
  const example = (name: string) => readFile(new URL(`./examples/${name}`, import.meta.url))
  const later = instant('2027-01-04T08:00:00+07:00')
  const checkExample = async (name: string, at: Instant = later) => {
    const texts = await Promise.all(['authority.pem', 'revoked.pem'].map(example))
    const trusted = readTrustList(texts.map(String))
    const [only, ...others] = await check(await example(name), trusted, at)
    expect(others).toEqual([])
    return only
  }

  test('is valid by RSA, the list of revoked certificates at hand, the time as its machine said', async () => {
    expect(await checkExample('openssl.pdf')).toMatchObject({
      signer: 'Trần Thị Đan',
      issuer: 'Tổ chức chứng thực thử nghiệm',
      integrity: 'intact',
      extent: 'whole',
      trust: 'trusted',
      revocation: 'checked',
      time: { by: 'signer' },
    })
  })

  test('with a timestamp keeps its worth after its certificate ran out', async () => {
    const long = instant('2050-01-04T08:00:00+07:00')
    expect(await checkExample('openssl-cades-timestamp.pdf', long)).toMatchObject({
      integrity: 'intact',
      trust: 'trusted',
      time: { by: 'timestamp', at: expect.stringMatching(/^2026-11-24T/) },
    })
    expect(await checkExample('openssl.pdf', long)).toMatchObject({ trust: 'expired' })
  })

  test('by a certificate that was revoked does not count', async () => {
    expect(await checkExample('openssl-revoked.pdf')).toMatchObject({
      trust: 'revoked',
      revocation: 'checked',
    })
  })

  test('that brings its content with it vouches for that content, not for the file', async () => {
    expect(await checkExample('openssl-attached.pdf')).toMatchObject({ integrity: 'unreadable' })
  })

  test('by means that can be forged is said to be weak', async () => {
    expect(await checkExample('openssl-sha1.pdf')).toMatchObject({ integrity: 'weak' })
    expect(await checkExample('openssl-no-attributes.pdf')).toMatchObject({ integrity: 'weak' })
  })
})

test('a trust list that cannot be read says which block', () => {
  const broken = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'
  expect(() => readTrustList([broken])).toThrow('block 1 of CERTIFICATE cannot be read')
})

import { randomBytes, verify, X509Certificate } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { instant } from '@motcua/calendar'
import { makeAuthority, makeCertificate } from '@motcua/operations/signatures/demonstration-keys'
import { toPem } from '@motcua/operations/signatures/trust-list'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFileKeystore } from './file-keystore.ts'

const at = instant('2026-03-02T09:00:00+07:00')
const authority = makeAuthority('Tổ chức chứng thực thử nghiệm', at)
const own = makeCertificate(authority, { name: 'Tỉnh Long An', at })
const other = makeCertificate(authority, { name: 'Tỉnh Hà Nam', at })
const pem = (certificate: Uint8Array) => toPem('CERTIFICATE', certificate)
const pkcs8 = (key: typeof own.key, passphrase?: string) =>
  key.export({
    type: 'pkcs8',
    format: 'pem',
    ...(passphrase && { cipher: 'aes-256-cbc', passphrase }),
  }) as string

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keystore-'))
  const write = (name: string, text: string) => writeFile(join(folder, name), text, { mode: 0o600 })
  await write('long-an.key.pem', pkcs8(own.key))
  await write('long-an.cert.pem', pem(own.certificate) + pem(authority.certificate))
  await write('mixed.key.pem', pkcs8(other.key))
  await write('mixed.cert.pem', pem(own.certificate))
  await write('locked.key.pem', pkcs8(own.key, 'mật khẩu'))
  await write('locked.cert.pem', pem(own.certificate))
})
afterAll(() => rm(folder, { recursive: true }))

test('a province signs with its own key, and brings the certificates that lead to its authority', async () => {
  const signatory = await createFileKeystore(folder).find('long-an')
  expect(signatory!.certificates.map((der) => new X509Certificate(der).subject.split('CN=')[1])).toEqual([
    'Tỉnh Long An',
    'Tổ chức chứng thực thử nghiệm',
  ])
  const content = randomBytes(100)
  const { publicKey } = new X509Certificate(own.certificate)
  expect(verify('sha256', content, publicKey, await signatory!.sign(content))).toBe(true)
})

test('a province without a key has none, and no name leads out of the folder', async () => {
  const keystore = createFileKeystore(join(folder, 'deeper'))
  expect(await createFileKeystore(folder).find('ha-nam')).toBeUndefined()
  expect(await keystore.find('../long-an')).toBeUndefined()
})

test('a key that belongs to another certificate is told, not used', async () => {
  await expect(createFileKeystore(folder).find('mixed')).rejects.toThrow('does not belong')
})

test('a key under a passphrase opens with it alone', async () => {
  expect(await createFileKeystore(folder, 'mật khẩu').find('locked')).toBeDefined()
  await expect(createFileKeystore(folder, 'sai').find('locked')).rejects.toThrow()
  await expect(createFileKeystore(folder).find('locked')).rejects.toThrow()
})

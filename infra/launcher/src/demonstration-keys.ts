import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { instant } from '@motcua/calendar'
import { makeAuthority, makeCertificate } from '@motcua/operations/signatures/demonstration-keys'
import { toPem } from '@motcua/operations/signatures/trust-list'

/** A province that signs its results. */
interface Signing {
  readonly id: string
  readonly name: string
}

// In force whatever moment a demonstration plays at.
const since = instant('2019-01-01T00:00:00+07:00')
const years = 20

/**
 * Keys with which demonstration provinces sign, made when they are first needed and kept beside the database: none is
 * in the repository. Their authority certifies nobody else and is trusted in the demonstration alone.
 * @returns the authority's certificate in PEM, for the trust list of each province
 */
export async function demonstrationKeys(folder: string, provinces: readonly Signing[]): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const there = await readFile(path.join(folder, 'authority.pem'), 'utf8').catch(() => undefined)
  const all = await Promise.all(provinces.map(({ id }) => isThere(path.join(folder, `${id}.cert.pem`))))
  if (there !== undefined && all.every(Boolean)) return there
  const authority = makeAuthority('Motcua: chứng thực thử nghiệm, không có giá trị pháp lý', since)
  const root = toPem('CERTIFICATE', authority.certificate)
  for (const { id, name } of provinces) {
    const own = makeCertificate(authority, { name: `${name} (thử nghiệm)`, at: since, years })
    await writeFile(path.join(folder, `${id}.cert.pem`), toPem('CERTIFICATE', own.certificate) + root)
    const key = path.join(folder, `${id}.key.pem`)
    await writeFile(key, own.key.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
    await chmod(key, 0o600)
  }
  // Written last: without it the next start makes all of them anew.
  await writeFile(path.join(folder, 'authority.pem'), root)
  return root
}

async function isThere(file: string): Promise<boolean> {
  return readFile(file).then(
    () => true,
    () => false,
  )
}

import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readTrustList } from '../signatures/trust-list.ts'
import type { TenantFolder } from './folder.ts'
import { readText, type Reader } from './read-file-checked.ts'

/** Every `trust/*.pem` of a folder: authorities, and lists of the certificates they revoked. */
export async function readTrust(reader: Reader): Promise<TenantFolder['trust']> {
  const files = await readdir(join(reader.folder, 'trust')).catch(() => [])
  const found: TenantFolder['trust'] = []
  for (const name of files.filter((file) => file.endsWith('.pem')).toSorted()) {
    const path = `trust/${name}`
    const text = await readText(reader, path)
    if (text !== undefined && isReadable(reader, path, text)) found.push({ path, text })
  }
  return found
}

function isReadable({ problems }: Reader, file: string, text: string): boolean {
  try {
    const { authorities, revocations } = readTrustList([text])
    if (authorities.length + revocations.length > 0) return true
    problems.push({
      file,
      vi: 'không có chứng thư (CERTIFICATE) hay danh sách thu hồi (X509 CRL) nào',
      en: 'holds no CERTIFICATE and no X509 CRL',
    })
  } catch (error) {
    const { message } = error as Error
    problems.push({ file, vi: `không đọc được chứng thư: ${message}`, en: message })
  }
  return false
}

import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeyProvider } from '@motcua/operations'
import { signatoryOf } from '@motcua/operations/signatures/local-signatory'

/**
 * Keys of provinces in a folder: `<province>.key.pem` and `<province>.cert.pem`, the province's own certificate first,
 * then those that issued it. For development and small houses; a hardware module or a signing service is another
 * `KeyProvider`.
 * @throws where a key is there and cannot be read, or does not belong to its certificate
 */
export function createFileKeystore(folder: string, passphrase?: string): KeyProvider {
  return {
    async find(tenant) {
      // The id of a province is its own, but a path is a path.
      if (!/^[a-z0-9-]+$/.test(tenant)) return undefined
      const [key, chain] = await Promise.all([
        readIfThere(join(folder, `${tenant}.key.pem`)),
        readIfThere(join(folder, `${tenant}.cert.pem`)),
      ])
      if (key === undefined || chain === undefined) return undefined
      const [own, ...issuers] = certificatesIn(chain)
      const privateKey = createPrivateKey({ key, ...(passphrase && { passphrase }) })
      if (!own?.checkPrivateKey(privateKey))
        throw new Error(`${tenant}.key.pem does not belong to the first certificate of ${tenant}.cert.pem`)
      return signatoryOf(
        { key: privateKey, certificate: own.raw },
        issuers.map(({ raw }) => raw),
      )
    },
  }
}

function certificatesIn(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  return blocks.map((block) => new X509Certificate(block))
}

async function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}

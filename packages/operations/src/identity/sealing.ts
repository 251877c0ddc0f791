import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** Seals what the archive has to keep but must not be able to read. */
export interface Sealing {
  /** `about` says what it belongs to: sealed for one thing, it does not open for another. */
  seal(text: string, about: string): string
  /** @throws Error where it was altered, belongs to something else or was sealed with another key */
  open(sealed: string, about: string): string
}

/** Seals with AES-256-GCM under a key of the house, which is told by the environment and is nowhere in the archive. */
export function createSealing(secret: string): Sealing {
  const key = createHash('sha256').update(`motcua sealing ${secret}`).digest()
  return {
    seal(text, about) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
    },
    open(sealed, about) {
      const bytes = Buffer.from(sealed, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 })
      decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    },
  }
}

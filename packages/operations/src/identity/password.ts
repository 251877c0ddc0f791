import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2) as (algorithm: 'argon2id', parameters: Argon2Parameters) => Promise<Buffer>

// 19 MiB, two passes, one lane: the smallest setting OWASP names for argon2id.
const cost = { memory: 19_456, passes: 2, parallelism: 1 }

/** Fewest characters of a password. */
export const shortestPassword = 8

/** The argon2id hash of a password in the PHC string format, with a salt of its own. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await derive('argon2id', { message: message(password), nonce, tagLength: 32, ...cost })
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(nonce)}$${base64(tag)}`
}

/**
 * Whether a password belongs to a hash. Without a hash (nobody has that login) the same work is done and the answer
 * is no, so that the time taken does not tell which logins exist.
 */
export async function verifyPassword(hash: string | undefined, password: string): Promise<boolean> {
  const { memory, passes, parallelism, nonce, tag } = parse(hash ?? nobody)
  const found = await derive('argon2id', {
    message: message(password),
    nonce,
    tagLength: tag.length,
    memory,
    passes,
    parallelism,
  })
  return timingSafeEqual(found, tag) && hash !== undefined
}

const nobody = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(Buffer.alloc(16))}$${base64(Buffer.alloc(32))}`

function parse(hash: string): {
  memory: number
  passes: number
  parallelism: number
  nonce: Buffer
  tag: Buffer
} {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(hash)
  if (!found) throw new Error('a stored password hash is not an argon2id PHC string')
  const [, memory, passes, parallelism, nonce, tag] = found as unknown as [
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    nonce: Buffer.from(nonce, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  }
}

// The same word typed on two keyboards may be composed differently; NFC makes it one.
function message(password: string): Buffer {
  return Buffer.from(password.normalize('NFC'), 'utf8')
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}

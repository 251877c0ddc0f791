import { z } from 'zod'

const Port = z.coerce.number().int().min(0).max(65535)

const Env = z.object({
  /** The pages; otherwise one above `PORT`. */
  SANDBOX_PORT: Port.optional(),
  /** The mail server; otherwise one above the pages. */
  SANDBOX_SMTP_PORT: Port.optional(),
  PORT: Port.default(3000),
  SANDBOX_HOST: z.string().default('127.0.0.1'),
  /** What the worker signs gateway calls with. */
  GATEWAY_SECRET: z.string().min(8).default('motcua-sandbox'),
  /** Where provinces take in what the national portal sends. */
  EXCHANGE_URL: z.url().optional(),
  /** Provinces joined to the national portal and the key each signs with: `province=…,other-province=…`. */
  NATIONAL_PORTAL_KEYS: z.string().default(''),
  /** What merchants and the payment gateway sign with. */
  VNPAY_HASH_SECRET: z.string().min(8).default('motcua-sandbox'),
  /** How long the payment gateway waits before it calls again; VNPAY waits five minutes. */
  VNPAY_RETRY_SECONDS: z.coerce.number().int().positive().default(30),
  /** How provinces and the desk prove themselves to the identity systems. */
  IDENTITY_CLIENT_ID: z.string().min(1).default('motcua'),
  IDENTITY_CLIENT_SECRET: z.string().min(8).default('motcua-sandbox'),
  /** What calls to the population database are signed with. */
  POPULATION_SECRET: z.string().min(8).default('motcua-sandbox'),
})

const env = Env.parse(process.env)
export const host = env.SANDBOX_HOST
export const port = env.SANDBOX_PORT ?? env.PORT + 1
export const smtpPort = env.SANDBOX_SMTP_PORT ?? port + 1
export const secret = env.GATEWAY_SECRET
const exchangeUrl = env.EXCHANGE_URL ?? `http://127.0.0.1:${env.PORT}`
export const provinces = env.NATIONAL_PORTAL_KEYS.split(',')
  .filter(Boolean)
  .map((pair) => {
    const at = pair.indexOf('=')
    return { id: pair.slice(0, at).trim(), key: pair.slice(at + 1), url: exchangeUrl }
  })
export const populationSecret = env.POPULATION_SECRET
export const vnpaySecret = env.VNPAY_HASH_SECRET
export const vnpayRetrySeconds = env.VNPAY_RETRY_SECONDS
export const identityClient = { id: env.IDENTITY_CLIENT_ID, secret: env.IDENTITY_CLIENT_SECRET }

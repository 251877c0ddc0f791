import { instant, type Instant } from '@motcua/calendar'
import { readExchangeKeys } from '@motcua/operations'
import { z } from 'zod'

const Env = z.object({
  /** The archive, as the app role: one tenant's door at a time. */
  DATABASE_URL: z.url(),
  /** The same, as the worker role: errands of all tenants and nothing else. */
  WORKER_DATABASE_URL: z.url(),
  SMTP_URL: z.url(),
  SMS_URL: z.url(),
  ZALO_URL: z.url(),
  /** What calls to the SMS and Zalo gateways are signed with. */
  GATEWAY_SECRET: z.string().min(8),
  PORT: z.coerce.number().int().default(3000),
  /** Address of a portal with `{host}` for its host name. */
  PORTAL_URL: z.string().includes('{host}').optional(),
  /** The national portal, to which states of dossiers go. */
  NATIONAL_PORTAL_URL: z.url().optional(),
  /** Keys of the provinces joined to it: `province=…,other-province=…`. */
  NATIONAL_PORTAL_KEYS: z.string().default(''),
  /** VNPAY's page to pay on and its query interface. */
  VNPAY_PAY_URL: z.url().optional(),
  VNPAY_API_URL: z.url().optional(),
  /** What each province signs with there: `province=…,other-province=…`. */
  VNPAY_HASH_SECRETS: z.string().default(''),
  /** Folder of the backups; without one this worker makes none. */
  BACKUP_DIR: z.string().optional(),
  NODE_ENV: z.string().optional(),
  /** Where the clock starts, for demonstrations and tests. */
  MOTCUA_NOW: z
    .string()
    .optional()
    .transform((text): Instant | undefined => (text ? instant(text) : undefined)),
})

export type Env = ReturnType<typeof readEnv>

/** Reads the environment. @throws with one sentence that names what is missing or wrong. */
export function readEnv(from: NodeJS.ProcessEnv = process.env) {
  const read = Env.safeParse(from)
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    throw new Error(`the environment is not complete: ${faults.join('; ')}`)
  }
  const env = read.data
  if (env.MOTCUA_NOW && env.NODE_ENV === 'production') throw new Error('MOTCUA_NOW is refused in production')
  return {
    databaseUrl: env.DATABASE_URL,
    workerDatabaseUrl: env.WORKER_DATABASE_URL,
    smtpUrl: env.SMTP_URL,
    smsUrl: env.SMS_URL,
    zaloUrl: env.ZALO_URL,
    gatewaySecret: env.GATEWAY_SECRET,
    portalUrl: env.PORTAL_URL ?? `http://{host}:${env.PORT}`,
    nationalPortal: env.NATIONAL_PORTAL_URL
      ? {
          url: env.NATIONAL_PORTAL_URL.replace(/\/$/, ''),
          keys: readExchangeKeys(env.NATIONAL_PORTAL_KEYS),
          seconds: (): number => Date.now() / 1000,
        }
      : undefined,
    vnpay:
      env.VNPAY_PAY_URL && env.VNPAY_API_URL
        ? { payUrl: env.VNPAY_PAY_URL, apiUrl: env.VNPAY_API_URL, secrets: env.VNPAY_HASH_SECRETS }
        : undefined,
    backupDir: env.BACKUP_DIR || undefined,
    startAt: env.MOTCUA_NOW,
  }
}

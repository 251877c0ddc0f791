import path from 'node:path'
import { randomUUID } from 'node:crypto'
import { fromMoment, instant, toMoment, type Instant } from '@motcua/calendar'
import { readExchangeKeys } from '@motcua/operations'
import { z } from 'zod'
import { readClamAvAddress, type ClamAvAddress } from './scanner/clamav.ts'

const root = path.resolve(import.meta.dirname, '../../..')

const Port = z.coerce.number().int().min(0).max(65535)

/** An empty setting is one that was not made. */
const set = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema)

const Env = z
  .object({
    /** The archive, with the app role. */
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    /** Most connections to it. */
    DATABASE_CONNECTIONS: set(z.coerce.number().int().positive().default(16)),
    PORT: set(Port.default(3000)),
    /** Addresses to listen on, parted by commas; this machine only unless told. */
    HOST: set(z.string().default('127.0.0.1,::1')),
    /** The desk is at `desk.<BASE_HOST>`; `<BASE_HOST>` itself lists the provinces. */
    BASE_HOST: set(z.string().toLowerCase().default('localhost')),
    /** `1` behind a proxy that says who asks and by which protocol, and removes what others say. */
    TRUST_PROXY: set(z.enum(['0', '1']).default('0')),
    /** How the world reaches the portals, where that differs from here: `https://*` or `http://*:8080`. */
    PUBLIC_ADDRESS: set(
      z
        .string()
        .regex(/^https?:\/\/\*(:\d+)?$/)
        .optional(),
    ),
    /** Opens the API to windows in other processes, which must know `API_KEY`. */
    API_PORT: set(Port.optional()),
    API_KEY: set(z.string().min(16).optional()),
    /** `operations` writes a line for each operation, `faults` only what went wrong. */
    LOG: set(z.enum(['operations', 'faults']).default('operations')),
    /** ClamAV's daemon, which looks at every upload: `host:port` or the path of its socket. Without it none is scanned. */
    CLAMAV: set(z.string().transform(clamAvAddress).optional()),
    /** Keys of the provinces the national portal is joined to: `province=…,other-province=…`. */
    NATIONAL_PORTAL_KEYS: set(z.string().default('')),
    /** VNPAY's page to pay on and its query interface; without them nobody pays online. */
    VNPAY_PAY_URL: set(z.url().optional()),
    VNPAY_API_URL: set(z.url().optional()),
    /** What each province signs with there: `province=…,other-province=…`. */
    VNPAY_HASH_SECRETS: set(z.string().default('')),
    /** The national electronic identity: its issuer, and `province=client:secret,…` (`*` for every province not named). */
    VNEID_ISSUER: set(z.url().optional()),
    VNEID_CLIENTS: set(z.string().default('')),
    /** The same of the official accounts of civil servants. */
    OFFICIAL_ACCOUNT_ISSUER: set(z.url().optional()),
    OFFICIAL_ACCOUNT_CLIENTS: set(z.string().default('')),
    /** The national population database and what calls to it are signed with; without them nobody asks it. */
    POPULATION_URL: set(z.url().optional()),
    POPULATION_SECRET: set(z.string().min(16).optional()),
    /** Folder of the keys with which provinces sign their results. Without it none is signed here. */
    KEYSTORE: set(z.string().optional()),
    /** What second factors of officers are sealed with in the archive; without it none is set up. */
    SEALING_KEY: set(z.string().min(32).optional()),
    /** What these keys are encrypted with, where they are. */
    KEYSTORE_PASSPHRASE: set(z.string().optional()),
    /** Folder that holds `rules/` and `tenants/national/`; this project's own unless told. */
    LIBRARY: set(z.string().optional()),
    /** Moment the clock starts at, for demonstrations and tests. */
    MOTCUA_NOW: set(z.string().transform(instant).optional()),
    NODE_ENV: z.string().optional(),
  })
  .refine((env) => !(env.MOTCUA_NOW && env.NODE_ENV === 'production'), {
    path: ['MOTCUA_NOW'],
    message: 'a production clock cannot be set',
  })
  .refine((env) => !(env.API_PORT !== undefined && !env.API_KEY), {
    path: ['API_KEY'],
    message: 'is needed where API_PORT opens the API to other processes',
  })

/** What the process is told by its environment. @throws Error with one line per setting that is wrong */
export function readEnv() {
  const read = Env.safeParse(process.env)
  if (!read.success) {
    const lines = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    throw new Error(`the environment is not usable\n${lines.join('\n')}`)
  }
  const env = read.data
  tellWindows()
  return {
    databaseUrl: env.DATABASE_URL,
    databaseConnections: env.DATABASE_CONNECTIONS,
    port: env.PORT,
    hosts: env.HOST.split(',').map((host) => host.trim()),
    baseHost: env.BASE_HOST,
    trustProxy: env.TRUST_PROXY === '1',
    publicAddress: env.PUBLIC_ADDRESS ?? `http://*:${env.PORT}`,
    apiPort: env.API_PORT,
    apiKey: env.API_KEY ?? randomUUID(),
    population:
      env.POPULATION_URL && env.POPULATION_SECRET
        ? { url: env.POPULATION_URL, secret: env.POPULATION_SECRET }
        : undefined,
    vnpay:
      env.VNPAY_PAY_URL && env.VNPAY_API_URL
        ? { payUrl: env.VNPAY_PAY_URL, apiUrl: env.VNPAY_API_URL, secrets: env.VNPAY_HASH_SECRETS }
        : undefined,
    identity: {
      vneid: env.VNEID_ISSUER ? { issuer: env.VNEID_ISSUER, clients: env.VNEID_CLIENTS } : undefined,
      'official-account': env.OFFICIAL_ACCOUNT_ISSUER
        ? { issuer: env.OFFICIAL_ACCOUNT_ISSUER, clients: env.OFFICIAL_ACCOUNT_CLIENTS }
        : undefined,
    },
    log: env.LOG,
    nationalPortalKeys: readExchangeKeys(env.NATIONAL_PORTAL_KEYS),
    /** Seconds since 1970 by this machine, whatever the office's clock says: signatures are held against it. */
    seconds: (): number => Date.now() / 1000,
    now: clock(env.MOTCUA_NOW),
    clamAv: env.CLAMAV,
    sealingKey: env.SEALING_KEY,
    keystore: env.KEYSTORE,
    /** Where the law and the national catalogue lie, as they came with this program. */
    library: {
      rules: path.join(env.LIBRARY ?? root, 'rules'),
      national: path.join(env.LIBRARY ?? root, 'tenants/national'),
    },
    keystorePassphrase: env.KEYSTORE_PASSPHRASE,
  }
}

function clamAvAddress(text: string, context: z.core.$RefinementCtx): ClamAvAddress {
  try {
    return readClamAvAddress(text)
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message })
    return z.NEVER
  }
}

/** Header in which this server tells the windows who asks; whatever a browser sends under that name is dropped. */
export const addressHeader = 'x-motcua-client'

/** The windows read these as they are loaded, so they must be set before that. */
function tellWindows(): void {
  process.env.PROTOCOL_HEADER = 'x-forwarded-proto'
  process.env.ADDRESS_HEADER = addressHeader
  // One file of 20 MB and the form around it, as the API allows.
  process.env.BODY_SIZE_LIMIT = String(25 * 1024 * 1024)
}

/** The clock of this machine, or one that was set and runs on from there. */
function clock(startAt: Instant | undefined): () => Instant {
  const seconds = (): number => Math.floor(Date.now() / 1000)
  const ahead = startAt === undefined ? 0 : toMoment(startAt) - seconds()
  return () => fromMoment(seconds() + ahead)
}

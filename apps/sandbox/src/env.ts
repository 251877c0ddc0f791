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
})

const env = Env.parse(process.env)
export const host = env.SANDBOX_HOST
export const port = env.SANDBOX_PORT ?? env.PORT + 1
export const smtpPort = env.SANDBOX_SMTP_PORT ?? port + 1
export const secret = env.GATEWAY_SECRET

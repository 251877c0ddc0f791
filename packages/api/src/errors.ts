import { TRPCError } from '@trpc/server'
import {
  Conflict,
  Forbidden,
  NotFound,
  OutOfService,
  Refused,
  TooManyAttempts,
  type Actor,
  type FieldError,
  type Refusal,
} from '@motcua/domain'
import { z } from 'zod'

/** What a window learns about an error besides its code. Wording is the window's. */
export interface ErrorData {
  /** The rules said no, and why. */
  refusal?: Refusal
  /** What is wrong with the input, field by field. */
  fields?: FieldError[]
  /** When to try again. */
  retryAfterSeconds?: number
  /** To find the request in the log. */
  requestId: string
}

type Code = ConstructorParameters<typeof TRPCError>[0]['code']

/** The one place where what operations throw becomes an answer of the API. */
export function translate(error: unknown, actor: Actor): TRPCError {
  // What is no JSON never reached an operation.
  if (error instanceof TRPCError && error.cause instanceof SyntaxError)
    return new TRPCError({ code: 'PARSE_ERROR', message: 'not JSON', cause: error })
  const cause = error instanceof TRPCError ? (error.cause ?? error) : error
  if (cause instanceof TRPCError) return cause
  const code = codeOf(cause, actor)
  const message = code === 'INTERNAL_SERVER_ERROR' ? 'internal error' : (cause as Error).message
  return new TRPCError({ code, message, cause })
}

function codeOf(cause: unknown, actor: Actor): Code {
  if (cause instanceof Refused) return 'UNPROCESSABLE_CONTENT'
  if (cause instanceof NotFound) return 'NOT_FOUND'
  if (cause instanceof Forbidden) return actor.kind === 'visitor' ? 'UNAUTHORIZED' : 'FORBIDDEN'
  if (cause instanceof OutOfService) return 'SERVICE_UNAVAILABLE'
  if (cause instanceof Conflict) return 'CONFLICT'
  if (cause instanceof TooManyAttempts) return 'TOO_MANY_REQUESTS'
  if (cause instanceof z.ZodError) return 'BAD_REQUEST'
  return 'INTERNAL_SERVER_ERROR'
}

/** What to say about an error beyond its code. */
export function describe(cause: unknown): Omit<ErrorData, 'requestId'> {
  if (cause instanceof Refused) return { refusal: cause.refusal }
  if (cause instanceof TooManyAttempts) return { retryAfterSeconds: cause.retryAfterSeconds }
  if (cause instanceof z.ZodError) return { fields: cause.issues.map(toFieldError) }
  return {}
}

function toFieldError(issue: z.core.$ZodIssue): FieldError {
  const field = issue.path.join('.')
  if (issue.code === 'custom' && issue.params) return { ...(issue.params as FieldError), field }
  if (issue.code === 'too_big') return { field, code: 'too-long', limit: Number(issue.maximum) }
  if (issue.code === 'too_small')
    return { field, code: Number(issue.minimum) > 1 ? 'too-short' : 'required', limit: Number(issue.minimum) }
  if (issue.code === 'invalid_value') return { field, code: 'not-a-choice' }
  return { field, code: 'required' }
}

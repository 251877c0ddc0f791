import { apiError } from '@motcua/api/client'
import type { FieldError, Refusal } from '@motcua/api/client'
import { error } from '@sveltejs/kit'

/** What the API answered instead of doing as asked. */
export type Failure =
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'invalid'; fields: FieldError[] }
  | { kind: 'too-many'; retryAfterSeconds: number }
  | { kind: 'conflict' | 'not-found' | 'forbidden' }

/** Reads an error of the API. Anything else is a fault and is thrown on. */
export function failureOf(thrown: unknown): Failure {
  const answer = apiError(thrown)
  if (!answer) throw thrown
  const { code, data } = answer
  if (data.refusal) return { kind: 'refused', refusal: data.refusal }
  if (data.fields) return { kind: 'invalid', fields: data.fields }
  switch (code) {
    case 'TOO_MANY_REQUESTS':
      return { kind: 'too-many', retryAfterSeconds: data.retryAfterSeconds ?? 60 }
    case 'CONFLICT':
      return { kind: 'conflict' }
    case 'NOT_FOUND':
      return { kind: 'not-found' }
    case 'FORBIDDEN':
    case 'UNAUTHORIZED':
      return { kind: 'forbidden' }
    default:
      throw thrown
  }
}

const statusOf = {
  conflict: 409,
  'not-found': 404,
  forbidden: 403,
  'too-many': 429,
  refused: 409,
  invalid: 404,
} as const

/** Waits for an answer that a page cannot do without: not found, forbidden and the like become pages of their own. */
export async function orErrorPage<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer
  } catch (thrown) {
    const { kind } = failureOf(thrown)
    error(statusOf[kind], kind)
  }
}

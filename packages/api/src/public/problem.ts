import type { CallRefusal } from '@motcua/operations'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** What can go wrong with a call: its status and what is said about it in both languages. */
const problems = {
  'key-missing': [401, 'Thiếu khóa truy cập', 'An access key is missing'],
  'key-unknown': [401, 'Khóa truy cập không đúng', 'The access key is not valid'],
  'key-not-active': [401, 'Khóa truy cập chưa kích hoạt hoặc đã thu hồi', 'The access key is not in use'],
  'key-ended': [401, 'Khóa truy cập đã hết hạn', 'The access key has ended'],
  'address-not-allowed': [
    403,
    'Khóa không được dùng từ địa chỉ này',
    'The key may not be used from this address',
  ],
  'scope-missing': [403, 'Khóa không có phạm vi này', 'The key does not have this scope'],
  'over-limit': [429, 'Đã vượt giới hạn của khóa', 'The limit of the key is used up'],
  'too-many-attempts': [429, 'Thử quá nhiều lần', 'Too many attempts'],
  'not-found': [404, 'Không tìm thấy', 'Not found'],
  'not-understood': [400, 'Yêu cầu không hợp lệ', 'The request is not valid'],
  'method-not-allowed': [405, 'Chỉ hỗ trợ đọc (GET)', 'Reading (GET) only'],
  refused: [422, 'Quy định không cho phép', 'The rules do not allow it'],
  'internal-error': [500, 'Lỗi hệ thống', 'Internal error'],
} as const satisfies Record<
  CallRefusal | (string & {}),
  readonly [ContentfulStatusCode, vi: string, en: string]
>

export type ProblemCode = keyof typeof problems

export interface ProblemDetail {
  readonly requestId: string
  readonly retryAfterSeconds?: number | undefined
  readonly fields?: readonly { readonly field: string; readonly code: string }[] | undefined
}

/** Answers with a problem after RFC 9457, in the caller's language. */
export function problem(c: Context, code: ProblemCode, detail: ProblemDetail): Response {
  const [status, vi, en] = problems[code]
  const { requestId, retryAfterSeconds, fields } = detail
  const english = c.req.header('accept-language')?.trim().toLowerCase().startsWith('en') ?? false
  const body = {
    type: 'about:blank',
    title: english ? en : vi,
    status,
    code,
    requestId,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    ...(fields && { fields }),
  }
  return c.body(JSON.stringify(body), status, {
    'content-type': 'application/problem+json; charset=utf-8',
    ...(retryAfterSeconds !== undefined && { 'retry-after': String(retryAfterSeconds) }),
    ...(status === 401 && { 'www-authenticate': 'Bearer' }),
    ...(status === 405 && { allow: 'GET' }),
  })
}

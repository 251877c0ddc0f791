import { expect, test } from 'vitest'
import { fileHeaders } from './file-headers.ts'
import { secure } from './headers.ts'

test('a paper may be framed by the desk alone, runs nothing, and keeps its own name', () => {
  const from = new Headers({
    'content-disposition': `attachment; filename="a.pdf"; filename*=UTF-8''Gi%E1%BA%A5y.pdf`,
    'content-length': '12',
  })
  const headers = fileHeaders(from, 'application/pdf', false)
  expect(headers.get('content-disposition')).toBe(
    `inline; filename="a.pdf"; filename*=UTF-8''Gi%E1%BA%A5y.pdf`,
  )
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
  const answer = secure(new Response('', { headers }), new URL('http://desk.localhost/files/1'))
  expect(answer.headers.get('x-frame-options')).toBe('SAMEORIGIN')
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
})

test('a picture is sandboxed as well, and saved under a name when asked', () => {
  const headers = fileHeaders(new Headers(), 'image/png', true)
  expect(headers.get('content-security-policy')).toContain('sandbox')
  expect(headers.get('content-disposition')).toBe('attachment')
})

test('https is kept to, once a browser came by https', () => {
  const secured = (address: string) => secure(new Response(''), new URL(address)).headers
  expect(secured('https://desk.example.vn/').get('strict-transport-security')).toBe(
    'max-age=31536000; includeSubDomains',
  )
  expect(secured('http://desk.localhost/').has('strict-transport-security')).toBe(false)
})

test('PT20-10.1b: papers may be photographed at the counter, and nothing else of the computer is used', () => {
  const policy = secure(new Response(''), new URL('http://desk.localhost/')).headers.get('permissions-policy')
  expect(policy).toBe('camera=(self), microphone=(), geolocation=(), payment=()')
})

/** What every answer of the desk says to the browser besides the content policy of its page. */
export function secure(response: Response, url: URL): Response {
  const { headers } = response
  setIfAbsent(headers, 'x-frame-options', 'DENY')
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', 'same-origin')
  // Papers are photographed at the counter.
  headers.set('permissions-policy', 'camera=(self), microphone=(), geolocation=(), payment=()')
  headers.set('cross-origin-opener-policy', 'same-origin')
  headers.set('cross-origin-resource-policy', 'same-origin')
  // Pages hold personal data: no copy stays behind on a shared computer.
  setIfAbsent(headers, 'cache-control', 'private, no-store')
  if (url.protocol === 'https:')
    headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  return response
}

function setIfAbsent(headers: Headers, name: string, value: string): void {
  if (!headers.has(name)) headers.set(name, value)
}

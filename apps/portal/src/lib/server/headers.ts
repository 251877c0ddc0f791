/** What every page says to the browser besides the content policy, which is made with the page. */
export function secure(response: Response, url: URL): Response {
  const { headers } = response
  headers.set('x-content-type-options', 'nosniff')
  headers.set('x-frame-options', 'DENY')
  // Addresses of a person's dossiers are told to no other site.
  headers.set('referrer-policy', 'same-origin')
  headers.set('permissions-policy', 'camera=(self), microphone=(), geolocation=(), payment=()')
  headers.set('cross-origin-opener-policy', 'same-origin')
  headers.set('cross-origin-resource-policy', 'same-origin')
  // Pages hold personal data: no copy stays behind on a shared computer.
  if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-store')
  if (url.protocol === 'https:')
    headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  return response
}

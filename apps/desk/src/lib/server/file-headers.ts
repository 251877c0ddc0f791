const kinds = ['application/pdf', 'image/jpeg', 'image/png'] as const
type Kind = (typeof kinds)[number]

/** Papers come as one of these kinds; anything else is not shown from this host. */
export function isFileType(type: string): type is Kind {
  return kinds.some((kind) => kind === type)
}

/**
 * Headers of a file that somebody else wrote: it may be framed by the desk alone, runs nothing and loads nothing.
 * A picture is sandboxed as well; a PDF cannot be, as browsers then refuse to show it.
 */
export function fileHeaders(from: Headers, type: Kind, download: boolean): Headers {
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    "img-src 'self'",
    "frame-ancestors 'self'",
  ]
  if (type === 'application/pdf') policy.push("object-src 'self'")
  else policy.push('sandbox')
  const headers = new Headers({
    'content-type': type,
    'content-disposition': disposition(from.get('content-disposition'), download),
    'content-security-policy': policy.join('; '),
    'x-frame-options': 'SAMEORIGIN',
  })
  const length = from.get('content-length')
  if (length) headers.set('content-length', length)
  return headers
}

/** The file's own name as the API gave it, read in place or saved. */
function disposition(given: string | null, download: boolean): string {
  const name = given?.slice(given.indexOf(';') + 1).trim()
  const way = download ? 'attachment' : 'inline'
  return given?.includes(';') && name ? `${way}; ${name}` : way
}

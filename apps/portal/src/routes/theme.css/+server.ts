import { themeSheet } from '#lib/theme.ts'

/** The colours of the province this host belongs to. Its address names them, so browsers may keep it. */
export function GET({ locals, setHeaders }) {
  setHeaders({
    'content-type': 'text/css; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  })
  return new Response(themeSheet(locals.tenant.brand))
}

import neutral from '#lib/assets/emblem.svg?raw'

/** The emblem of the province this host belongs to, or a neutral one. */
export async function GET({ locals, setHeaders }) {
  const answer = await locals.api.fetch('/brand/emblem.svg').catch(() => undefined)
  setHeaders({
    'content-type': 'image/svg+xml',
    'cache-control': 'public, max-age=3600',
    // A drawing may carry scripts; opened on its own, this one may not run them.
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  })
  return new Response(answer?.ok ? await answer.text() : neutral)
}

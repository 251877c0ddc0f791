import { localized } from '#lib/paths.ts'
import { ownDossier } from '#lib/server/own-dossier.ts'
import { qrSvg } from '#lib/server/qr.ts'

export async function load(event) {
  const { locals, url } = event
  const dossier = await ownDossier(event)
  const lookUp = localized(locals.locale, `/look-up/${encodeURIComponent(dossier.submissionNo)}`)
  return { dossier, qr: await qrSvg(new URL(lookUp, url.origin).href) }
}

import type { Locale } from '@motcua/domain'

/** Address that shows how a dossier stands, as the QR code of its slip and its letters carry it. */
export function lookupUrl(portal: string, reference: string, locale: Locale = 'vi'): string {
  return `${portal}${locale === 'en' ? '/en' : ''}/look-up/${encodeURIComponent(reference)}`
}

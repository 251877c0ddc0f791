/** Address that shows how a dossier stands, as the QR code of its slip carries it. */
export function lookupUrl(portal: string, code: string): string {
  return `${portal}/look-up?code=${encodeURIComponent(code)}`
}

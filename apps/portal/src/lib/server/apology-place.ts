/** Where a page of the list of apologies begins: `<moment>_<dossier>`; undefined for the first, null for nonsense. */
export function readPlace(text: string | null): { at: string; dossierId: string } | undefined | null {
  if (!text) return undefined
  const [at = '', dossierId = ''] = text.split('_')
  const isMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+07:00$/.test(at)
  return isMoment && /^[0-9a-f-]{36}$/.test(dossierId) ? { at, dossierId } : null
}

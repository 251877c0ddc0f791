import { files } from './form-data.ts'

/** A paper scanned or photographed at the counter. */
export interface Scan {
  readonly paperId: string
  readonly file: File
}

/** What an applicant brought to the counter, as it is sent to the office: the entry, and a file for each scan. */
export function broughtIn(entry: Readonly<Record<string, unknown>>, scans: readonly Scan[] = []): FormData {
  const form = new FormData()
  form.set('entry', JSON.stringify(entry))
  for (const { paperId, file } of scans) form.append(`scan-${paperId}`, file)
  return form
}

/** The scans a page sent, of these papers. */
export function scansIn(posted: FormData, paperIds: readonly string[]): Scan[] {
  return paperIds.flatMap((paperId) => files(posted, `scan-${paperId}`).map((file) => ({ paperId, file })))
}

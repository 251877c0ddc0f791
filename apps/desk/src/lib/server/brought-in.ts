/** What an applicant brought to the counter, as it is sent to the office: the entry, and a file for each scan. */
export function broughtIn(
  entry: Readonly<Record<string, unknown>>,
  scans: readonly { readonly paperId: string; readonly file: File }[] = [],
): FormData {
  const form = new FormData()
  form.set('entry', JSON.stringify(entry))
  for (const { paperId, file } of scans) form.append(`scan-${paperId}`, file)
  return form
}

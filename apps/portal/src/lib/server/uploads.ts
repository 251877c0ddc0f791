import type { RequestEvent } from '@sveltejs/kit'
import { attempt } from './failures.ts'

/** A file that was not taken, and why; the page words it. */
export interface UploadFault {
  readonly paperId: string
  readonly name: string
  readonly bytes: number
  readonly fault: (typeof known)[number] | 'refused'
}

/** Name of the box in which the file of a paper is posted. */
function boxOf(paperId: string): string {
  return `file:${paperId}`
}

/** The posted form, or undefined where it was larger than the server takes at once. */
export async function readUpload(request: Request): Promise<FormData | undefined> {
  return request.formData().catch(() => undefined)
}

/**
 * Keeps every file that was chosen, each under its paper, whichever button was pressed: a person never has to choose
 * a file twice because something else was wrong.
 */
export async function keepFiles(
  event: RequestEvent,
  draftId: string,
  posted: FormData,
): Promise<{ kept: number; faults: UploadFault[] }> {
  const faults: UploadFault[] = []
  let kept = 0
  for (const [box, file] of posted) {
    if (!box.startsWith('file:') || !(file instanceof File) || !file.name) continue
    const paperId = box.slice('file:'.length)
    const body = new FormData()
    body.set('draftId', draftId)
    body.set('paperId', paperId)
    body.set('file', file)
    const tried = await attempt(event, event.locals.api.trpc.drafts.attach.mutate(body))
    if (tried.ok) kept += 1
    else faults.push({ paperId, name: file.name, bytes: file.size, fault: faultOf(tried.failure) })
  }
  return { kept, faults }
}

const known = [
  'empty',
  'too-large',
  'not-allowed-type',
  'damaged',
  'disguised',
  'picture-too-large',
  'infected',
  'not-scanned',
  'too-many',
] as const

function faultOf(failure: {
  kind: string
  refusal?: { data?: Readonly<Record<string, unknown>> }
}): UploadFault['fault'] {
  return known.find((fault) => fault === failure.refusal?.data?.['fault']) ?? 'refused'
}

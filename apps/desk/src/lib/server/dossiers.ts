import { error } from '@sveltejs/kit'
import type { DeedName, RefusalCode, StaffDossierView } from '@motcua/api/client'
import type { Decided } from '#lib/views.ts'
import { failureOf, orErrorPage } from './failures.ts'

type Asked = Pick<App.Locals, 'api'>

/** A dossier as staff see it, or the page that says why not. Each call is logged as a reading of personal data. */
export function getDossier({ api }: Asked, id: string): Promise<StaffDossierView> {
  return orErrorPage(api.trpc.dossier.get.query({ id }))
}

/** The dossier, where the person at work may do this deed to it now; otherwise the page that says why not. */
export async function getDossierFor(asked: Asked, id: string, deed: DeedName): Promise<StaffDossierView> {
  const dossier = await getDossier(asked, id)
  if (dossier.deeds.includes(deed)) return dossier
  if (dossier.deedsOfOthers.includes(deed)) error(403, 'forbidden')
  error(409, { message: 'not now', decided: lastDeed(dossier), notNow: true })
}

const overtaken: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'already-decided-at-intake',
  'completion-not-requested',
  'dossier-not-accepted',
  'result-already-recorded',
])

/** Does a deed. Where somebody else was faster the answer is a page that says who did what; other failures are thrown. */
export async function orAlreadyDecided<Answer>(
  asked: Asked,
  id: string,
  deed: Promise<Answer>,
): Promise<Answer> {
  try {
    return await deed
  } catch (thrown) {
    const failure = failureOf(thrown)
    const late = failure.kind === 'refused' && overtaken.has(failure.refusal.code)
    if (late || failure.kind === 'conflict') sayDecided(await getDossier(asked, id))
    if (failure.kind === 'forbidden') error(403, 'forbidden')
    if (failure.kind === 'not-found') error(404, 'not found')
    throw thrown
  }
}

function sayDecided(dossier: StaffDossierView): never {
  error(409, { message: 'already decided', decided: lastDeed(dossier) })
}

/** What was done last: of several things that followed at once, the deed itself comes first. */
function lastDeed({ id, code, submissionNo, timeline, submittedAt }: StaffDossierView): Decided {
  const lastAt = timeline.at(-1)?.at
  const last = timeline.find(({ at }) => at === lastAt)
  return {
    dossierId: id,
    submissionNo: code ?? submissionNo,
    what: last?.title ?? { vi: '', en: '' },
    at: last?.at ?? submittedAt,
    ...(last?.by && { by: last.by }),
  }
}

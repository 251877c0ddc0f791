import { fail } from '@sveltejs/kit'
import type { ShownError } from '@motcua/ui/field-errors'
import { words } from '@motcua/ui/words'
import { failureOf, orErrorPage } from '#lib/server/failures.ts'
import { files, text } from '#lib/server/form-data.ts'
import { deskWords } from '#lib/words/index.ts'
import type { Actions, RequestEvent } from './$types'

export const actions: Actions = {
  /** Says what the list would do. */
  read: (event) => take(event, false),
  confirm: (event) => take(event, true),
}

/** Most lines a page shows at once; the rest is counted. */
const mostShown = 300

async function take({ request, locals }: RequestEvent, confirm: boolean) {
  const posted = await request.formData()
  const [file] = files(posted, 'list')
  const list = file ? await file.text() : text(posted, 'text')
  const wrong = (line: string) => fail(400, { read: undefined, errors: [{ href: '#list', text: line }] })
  if (!list) return wrong(deskWords(locals.locale).catalogueImport.fileMissing)
  const form = new FormData()
  form.set('text', list)
  if (confirm) form.set('confirm', 'yes')
  try {
    const lines = await locals.api.trpc.catalogue.import.mutate(form)
    const drafts = lines.filter(({ outcome }) => outcome === 'new' || outcome === 'changed').length
    // What does nothing stands last.
    const weight = { unreadable: 0, new: 1, changed: 1, 'on-its-way': 2, same: 3 }
    const shown = lines.toSorted((a, b) => weight[a.outcome] - weight[b.outcome]).slice(0, mostShown)
    const read = { lines: shown, all: lines.length, drafts, isDone: confirm, text: confirm ? '' : list }
    return { read, errors: [] as ShownError[] }
  } catch (thrown) {
    const failure = failureOf(thrown)
    if (failure.kind === 'refused') return wrong(words(locals.locale).refusals[failure.refusal.code])
    return orErrorPage(Promise.reject(thrown))
  }
}

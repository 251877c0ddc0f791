import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import type { FieldError, Refusal } from '@motcua/api/client'
import type { ShownError } from '@motcua/ui/field-errors'
import { fileFaultText } from '@motcua/ui/file-fault'
import { words } from '@motcua/ui/words'
import type { ActForm } from '#lib/act-form.ts'
import { pathIn, type Locale } from '#lib/locale.ts'
import { deskWords } from '#lib/words/index.ts'
import { orAlreadyDecided } from './dossiers.ts'
import { failureOf, type Failure } from './failures.ts'

/** The request of a page below `/dossiers/[id]`. */
export type ActEvent = RequestEvent<{ id: string }>

/** What a posted form says, and what is wrong with it. More may be kept for `send`; it does not reach the page. */
export interface ReadForm<Typed> {
  typed: Typed
  errors: ShownError[]
  fieldErrors?: readonly FieldError[]
}

interface Act<Read extends ReadForm<unknown>> {
  /** Reads what was typed. Called for each step, so that nothing is kept between them. */
  read: (event: ActEvent, posted: FormData) => Read | Promise<Read>
  /** Does it, by the API. Refusals and conflicts need no care here. */
  send: (event: ActEvent, read: Read, posted: FormData) => Promise<unknown>
  /** Name of the sentence in `dossier.done` that the dossier then opens with, or where else to go. */
  done: string | ((event: ActEvent) => string)
  /** Where on the page a refusal is mended; the page as a whole where this is silent. `#document` is on the second step. */
  refusedAt?: (refusal: Refusal) => `#${string}` | undefined
}

/**
 * The actions of an act page: `check` shows everything once more, `edit` goes back with all that was typed, `send` does
 * it and redirects. What the rules refuse comes back as an error beside what was typed; where a colleague was faster,
 * the answer is the page that says who did what.
 */
export function actOf<Read extends ReadForm<unknown>>({ read, send, done, refusedAt }: Act<Read>) {
  return {
    async check(event: ActEvent) {
      const form = await read(event, await event.request.formData())
      return form.errors.length > 0 ? fail(400, shown('edit', form)) : shown('check', form)
    },

    async edit(event: ActEvent) {
      const { typed } = await read(event, await event.request.formData())
      return shown('edit', { typed, errors: [] } as ReadForm<unknown> as Read)
    },

    async send(event: ActEvent) {
      const { locals, params } = event
      const posted = await event.request.formData()
      const form = await read(event, posted)
      if (form.errors.length > 0) return fail(400, shown('edit', form))
      try {
        await orAlreadyDecided(locals, params.id, send(event, form, posted))
      } catch (thrown) {
        const errors = errorsOf(failureOf(thrown), locals.locale, refusedAt)
        if (!errors) throw thrown
        const step = errors.some(({ href }) => href === '#document') ? 'check' : 'edit'
        return fail(400, shown(step, { ...form, errors }))
      }
      const there = typeof done === 'string' ? `/dossiers/${params.id}?done=${done}` : done(event)
      redirect(303, pathIn(locals.locale, there))
    },
  }
}

function shown<Read extends ReadForm<unknown>>(
  step: 'edit' | 'check',
  { typed, errors, fieldErrors = [] }: Read,
): ActForm<Read['typed']> {
  return { step, typed, errors, fieldErrors }
}

/** What the office found wrong, as errors of the page; nothing where the page cannot help. */
function errorsOf(
  failure: Failure,
  locale: Locale,
  refusedAt: Act<ReadForm<unknown>>['refusedAt'],
): ShownError[] | undefined {
  if (failure.kind === 'invalid') {
    return failure.fields.map(({ field }) => ({
      href: `#${field}`,
      text: deskWords(locale).acts.notTaken(field),
    }))
  }
  if (failure.kind !== 'refused') return undefined
  const { code, data } = failure.refusal
  if (code === 'file-not-accepted') return [{ href: '#document', text: fileFaultText(data, locale) }]
  return [{ href: refusedAt?.(failure.refusal) ?? '#act', text: words(locale).refusals[code] }]
}

import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { words } from '@motcua/ui/words'
import { pathIn } from '#lib/locale.ts'
import { failureOf } from './failures.ts'
import { deskWords } from '#lib/words/index.ts'

/** Sends a deed about an account. What is refused stands above the form; an address to hand over is shown once. */
export async function accountAct<Done extends object>(
  { locals: { locale } }: RequestEvent,
  send: () => Promise<Done>,
  there?: (done: Done) => string,
) {
  const done = await send().catch(failureOf)
  if ('kind' in done && typeof done.kind === 'string') {
    const failure = done as ReturnType<typeof failureOf>
    const text =
      failure.kind === 'refused'
        ? words(locale).refusals[failure.refusal.code]
        : failure.kind === 'invalid'
          ? deskWords(locale).staffAccounts.incomplete
          : deskWords(locale).errors[failure.kind === 'forbidden' ? 403 : 404].title
    return fail(400, { errors: [{ href: '#act', text }] })
  }
  if (there) redirect(303, pathIn(locale, there(done as Done)))
  return { done: done as Done }
}

import { words } from '@motcua/ui/words'
import { fileFaultText } from '@motcua/ui/file-fault'
import { error } from '@sveltejs/kit'
import type { Outputs } from '@motcua/api/client'
import type { Locale } from '#lib/locale.ts'
import { deskWords } from '#lib/words/index.ts'
import { failureOf, orErrorPage } from './failures.ts'

export type Registration = Outputs['population']['list']['registrations'][number]

/** One registration of the register; a page that is not found where the reader's register does not hold it. */
export async function getRegistration(locals: App.Locals, id: string): Promise<Registration> {
  const { registrations } = await orErrorPage(locals.api.trpc.population.list.query({}))
  return registrations.find((one) => one.id === id) ?? error(404, 'not-found')
}

/** Why a deed about the use of the population database was not done, to stand above its form. */
export function whyNot(thrown: unknown, locale: Locale): string {
  const failure = failureOf(thrown)
  if (failure.kind === 'refused') {
    const { code, data } = failure.refusal
    return code === 'file-not-accepted' ? fileFaultText(data, locale) : words(locale).refusals[code]
  }
  if (failure.kind === 'conflict') return deskWords(locale).population.moved
  if (failure.kind === 'invalid') return deskWords(locale).access.incomplete
  error(failure.kind === 'forbidden' ? 403 : 404, failure.kind)
}

import type { DeedName, StaffDossierView } from '@motcua/api/client'
import { words } from '@motcua/ui/words'
import type { BulkLeft, BulkOutcome } from '#lib/bulk.ts'
import type { Locale } from '#lib/locale.ts'
import { deskWords } from '#lib/words/index.ts'
import { failureOf } from './failures.ts'

/** How many dossiers one page of several takes: as many as a list shows. */
export const mostAtOnce = 50

/** The dossiers that were ticked, as the address or a form names them: each once. */
export function chosen(params: { getAll(name: string): unknown[] }): { ids: string[]; tooMany: boolean } {
  const ids = [...new Set(params.getAll('id').filter((id) => typeof id === 'string'))].filter(isUuid)
  return { ids: ids.slice(0, mostAtOnce), tooMany: ids.length > mostAtOnce }
}

/** The ticked dossiers to which one of these deeds can be done now, with it, and why none can to the others. */
export async function readyFor<Deed extends DeedName>(
  { api, locale }: Pick<App.Locals, 'api' | 'locale'>,
  ids: readonly string[],
  deeds: readonly Deed[],
): Promise<{ ready: { dossier: StaffDossierView; deed: Deed }[]; left: BulkLeft[] }> {
  const ready: { dossier: StaffDossierView; deed: Deed }[] = []
  const left: BulkLeft[] = []
  const say = deskWords(locale).bulk.leftBecause
  for (const id of ids) {
    try {
      const dossier = await api.trpc.dossier.get.query({ id })
      const number = dossier.code ?? dossier.submissionNo
      const deed = deeds.find((name) => dossier.deeds.includes(name))
      const isOthers = deeds.some((name) => dossier.deedsOfOthers.includes(name))
      if (deed) ready.push({ dossier, deed })
      else left.push({ id, number, why: isOthers ? say.forbidden : say['not-open'] })
    } catch (thrown) {
      left.push({ id, number: '', why: because(thrown, locale) })
    }
  }
  return { ready, left }
}

/** Does something to one dossier after the other. What cannot be done to one is told, and hinders no other. */
export async function eachOf(
  locale: Locale,
  items: readonly { readonly id: string; readonly number: string }[],
  act: (id: string) => Promise<string>,
): Promise<BulkOutcome[]> {
  const outcomes: BulkOutcome[] = []
  for (const { id, number } of items) {
    try {
      outcomes.push({ id, number, done: true, text: await act(id) })
    } catch (thrown) {
      outcomes.push({ id, number, done: false, text: because(thrown, locale) })
    }
  }
  return outcomes
}

/** Why a deed was not done, in a sentence. A fault of the system is thrown on. */
function because(thrown: unknown, locale: Locale): string {
  const failure = failureOf(thrown)
  const say = deskWords(locale)
  switch (failure.kind) {
    case 'refused':
      return words(locale).refusals[failure.refusal.code]
    case 'forbidden':
    case 'not-found':
    case 'conflict':
      return say.bulk.leftBecause[failure.kind]
    case 'too-many':
      return say.errors[429].body
    case 'invalid':
      return say.bulk.leftBecause['not-open']
    default:
      return failure satisfies never
  }
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}

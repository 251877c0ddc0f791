import type { RequestEvent } from '@sveltejs/kit'
import type { StaffDossierView } from '@motcua/api/client'
import {
  candidates,
  itemsAsked,
  needsHeadReason,
  requestErrors,
  type Candidate,
  type TypedRequest,
} from '#lib/completion-request.ts'
import type { Locale } from '#lib/locale.ts'
import { deskWords } from '#lib/words/index.ts'
import { orErrorPage } from './failures.ts'
import { text, ticked } from './form-data.ts'

/** Texts of law the procedure of a dossier rests on, to choose from as the basis of an item. */
export async function lawsOf({ locals }: Pick<RequestEvent, 'locals'>, { procedure }: StaffDossierView) {
  const { legalBasis } = await orErrorPage(locals.api.trpc.catalogue.get.query({ code: procedure.code }))
  return [...new Set(legalBasis)]
}

/** What an officer typed to ask for more, before acceptance or after it, and what is wrong with it. */
export function readAsking(dossier: StaffDossierView, posted: FormData, locale: Locale) {
  const { papers, fields } = candidates(dossier, locale)
  const all = [...papers, ...fields]
  const typed = readTyped(posted, all)
  const say = deskWords(locale)
  const errors = requestErrors(all, typed, say)
  const { asking } = dossier
  const needs = needsHeadReason(asking, typed.ticked)
  if (errors.length === 0 && needs && !typed.headReason) {
    errors.push(
      asking?.mayGiveReason && asking.further !== 'forbidden'
        ? { href: '#headReason', text: say.asking.needsHead }
        : {
            href: '#act',
            text: asking?.further === 'forbidden' ? say.asking.forbidden : say.asking.askHead,
          },
    )
  }
  return { all, typed, errors }
}

/** The request as it is sent. */
export function askingInput(dossierId: string, all: readonly Candidate[], typed: TypedRequest) {
  return {
    dossierId,
    items: itemsAsked(all, typed),
    ...(typed.note && { note: typed.note }),
    ...(typed.headReason && { headReason: typed.headReason }),
  }
}

function readTyped(posted: FormData, all: readonly Candidate[]): TypedRequest {
  const texts = (prefix: string) =>
    Object.fromEntries(all.map(({ key }) => [key, text(posted, `${prefix}-${key}`)]))
  return {
    ticked: ticked(posted, 'item'),
    reasons: texts('reason'),
    bases: texts('basis'),
    note: text(posted, 'note'),
    headReason: text(posted, 'headReason'),
  }
}

import { shownPapers } from '@motcua/domain'
import { comparisonErrors, comparisons, oneOf } from '#lib/returning-form.ts'
import { actOf } from '#lib/server/act.ts'
import { getDossierFor } from '#lib/server/dossiers.ts'
import { orErrorPage } from '#lib/server/failures.ts'
import { text } from '#lib/server/form-data.ts'
import { deskWords } from '#lib/words/index.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  dossier: await getDossierFor(locals, params.id, 'compare-originals'),
  terms: await orErrorPage(locals.api.trpc.returning.terms.query({ id: params.id })),
})

export const actions = actOf({
  read({ locals }, posted) {
    const typed = {
      outcome: oneOf(comparisons, text(posted, 'outcome')),
      shown: oneOf(shownPapers, text(posted, 'shown')),
      note: text(posted, 'note'),
    }
    return { typed, errors: comparisonErrors(typed, deskWords(locals.locale)) }
  },
  send: ({ locals, params }, { typed: { outcome, shown, note } }) =>
    locals.api.trpc.returning.compareOriginals.mutate({
      dossierId: params.id,
      outcome: outcome || 'differ',
      shown: shown || 'original',
      ...(note && { note }),
    }),
  done: 'originals',
  refusedAt: ({ code }) => (code === 'original-not-accepted' ? '#shown' : undefined),
})

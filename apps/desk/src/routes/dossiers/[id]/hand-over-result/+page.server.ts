import { channels, identityPapers, type RefusalCode } from '@motcua/domain'
import { handOverErrors, oneOf } from '#lib/returning-form.ts'
import { actOf } from '#lib/server/act.ts'
import { getDossierFor } from '#lib/server/dossiers.ts'
import { orErrorPage } from '#lib/server/failures.ts'
import { text } from '#lib/server/form-data.ts'
import { deskWords } from '#lib/words/index.ts'
import type { PageServerLoad } from './$types'

const termsOf = (locals: App.Locals, id: string) => orErrorPage(locals.api.trpc.returning.terms.query({ id }))

export const load: PageServerLoad = async ({ locals, params }) => ({
  dossier: await getDossierFor(locals, params.id, 'hand-over-result'),
  terms: await termsOf(locals, params.id),
})

/** Where on the page a refusal is mended. */
const places: Partial<Record<RefusalCode, `#${string}`>> = {
  'channel-not-allowed': '#channel',
  'no-address-for-channel': '#channel',
  'result-not-sealed': '#channel',
  'no-document-to-return': '#channel',
  'recipient-not-identified': '#to',
  'mandate-missing': '#mandate',
  'consignment-number-missing': '#proof',
  'channel-change-unexplained': '#change',
  'dossier-not-checked': '#checked',
}

export const actions = actOf({
  async read({ locals, params }, posted) {
    const typed = {
      channel: oneOf(channels, text(posted, 'channel')),
      to: text(posted, 'to'),
      identity: oneOf(identityPapers, text(posted, 'identity')),
      mandate: text(posted, 'mandate'),
      proof: text(posted, 'proof'),
      change: text(posted, 'change'),
      checked: text(posted, 'checked'),
    }
    const terms = await termsOf(locals, params.id)
    return { typed, errors: handOverErrors(typed, terms, terms.chosen, deskWords(locals.locale)) }
  },
  send({ locals, params }, { typed }) {
    const { channel, identity, checked, ...said } = typed
    return locals.api.trpc.returning.handOverResult.mutate({
      dossierId: params.id,
      channel: channel || 'counter',
      ...said,
      ...(identity && { identity }),
      dossierChecked: checked === 'yes',
    })
  },
  done: 'handOver',
  refusedAt: ({ code }) => places[code],
})

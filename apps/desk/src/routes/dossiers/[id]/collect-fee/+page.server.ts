import { randomUUID } from 'node:crypto'
import { formatMoney } from '@motcua/ui/format'
import { actOf } from '#lib/server/act.ts'
import { getDossierFor } from '#lib/server/dossiers.ts'
import { deskFee } from '#lib/server/fees.ts'
import { text } from '#lib/server/form-data.ts'
import { deskWords } from '#lib/words/index.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  dossier: await getDossierFor(locals, params.id, 'collect-fee'),
  view: await deskFee(locals, params.id),
  key: randomUUID(),
})

export const actions = actOf({
  async read({ locals, params }, posted) {
    const typed = { key: text(posted, 'key'), amount: text(posted, 'amount') }
    const say = deskWords(locals.locale).collectFee
    const owed = (await deskFee(locals, params.id)).fee?.amount ?? 0
    const given = typed.amount.replaceAll(/[.\s]/g, '')
    const wrong = !/^\d+$/.test(given)
      ? say.amountMissing
      : Number(given) === owed
        ? undefined
        : say.amountDiffers(formatMoney(owed, locals.locale))
    return { typed, errors: wrong ? [{ href: '#amount', text: wrong }] : [] }
  },
  send: ({ locals, params }, { typed: { key, amount } }) =>
    locals.api.trpc.fees.collectAtCounter.mutate({
      dossierId: params.id,
      key,
      amount: Number(amount.replaceAll(/[.\s]/g, '')),
    }),
  done: ({ params }) => `/dossiers/${params.id}/fees?done=collectFee`,
  refusedAt: () => '#amount',
})

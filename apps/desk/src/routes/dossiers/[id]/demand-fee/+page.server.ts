import type { ShownError } from '@motcua/ui/field-errors'
import { actOf } from '#lib/server/act.ts'
import { getDossierFor } from '#lib/server/dossiers.ts'
import { orErrorPage } from '#lib/server/failures.ts'
import { deskFee } from '#lib/server/fees.ts'
import { text } from '#lib/server/form-data.ts'
import { deskWords } from '#lib/words/index.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  dossier: await getDossierFor(locals, params.id, 'demand-fee'),
  view: await deskFee(locals, params.id),
  choices: await orErrorPage(locals.api.trpc.fees.preview.query({ dossierId: params.id })),
})

export const actions = actOf({
  async read({ locals, params }, posted) {
    const say = deskWords(locals.locale).demandFee
    const counts = Object.fromEntries(
      [...posted].flatMap(([name, value]) =>
        name.startsWith('count-') && typeof value === 'string' ? [[name.slice(6), value.trim()]] : [],
      ),
    )
    const typed = {
      forWhom: text(posted, 'forWhom'),
      reason: text(posted, 'reason'),
      ...Object.fromEntries(Object.entries(counts).map(([field, count]) => [`count-${field}`, count])),
      amount: '',
    }
    const errors: ShownError[] = [
      ...Object.entries(counts)
        .filter(([, count]) => !/^\d{0,3}$/.test(count))
        .map(([field]) => ({ href: `#count-${field}`, text: say.countWrong(say.count('')) })),
      ...(typed.reason ? [] : [{ href: '#reason', text: say.reasonMissing }]),
    ]
    const asked = { dossierId: params.id, ...(typed.forWhom && { forWhom: typed.forWhom }), counts }
    if (errors.length > 0) return { typed, errors, asked }
    // What it would be is asked of the office, never carried by the page.
    const preview = await orErrorPage(locals.api.trpc.fees.preview.query(asked))
    if (!preview.terms) return { typed, errors: [{ href: '#forWhom', text: say.unknown }], asked }
    return { typed: { ...typed, amount: String(preview.amount) }, errors, asked }
  },
  send: ({ locals }, { typed, asked }) =>
    locals.api.trpc.fees.demand.mutate({ ...asked, reason: typed.reason }),
  done: ({ params }) => `/dossiers/${params.id}/fees?done=demandFee`,
  refusedAt: () => '#reason',
})

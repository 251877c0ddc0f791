import { z } from 'zod'
import { procedureView } from '../catalogue/procedure-view.ts'
import { reading } from '../operation.ts'
import { filingVia } from '../rules/determine.ts'
import type { Bilingual, LegalBasis } from '@motcua/domain'

/** What the national portal must ask to file a procedure here. */
export interface ExchangeOffer {
  /** Whether this province takes in what is filed at the national portal, and by which article. */
  filing: { via: 'portal' | 'national-portal'; basis: LegalBasis[] }
  procedures: {
    code: string
    name: string
    cases: { id: string; name: string }[]
    agencies: { id: string; name: string }[]
    papers: { id: string; name: string; required: boolean }[]
    fields: {
      id: string
      kind: string
      label: Bilingual
      optional: boolean
      prefill?: string
      choices?: { value: string; label: Bilingual }[]
    }[]
    returnChannels: string[]
  }[]
}

/** The procedures that are filed online here, as the national portal lists them. */
export const exchangeOffer = reading({
  name: 'exchange.offer',
  may: 'exchange:take-in',
  input: z.object({}).default({}),

  async run({ tenant, now }): Promise<ExchangeOffer> {
    const { answer, basis } = filingVia(tenant, now)
    const online = [...tenant.procedures.values()].filter(
      ({ level, procedure }) => !['1', '2'].includes(level) && procedure.channels.includes('online'),
    )
    return {
      filing: { via: answer ?? 'portal', basis: [...basis] },
      procedures: online.map((offered) => {
        const {
          code,
          name,
          cases,
          agencies,
          papers,
          form,
          return: returns,
        } = procedureView(tenant, offered, now)
        return {
          code,
          name,
          cases: cases.map(({ id, name }) => ({ id, name })),
          agencies: agencies.map(({ id, name }) => ({ id, name })),
          papers: papers
            .filter(({ presentedOnly }) => !presentedOnly)
            .map(({ id, name, required }) => ({ id, name, required })),
          fields: form.pages
            .flatMap(({ fields }) => fields)
            .map(({ id, kind, label, optional, prefill, choices }) => ({
              id,
              kind,
              label,
              optional,
              ...(prefill && { prefill }),
              ...(choices && { choices }),
            })),
          returnChannels: [...returns.channels],
        }
      }),
    }
  },
})

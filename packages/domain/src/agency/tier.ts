import { z } from 'zod'

/** What a tier is in the words of the law: a level of government, or central bodies that work in the province. */
export const tierKinds = ['province', 'district', 'commune', 'vertical'] as const
export type TierKind = (typeof tierKinds)[number]

/** A tier of a province's administration, named as the province names it. */
export const Tier = z.object({
  id: z.string().regex(/^[a-z0-9-]{2,40}$/),
  name: z.object({ vi: z.string().min(1), en: z.string().min(1) }),
  kind: z.enum(tierKinds),
})
export type Tier = z.infer<typeof Tier>

/** The tiers of a province that names none itself, highest first. */
const usualTiers: readonly Tier[] = [
  { id: 'province', kind: 'province', name: { vi: 'Cấp tỉnh', en: 'Province level' } },
  { id: 'district', kind: 'district', name: { vi: 'Cấp huyện', en: 'District level' } },
  { id: 'commune', kind: 'commune', name: { vi: 'Cấp xã', en: 'Commune level' } },
  {
    id: 'vertical',
    kind: 'vertical',
    name: { vi: 'Cơ quan ngành dọc', en: 'Central bodies in the province' },
  },
]

/** The tiers a province's bodies stand in, in the order it shows them. */
export function tiersOf({ tiers }: { readonly tiers?: readonly Tier[] | undefined }): readonly Tier[] {
  return tiers ?? usualTiers
}

const height: Readonly<Record<TierKind, number>> = { commune: 0, district: 1, province: 2, vertical: 2 }

/** How high a tier stands; central bodies deal with the province on its own level. */
export function heightOf(tiers: readonly Tier[], level: string): number {
  return height[tiers.find(({ id }) => id === level)?.kind ?? 'province']
}

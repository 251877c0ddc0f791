import type { TenantFolder } from '@motcua/operations/tenants/folder'

type Form = TenantFolder['forms'][number]
type Field = Form['pages'][number]['fields'][number]

const sample = 'Kiểm tra vận hành'
const ofKind: Readonly<Record<string, string>> = {
  phone: '0900000000',
  email: 'kiem-tra@motcua.invalid',
  'citizen-id': '001085000000',
  number: '1',
}

/** What is posted for a question, its boxes filled with what anybody may write. */
export function filled({ id, kind, choices, min, minLength, mask }: Field, agencyId: string) {
  if (kind === 'date') return { [`${id}-day`]: '27', [`${id}-month`]: '3', [`${id}-year`]: '1985' }
  const text = mask
    ? mask.replaceAll(/[9*]/g, '1')
    : (choices?.[0]?.value ?? (kind === 'agency' ? agencyId : (ofKind[kind] ?? sample)))
  const least = kind === 'number' && /^\d+$/.test(min ?? '') ? min! : text
  return { [id]: minLength ? least.padEnd(minLength, '.') : least }
}

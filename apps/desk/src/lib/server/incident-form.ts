import { momentOf } from '#lib/work-form.ts'
import { text, ticked } from './form-data.ts'

const names = [
  'form',
  'id',
  'titleVi',
  'titleEn',
  'bodyVi',
  'bodyEn',
  'startsAt',
  'expectedAt',
  'body',
] as const

/** A form of the page of incidents as it was typed; nothing of it is lost where something is wrong. */
export type TypedIncident = Record<(typeof names)[number], string> & { affects: string[] }

export function readIncidentForm(posted: FormData): TypedIncident {
  const typed = Object.fromEntries(names.map((name) => [name, text(posted, name)])) as Record<
    (typeof names)[number],
    string
  >
  return { ...typed, affects: ticked(posted, 'affects') }
}

/** What is missing or no moment, by field, before it is shown once more. What only the office knows is asked at sending. */
export function incidentFaults(typed: TypedIncident): Record<string, 'required' | 'not-a-date'> {
  const isFresh = typed.form === 'declare' || typed.form === 'maintenance'
  const moments = typed.form === 'maintenance' ? (['startsAt', 'expectedAt'] as const) : []
  const missing = [
    ...(isFresh && !typed.titleVi ? ['titleVi'] : []),
    ...(isFresh && typed.affects.length === 0 ? ['affects'] : []),
    ...moments.filter((name) => !typed[name]),
    ...(typed.bodyVi ? [] : ['bodyVi']),
  ]
  const odd = (['startsAt', 'expectedAt'] as const).filter((name) => typed[name] && !momentTyped(typed[name]))
  return Object.fromEntries([
    ...missing.map((name) => [name, 'required'] as const),
    ...odd.map((name) => [name, 'not-a-date'] as const),
  ])
}

/** `2026-03-02T09:00`, as a browser posts it, as a moment in Việt Nam. */
function momentTyped(typed: string): string | undefined {
  const [day = '', time = ''] = typed.split('T')
  return momentOf(day, time)
}

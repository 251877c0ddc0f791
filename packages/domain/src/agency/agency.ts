import { z } from 'zod'

/** A day of the civil calendar that exists. */
const Day = z.iso.date()
const Place = z.string().regex(/^-?\d{1,2}(\.\d+)?,\s?-?\d{1,3}(\.\d+)?$/)

/** The days something holds: first and last day, open where they are missing. */
const period = { from: Day.exactOptional(), to: Day.exactOptional() }

/**
 * A body of the administration in one form: department, commune, centre, central body. A body that was renamed or
 * came under another one has several forms with the same id, on days that do not touch (AMB-02).
 */
export const Agency = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  /** The tier it stands in, by the province's own list. */
  level: z.string().min(1),
  parentId: z.string().optional(),
  /** Code used in dossier codes, unique in the tenant among the bodies of a day. */
  code: z.string().regex(/^\d{2,3}(\.\d{2,3})?$/),
  address: z.string(),
  phone: z.string(),
  hasOneStopSection: z.boolean(),
  /** Its own hotline, where it has another than the province's. */
  hotline: z.string().exactOptional(),
  email: z.email().exactOptional(),
  /** Latitude and longitude in degrees. */
  location: Place.exactOptional(),
  /** The body at whose counter its dossiers are received, where it has no counter itself. */
  receivesAt: z.string().exactOptional(),
  /** The central authority a vertical body belongs to. */
  authority: z.string().exactOptional(),
  ...period,
})
export type Agency = z.infer<typeof Agency>

/** A further counter of a body, away from its seat (điểm tiếp nhận). */
export const ReceivingPoint = z.object({
  agencyId: z.string().min(1),
  name: z.string().min(1),
  address: z.string().min(1),
  phone: z.string(),
  location: Place.exactOptional(),
  ...period,
})
export type ReceivingPoint = z.infer<typeof ReceivingPoint>

/** A body that was dissolved or merged into another one, from a day on; its open dossiers go there. */
export const BodySuccession = z.object({
  from: z.string(),
  to: z.string(),
  on: Day,
  /** The decision that says so. */
  decision: z.string().min(1),
})
export type BodySuccession = z.infer<typeof BodySuccession>

interface Period {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** Whether something holds on a day. */
export function holdsOn({ from, to }: Period, day: string): boolean {
  return (from === undefined || from <= day) && (to === undefined || day <= to)
}

/** Whether two things hold on the same day at some time. */
export function periodsMeet(one: Period, other: Period): boolean {
  const startsBeforeEnd = (a: Period, b: Period): boolean =>
    a.from === undefined || b.to === undefined || a.from <= b.to
  return startsBeforeEnd(one, other) && startsBeforeEnd(other, one)
}

/**
 * Every body once, as it stands on a day: the form of that day; of a body that is gone, its last form; of one to
 * come, its first.
 */
export function agenciesOn(forms: readonly Agency[], day: string): Map<string, Agency> {
  const bodies = new Map<string, Agency>()
  const inOrder = forms.toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))
  for (const form of inOrder) {
    const before = bodies.get(form.id)
    if (!before || (form.from ?? '') <= day) bodies.set(form.id, form)
  }
  // The order of the declarations is the order in which they are shown.
  return new Map(forms.map(({ id }) => [id, bodies.get(id)!]))
}

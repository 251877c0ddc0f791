import { joinDate } from '@motcua/ui/date-parts'
import type { Outputs } from '@motcua/api/client'

/** What the address asks of the trail; empty fields are left out. */
export function auditQuery({ searchParams }: URL) {
  const text = (name: string): string | undefined => searchParams.get(name)?.trim() || undefined
  return {
    from: dateIn(searchParams, 'from') || undefined,
    to: dateIn(searchParams, 'to') || undefined,
    who: text('who'),
    thing: text('thing'),
    thingId: text('thingId'),
    deed: text('deed') as 'read' | undefined,
    withoutReads: searchParams.has('withoutReads') || undefined,
  }
}

/** The day of three boxes, or the one in an address. */
function dateIn(asked: URLSearchParams, name: string): string {
  const part = (which: string): string => asked.get(`${name}-${which}`) ?? ''
  return joinDate({ day: part('day'), month: part('month'), year: part('year') })
}

type Cursor = NonNullable<Outputs['audit']['search']['next']>

/** Where a page begins, as it stands in an address: moment, lane and number. */
export function writeCursor({ at, lane, seq }: Cursor): string {
  return `${at}~${lane}~${seq}`
}

/** The same, read back; nothing where it cannot be. */
export function readCursor(text: string | null): Cursor | undefined {
  const [at = '', lane = '', seq = ''] = text?.split('~') ?? []
  if (!/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(at) || !/^\d+$/.test(lane) || !/^\d+$/.test(seq))
    return undefined
  return { at: at as Cursor['at'], lane: Number(lane), seq: Number(seq) }
}

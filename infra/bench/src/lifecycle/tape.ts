import { randomUUID } from 'node:crypto'
import type { Database } from '@motcua/db'
import postgres from 'postgres'

/** A statement as it went to the database. */
interface Sent {
  readonly text: string
  readonly values: readonly unknown[]
}

/** The statements sent while one connection was lent, in order. */
export type Trip = readonly Sent[]

interface Link {
  send(text: string, values?: readonly unknown[]): Promise<unknown>
}
interface Lender {
  lend<T>(work: (link: Link) => Promise<T>): Promise<T>
}

/** Everything the archive sends while `deed` is done alone. */
export async function record(db: Database, deed: () => Promise<unknown>): Promise<Trip[]> {
  // The pool is nobody's business but the archive's; a benchmark looks over its shoulder.
  const [pool] = Object.getOwnPropertySymbols(db).map((name) => Reflect.get(db, name) as Lender)
  const lend = pool!.lend.bind(pool)
  const trips: Trip[] = []
  pool!.lend = (work) =>
    lend((link) => {
      const trip: Sent[] = []
      trips.push(trip)
      const send: Link['send'] = (text, values = []) => {
        trip.push({ text, values })
        return link.send(text, values)
      }
      return work(Object.create(link, { send: { value: send } }) as Link)
    })
  try {
    await deed()
  } finally {
    pool!.lend = lend
  }
  return trips
}

/** A tape ready to be played: what must differ each time stands in it as a place to fill. */
export interface Tape {
  readonly trips: readonly (readonly { readonly text: string; readonly values: readonly Value[] }[])[]
  /** What stood in these places when it was recorded. */
  readonly names: readonly string[]
}
type Value =
  | { readonly whole: unknown }
  | { readonly parts: readonly (string | number)[] }
  /** A number that counts on. */
  | { readonly counted: true }

/** Makes a tape of two recordings of the same journey: what differs between them is a name that each journey needs anew. */
export function cut(one: readonly Trip[], other: readonly Trip[]): Tape {
  const names = [...namesIn(one, other)].sort((a, b) => b.length - a.length)
  const anyName = new RegExp(`(${names.map(escape).join('|')})`)
  const place = new Map(names.map((name, index) => [name, index]))
  const fill = (value: unknown, before: unknown): Value => {
    if (typeof value === 'number' && value !== before) return { counted: true }
    if (typeof value !== 'string' && (typeof value !== 'object' || !value || value instanceof Uint8Array))
      return { whole: value }
    const parts = textOf(value)
      .split(anyName)
      .map((part) => place.get(part) ?? part)
    return parts.length === 1 ? { whole: parts[0] } : { parts }
  }
  return {
    names,
    trips: one.map((trip, t) =>
      trip.map(({ text, values }, s) => ({
        text,
        values: values.map((value, v) => fill(value, other[t]?.[s]?.values[v])),
      })),
    ),
  }
}

/** Words of one recording at whose place the other has another word. */
function namesIn(one: readonly Trip[], other: readonly Trip[]): Set<string> {
  const words = (trips: readonly Trip[]): string[] =>
    trips.flat().flatMap(({ values }) => values.flatMap((value) => textOf(value).match(/[\w.-]+/g) ?? []))
  const others = words(other)
  return new Set(words(one).filter((word, index) => word !== others[index]))
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'object' && value && !(value instanceof Uint8Array) ? JSON.stringify(value) : ''
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Names nobody had before, of the same make as those of the tape. */
function newNames({ names }: Tape, n: number): string[] {
  return names.map((name) =>
    uuid.test(name)
      ? randomUUID()
      : name.replace(/[A-Za-z0-9]+$/, (end) => String(n).padStart(end.length, '0')),
  )
}

/** A raw client: postgres.js and nothing else. JSON goes in as the text it is. */
export function rawClient(url: string): postgres.Sql {
  const asText = (to: number) => ({
    to,
    from: [to],
    serialize: (text: string) => text,
    parse: (text: string) => text,
  })
  return postgres(url, {
    max: 1,
    fetch_types: false,
    onnotice() {},
    types: { json: asText(114), jsonb: asText(3802), date: asText(1082), timestamptz: asText(1184) },
    connection: { TimeZone: '<+07>-07', DateStyle: 'ISO', jit: 'off' } as never,
  })
}

/** Plays a tape for the n-th time, with names of its own, waiting for each answer as the archive does, the opening of a door aside. */
export async function play(sql: postgres.Sql, tape: Tape, n: number): Promise<void> {
  const names = newNames(tape, n)

  for (const trip of tape.trips) {
    for (const { text, values } of trip) {
      const filled = values.map((value) => {
        if ('whole' in value) return value.whole
        if ('counted' in value) return n
        return value.parts.map((part) => (typeof part === 'number' ? names[part] : part)).join('')
      })
      const answer = sql.unsafe(text, filled as never[], { prepare: true, simple: false } as never)
      // The archive sends these two together with what follows.
      if (text.startsWith('begin') || text.includes('set_config')) answer.catch(() => {})
      else await answer
    }
  }
}

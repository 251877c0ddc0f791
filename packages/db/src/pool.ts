import postgres from 'postgres'
import { Line } from './line.ts'
import { parameters, types } from './types.ts'

/**
 * One connection. It is never opened again once it was lost: a statement meant for a transaction must not run on
 * another connection, and postgres.js 3.4.9 does not survive every loss. The pool makes a new link instead.
 */
export interface Link {
  /** Sends a statement behind those already sent, without waiting for their answers. */
  send<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Answer<Row>>
  /** Calls `told` should the connection be lost. @returns what to call when nobody cares any more. */
  whenLost(told: (error: ConnectionLost) => void): () => void
  readonly isLost: boolean
}

export interface Answer<Row> {
  readonly rows: Row[]
  /** Rows touched, where the statement touches rows. */
  readonly count: number
  /** `SELECT`, `INSERT`, `COMMIT` … */
  readonly command: string
}

export interface PoolOptions {
  readonly url: string
  readonly max: number
  readonly prepare: boolean
}

/** A bounded set of links. Who finds none free waits in line, where provinces take turns. */
export class Pool {
  readonly #options: PoolOptions
  readonly #idle: ClosableLink[] = []
  readonly #links = new Set<ClosableLink>()
  readonly #line = new Line<PromiseWithResolvers<ClosableLink>>()
  readonly #work = new Set<Promise<unknown>>()
  #closed = false

  constructor(options: PoolOptions) {
    this.#options = options
  }

  /** Lends a link for as long as `work` takes, to work of this province; of none, to work of the whole house. */
  async lend<T>(work: (link: Link) => Promise<T>, owner = ''): Promise<T> {
    const link = this.#idle.pop() ?? this.#make() ?? (await this.#stand(owner))
    const working = work(link)
    this.#work.add(working)
    try {
      return await working
    } finally {
      this.#work.delete(working)
      this.#takeBack(link)
    }
  }

  /** Lends no more, lets what runs end for at most so many seconds, and closes every link. */
  async close(seconds: number): Promise<void> {
    this.#closed = true
    for (const { reject } of this.#line.clear()) reject(new ArchiveClosed())
    const patience = AbortSignal.timeout(seconds * 1000)
    await Promise.race([
      Promise.allSettled(this.#work),
      new Promise((resolve) => patience.addEventListener('abort', resolve)),
    ])
    await Promise.all([...this.#links].map((link) => link.close()))
  }

  #stand(owner: string): Promise<ClosableLink> {
    const place = Promise.withResolvers<ClosableLink>()
    this.#line.stand(owner, place)
    return place.promise
  }

  #make(): ClosableLink | undefined {
    if (this.#closed) throw new ArchiveClosed()
    if (this.#links.size >= this.#options.max) return undefined
    const link = openLink(this.#options, () => this.#forget(link))
    this.#links.add(link)
    return link
  }

  #takeBack(link: ClosableLink): void {
    if (this.#closed) return
    const next = this.#line.next()
    if (!next) return link.isLost ? undefined : void this.#idle.push(link)
    next.resolve(link.isLost ? this.#make()! : link)
  }

  /** A lost link leaves its place to another. */
  #forget(link: ClosableLink): void {
    this.#links.delete(link)
    const at = this.#idle.indexOf(link)
    if (at >= 0) this.#idle.splice(at, 1)
  }
}

/** The process is stopping: nothing is taken on any more. */
class ArchiveClosed extends Error {
  constructor() {
    super('the archive is closed')
  }
}

interface ClosableLink extends Link {
  close(): Promise<void>
}

// `simple` is not in the types of postgres.js; without it a statement without values is not prepared.
const statement = { prepare: true, simple: false } as postgres.UnsafeQueryOptions

/** Opens a connection at its first statement. */
function openLink({ url, prepare }: PoolOptions, onLost: () => void): ClosableLink {
  let isLost = false
  // Not a promise: what waits on one that never settles is never let go.
  const listeners = new Set<(error: ConnectionLost) => void>()
  const sql = postgres(url, {
    max: 1,
    max_lifetime: null,
    connect_timeout: 10,
    prepare,
    types,
    connection: parameters,
    fetch_types: false,
    onnotice() {},
    onclose: () => void fail(),
  })

  function fail(cause?: unknown): ConnectionLost {
    const error = new ConnectionLost(cause)
    if (isLost) return error
    isLost = true
    for (const told of listeners) told(error)
    onLost()
    void sql.end({ timeout: 0 })
    return error
  }

  return {
    whenLost(told) {
      listeners.add(told)
      return () => listeners.delete(told)
    },
    get isLost() {
      return isLost
    },
    async send<Row>(text: string, values: readonly unknown[] = []) {
      if (isLost) throw new ConnectionLost()
      try {
        const rows = await sql.unsafe(text, values as never[], statement)
        return { rows: rows as unknown as Row[], count: rows.count ?? 0, command: rows.command }
      } catch (cause) {
        if (cause instanceof postgres.PostgresError) throw cause
        // Not an answer of the server: whatever it was, this connection is not to be trusted any more.
        throw fail(cause)
      }
    },
    async close() {
      isLost = true
      await sql.end({ timeout: 1 })
    },
  }
}

/** The connection to the archive broke. What was being done may have been done or not; doing it again is safe. */
export class ConnectionLost extends Error {
  constructor(cause?: unknown) {
    const why = cause instanceof Error ? `: ${cause.message}` : ''
    super(`the connection to the archive was lost${why}`, { cause })
  }
}

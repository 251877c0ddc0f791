import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryResult } from 'kysely'
import type { Link } from './pool.ts'
import type { Schema } from './schema.ts'

/** A transaction that the door has begun and will end. */
export interface Running {
  readonly link: Link
  /** False once the door is closed: what was kept of it must not speak in the next one's name. */
  open: boolean
}

/**
 * Kysely over one running transaction. Statements are prepared, and nothing waits for the answer to a statement
 * before it: several sent together take one round trip.
 */
export function kyselyOver(running: Running): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: new OneTransaction(running) })
}

class OneTransaction implements Dialect {
  readonly #running: Running
  constructor(running: Running) {
    this.#running = running
  }
  createAdapter = () => new PostgresAdapter()
  createQueryCompiler = () => new PostgresQueryCompiler()
  createIntrospector = (db: Kysely<never>) => new PostgresIntrospector(db)
  createDriver = (): Driver => new OneTransactionDriver(new Statements(this.#running))
}

class OneTransactionDriver implements Driver {
  readonly #connection: DatabaseConnection
  constructor(connection: DatabaseConnection) {
    this.#connection = connection
  }
  async init() {}
  async acquireConnection() {
    return this.#connection
  }
  async releaseConnection() {}
  async destroy() {}
  beginTransaction = insideAlready
  commitTransaction = insideAlready
  rollbackTransaction = insideAlready
}

async function insideAlready(): Promise<never> {
  throw new Error('a transaction of the door is running already')
}

class Statements implements DatabaseConnection {
  readonly #running: Running
  constructor(running: Running) {
    this.#running = running
  }
  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    if (!this.#running.open) throw new Error('the door is closed')
    const { rows, count } = await this.#running.link.send<R>(sql, parameters)
    return { rows, numAffectedRows: BigInt(count) }
  }
  async *streamQuery(): AsyncIterableIterator<never> {
    yield* []
    throw new Error('rows are not streamed')
  }
}

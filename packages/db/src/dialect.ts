import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryResult } from 'kysely'
import type postgres from 'postgres'
import type { Schema } from './schema.ts'

/**
 * Kysely over one reserved connection, whose transaction is somebody else's business. Statements are prepared, and
 * nothing waits for the answer to a statement before it: several sent together take one round trip.
 */
export function kyselyOver(connection: postgres.ReservedSql): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: new OneConnection(connection) })
}

class OneConnection implements Dialect {
  readonly #connection: postgres.ReservedSql
  constructor(connection: postgres.ReservedSql) {
    this.#connection = connection
  }
  createAdapter = () => new PostgresAdapter()
  createQueryCompiler = () => new PostgresQueryCompiler()
  createIntrospector = (db: Kysely<never>) => new PostgresIntrospector(db)
  createDriver = (): Driver => new OneConnectionDriver(new PreparedConnection(this.#connection))
}

class OneConnectionDriver implements Driver {
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

/** The door has begun the transaction and will end it. */
async function insideAlready(): Promise<never> {
  throw new Error('a transaction of the door is running already')
}

class PreparedConnection implements DatabaseConnection {
  readonly #connection: postgres.ReservedSql
  constructor(connection: postgres.ReservedSql) {
    this.#connection = connection
  }
  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const rows = await this.#connection.unsafe(sql, parameters as postgres.ParameterOrJSON<never>[], {
      prepare: true,
    })
    return { rows: rows as unknown as R[], numAffectedRows: BigInt(rows.count ?? 0) }
  }
  // eslint-disable-next-line require-yield
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('rows are not streamed')
  }
}

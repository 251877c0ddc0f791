import postgres from 'postgres'
import type { Kysely } from 'kysely'
import { Conflict } from '@motcua/domain'
import { kyselyOver } from './dialect.ts'
import type { Schema } from './schema.ts'
import { parameters, types } from './types.ts'

const kysely = Symbol('kysely')
const raw = Symbol('raw')

/** An open door of one tenant: a running transaction that sees that tenant's rows and no others. */
export interface Tx {
  readonly tenant: string
  /** @internal SQL is spelled inside this package only. */
  readonly [kysely]: Kysely<Schema>
}

export interface ConnectOptions {
  /** Address of the database, with the app role (or the worker role for `takeDue`). */
  readonly url: string
  /** Most connections kept open; 16 unless told. */
  readonly max?: number
  /** False behind a pooler without prepared statements. */
  readonly prepare?: boolean
}

/** Connects lazily: the first use opens a connection, a lost one is opened again. */
export function connect(options: ConnectOptions): Database {
  return new Database(options)
}

/** The archive. Nobody reads or writes a tenant's rows but through `read` and `transact`. */
export class Database {
  readonly [raw]: postgres.Sql

  constructor({ url, max = 16, prepare = true }: ConnectOptions) {
    this[raw] = postgres(url, {
      max,
      prepare,
      types,
      connection: parameters,
      // With `fetch_types: false` postgres.js 3.4.9 never answers a `reserve` that has to open a connection.
      fetch_types: true,
      onnotice() {},
    })
  }

  /** Does `fn` in one transaction of `tenant`: all of it happens, or, when it throws, nothing. */
  async transact<T>(tenant: string, fn: (tx: Tx) => Promise<T>): Promise<T> {
    const connection = await this[raw].reserve()
    try {
      open(connection, 'begin', tenant)
      const result = await fn({ tenant, [kysely]: kyselyOver(connection) })
      const { command } = await connection.unsafe('commit')
      // A transaction in which a statement failed answers a commit by rolling back.
      if (command !== 'COMMIT') throw new Error('the transaction failed before it was committed')
      return result
    } catch (error) {
      await connection.unsafe('rollback').catch(ignore)
      throw misuse(error)
    } finally {
      connection.release()
    }
  }

  /** Reads one unchanging picture of `tenant`. Writing is refused by the database. */
  async read<T>(tenant: string, fn: (tx: Tx) => Promise<T>): Promise<T> {
    const connection = await this[raw].reserve()
    try {
      open(connection, 'begin isolation level repeatable read read only', tenant)
      return await fn({ tenant, [kysely]: kyselyOver(connection) })
    } finally {
      // Nothing can be lost at the end of a reading: who reads need not wait for it.
      connection.unsafe('commit').catch(ignore)
      await Promise.resolve()
      connection.release()
    }
  }

  /** Waits for what is under way, at most five seconds, and closes every connection. */
  async close(): Promise<void> {
    await this[raw].end({ timeout: 5 })
  }
}

/** Opens the door without waiting: both statements travel with the first one of `fn`. */
function open(connection: postgres.ReservedSql, begin: string, tenant: string): void {
  // Should one of them fail, every later statement fails or sees no row: the error surfaces there.
  connection.unsafe(begin).catch(ignore)
  connection.unsafe(`select set_config('app.tenant', $1, true)`, [tenant], { prepare: true }).catch(ignore)
}

function ignore(): void {}

/** Errors of the database that say what the caller did wrong, in the office's words. */
export function misuse(error: unknown): unknown {
  if (!(error instanceof postgres.PostgresError)) return error
  if (error.code === 'MC001') return new Conflict(/draft/.test(error.message) ? 'draft' : 'dossier')
  return error
}

/** Queries of an open door. For the files of this package only. */
export function query(tx: Tx): Kysely<Schema> {
  return tx[kysely]
}

/** One statement outside a door, for functions that open it themselves. For the files of this package only. */
export async function call<Row>(db: Database, statement: string, values: readonly unknown[]): Promise<Row[]> {
  try {
    return (await db[raw].unsafe(statement, values as never[], { prepare: true })) as unknown as Row[]
  } catch (error) {
    throw misuse(error)
  }
}

import postgres from 'postgres'
import type { Kysely } from 'kysely'
import { Conflict } from '@motcua/domain'
import { kyselyOver, type Running } from './dialect.ts'
import { Pool, type Link } from './pool.ts'
import type { Schema } from './schema.ts'

const kysely = Symbol('kysely')
const house = Symbol('house')
const pool = Symbol('pool')

/** An open door of one tenant: a running transaction that sees that tenant's rows and no others. */
export interface Tx {
  readonly tenant: string
  /** @internal SQL is spelled inside this package only. */
  readonly [kysely]: Kysely<Schema>
}

/** The open door of the house: what belongs to no tenant, and nothing of any tenant. */
export interface HouseTx {
  /** @internal SQL is spelled inside this package only. */
  readonly [house]: Kysely<Schema>
}

export interface ConnectOptions {
  /** Address of the database, with the app role (or the worker role for `takeDue`). */
  readonly url: string
  /** Most connections kept open; 16 unless told. */
  readonly max?: number
  /** False behind a pooler without prepared statements. */
  readonly prepare?: boolean
}

/** Connects lazily: the first use opens a connection, a lost one is replaced. */
export function connect(options: ConnectOptions): Database {
  return new Database(options)
}

/** The archive. Nobody reads or writes a tenant's rows but through `read` and `transact`. */
export class Database {
  readonly [pool]: Pool

  constructor({ url, max = 16, prepare = true }: ConnectOptions) {
    this[pool] = new Pool({ url, max, prepare })
  }

  /**
   * Does `fn` in one transaction of `tenant`: all of it happens, or, when it throws, nothing.
   * @throws ConnectionLost when the answer to the commit was lost: then it may have happened.
   */
  async transact<T>(tenant: string, fn: (tx: Tx) => Promise<T>): Promise<T> {
    const door = doorOf(tenant)
    return this.#write(door, (queries) => fn({ tenant, [kysely]: queries }))
  }

  /** The same behind the door of the house, where no tenant's row is seen: for those who run the installation. */
  async inHouse<T>(fn: (tx: HouseTx) => Promise<T>): Promise<T> {
    return this.#write({ setting: 'app.house', value: 'open' }, (queries) => fn({ [house]: queries }))
  }

  #write<T>(door: Door, fn: (queries: Kysely<Schema>) => Promise<T>): Promise<T> {
    return this[pool].lend(async (link) => {
      try {
        const result = await inside(link, 'begin', door, fn)
        const { command } = await link.send('commit')
        // A transaction in which a statement failed answers a commit by rolling back.
        if (command !== 'COMMIT') throw new Error('the transaction failed before it was committed')
        return result
      } catch (error) {
        if (!link.isLost) await link.send('rollback').catch(ignore)
        throw misuse(error)
      }
    }, door.value)
  }

  /** Reads one unchanging picture of `tenant`. Writing is refused by the database. */
  async read<T>(tenant: string, fn: (tx: Tx) => Promise<T>): Promise<T> {
    return this[pool].lend(async (link) => {
      try {
        const door = doorOf(tenant)
        const begin = 'begin isolation level repeatable read read only'
        return await inside(link, begin, door, (queries) => fn({ tenant, [kysely]: queries }))
      } finally {
        // Nothing can be lost at the end of a reading: who reads need not wait for it.
        if (!link.isLost) link.send('commit').catch(ignore)
      }
    }, tenant)
  }

  /** Waits for what is under way, at most five seconds, and closes every connection. */
  async close(): Promise<void> {
    await this[pool].close(5)
  }
}

/** The setting by which row-level security knows whose door is open. */
interface Door {
  readonly setting: 'app.tenant' | 'app.house'
  readonly value: string
}

const doorOf = (tenant: string): Door => ({ setting: 'app.tenant', value: tenant })

/** Opens the door and lets `fn` in. The opening travels with the first statement of `fn`. */
async function inside<T>(
  link: Link,
  begin: string,
  { setting, value }: Door,
  fn: (queries: Kysely<Schema>) => Promise<T>,
): Promise<T> {
  // Should the opening fail, every later statement fails or sees no row: the error surfaces there.
  link.send(begin).catch(ignore)
  link.send(`select set_config('${setting}', $1, true)`, [value]).catch(ignore)
  const running: Running = { link, open: true }
  const work = Promise.withResolvers<T>()
  const forget = link.whenLost(work.reject)
  try {
    fn(kyselyOver(running)).then(work.resolve, work.reject)
    return await work.promise
  } finally {
    running.open = false
    forget()
  }
}

function ignore(): void {}

/** Errors of the database that say what the caller did wrong, in the office's words. */
function misuse(error: unknown): unknown {
  if (!(error instanceof postgres.PostgresError)) return error
  if (error.code === 'MC001') return new Conflict(error.message.startsWith('draft') ? 'draft' : 'dossier')
  return error
}

/** Queries of an open door. For the files of this package only. */
export function query(tx: Tx): Kysely<Schema> {
  return tx[kysely]
}

/** Queries behind the door of the house. For the files of this package only. */
export function houseQuery(tx: HouseTx): Kysely<Schema> {
  return tx[house]
}

/** One statement outside a door, for functions that open it themselves. For the files of this package only. */
export async function call<Row>(db: Database, statement: string, values: readonly unknown[]): Promise<Row[]> {
  try {
    const { rows } = await db[pool].lend((link) => link.send<Row>(statement, values))
    return rows
  } catch (error) {
    throw misuse(error)
  }
}

// A database of its own for a test file, cloned from a template that is migrated once for these migrations.
import { afterAll } from 'vitest'
import { cloneDatabase, type TestDatabase } from './test-server.ts'

export { cloneDatabase, stopTestServer, type TestDatabase } from './test-server.ts'

/** For the top of a test file: a fresh database, dropped when the file is done. */
export async function testDatabase(): Promise<TestDatabase> {
  const database = await cloneDatabase()
  afterAll(() => database.close())
  return database
}

import { expect, test } from 'vitest'
import { testDatabase } from '../src/testing.ts'

const { db, fresh } = await testDatabase()

test('a door opens', async () => {
  const tenant = await fresh()
  expect(await db.read(tenant, async (tx) => tx.tenant)).toBe(tenant)
})

// Writes a date and a moment into the archive and prints what comes back; run under different time zones.
import { sql } from 'kysely'
import { connect, query } from '../src/database.ts'

const db = connect({ url: process.argv[2]!, max: 1 })
const { rows } = await db.read('t-1', (tx) =>
  sql<{ d: string; i: string }>`
    select ${'2026-03-13'}::date as d, ${'2026-03-13T00:15:00+07:00'}::timestamptz as i`.execute(query(tx)),
)
console.log(rows[0]!.d, rows[0]!.i)
await db.close()

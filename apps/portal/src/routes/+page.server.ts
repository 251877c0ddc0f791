import { ask } from '#lib/server/failures.ts'

/** Procedures most people come for, in the order of the national catalogue. */
const commonProcedures = 6

export async function load(event) {
  const { lines, fields } = await ask(event, event.locals.api.trpc.catalogue.search.query({}))
  return { common: lines.slice(0, commonProcedures), fields, total: lines.length }
}

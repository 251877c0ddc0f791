import { ask } from '#lib/server/failures.ts'

/** The guide shows the intake clock at work: the answer to a dossier filed at this moment. */
export async function load(event) {
  const { trpc } = event.locals.api
  const { lines } = await ask(event, trpc.catalogue.search.query({}))
  const example = lines[0] && (await ask(event, trpc.catalogue.get.query({ code: lines[0].code })))
  return { intake: example?.intake }
}

import { ask } from '#lib/server/failures.ts'

export async function load(event) {
  const { locals, params } = event
  const [{ shortName, code, agencies }, { versions }] = await Promise.all([
    ask(event, locals.api.trpc.catalogue.get.query({ code: params.code })),
    ask(event, locals.api.trpc.catalogue.changes.query({ code: params.code })),
  ])
  return { shortName, code, agencies, versions }
}

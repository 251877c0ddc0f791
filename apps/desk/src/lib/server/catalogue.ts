import { error } from '@sveltejs/kit'
import { failureOf, orErrorPage } from './failures.ts'

/** A draft that may be changed; anything else is no page to change it on. */
export async function getDraft(locals: App.Locals, params: { code: string; version: string }) {
  const version = Number(params.version)
  if (!Number.isInteger(version) || version < 1) error(404, 'not found')
  const draft = await orErrorPage(locals.api.trpc.catalogue.version.query({ code: params.code, version }))
  if (draft.stage !== 'drafted') error(409, 'conflict')
  return draft
}

/** Waits for a save; false where somebody else changed the draft in between. */
export async function saved(answer: Promise<unknown>): Promise<boolean> {
  try {
    await answer
    return true
  } catch (thrown) {
    if (failureOf(thrown).kind === 'conflict') return false
    await orErrorPage(Promise.reject(thrown))
    return false
  }
}

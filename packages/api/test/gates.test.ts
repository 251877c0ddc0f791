import { everyOperation } from '@motcua/operations/testing-operations'
import { expect, test } from 'vitest'
import { appRouter } from '../src/routers/index.ts'

interface Route {
  readonly _def: { readonly inputs: readonly unknown[] }
}

/** Routes that are no operation, each with what it tells: nothing a visitor may not know. */
const open: Record<string, string> = {
  'tenant.get': 'what the province declares about itself',
  'tenant.list': 'the provinces served here',
  'identity.signInStaff': 'the operation of this name, in the province the call names',
  'identity.session': 'the caller’s own account',
  'identity.signOut': 'ends the caller’s own session',
}

test('every route of the windows leads through the gate of an operation, but those that tell nothing', async () => {
  const gated = new Set((await everyOperation()).map(({ input }) => input))
  const routes = Object.entries(appRouter._def.procedures as unknown as Record<string, Route>)
  expect(routes.length).toBeGreaterThan(100)
  const ungated = routes.filter(([, route]) => !route._def.inputs.some((input) => gated.has(input)))
  expect(ungated.map(([name]) => name).toSorted()).toEqual(Object.keys(open).toSorted())
})

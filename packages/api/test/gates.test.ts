import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as house from '@motcua/operations'
import { everyOperation } from '@motcua/operations/testing-operations'
import { expect, test } from 'vitest'

const src = path.join(import.meta.dirname, '../src')

/** What this package takes of the house that is no operation, and why it needs no gate. */
const open: Record<string, string> = {
  getTenant: 'what a province declares about itself, as its portal shows it',
  listTenants: 'names of the provinces, from which staff choose at the door',
  actorOf: 'finds out who asks',
  operatorOf: 'finds out which operator asks',
  readInvitationToken: 'reads a token, opens nothing',
  readSessionToken: 'reads a token, opens nothing',
  readInvitation: 'reads which province an invitation is of, opens nothing',
  signedNonce: 'reads a number out of a signed message',
  admitCall: 'finds out which system calls, by its key',
  noteCall: 'writes a call down, reads nothing',
  slipPdf: 'draws a slip that an operation gave',
}

/** Names that files of this package import from the house to use, not as types. */
function taken(): Set<string> {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  const names = files.flatMap((file) =>
    [...readFileSync(path.join(src, file), 'utf8').matchAll(/import \{([^}]*)\} from '@motcua\/operations'/g)]
      .flatMap(([, list]) => list!.split(','))
      .map((name) => name.trim().split(' as ')[0]!)
      .filter((name) => name !== '' && !name.startsWith('type ')),
  )
  return new Set(names)
}

test('everything the windows reach is an operation with its gate, but the few that open nothing', async () => {
  const gated = new Set((await everyOperation()).map(({ value }) => value))
  const names = [...taken()]
  expect(names.length).toBeGreaterThan(100)
  const ungated = names.filter((name) => !gated.has((house as Record<string, unknown>)[name]))
  expect(ungated.filter((name) => !(name in open))).toEqual([])
})

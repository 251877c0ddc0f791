import { Forbidden, keyScopes, permissionsOf, staffRoles, type Actor, type KeyScope } from '@motcua/domain'
import { describe, expect, test } from 'vitest'
import type { Context } from '../operation.ts'
import { everyOperation, type FoundOperation } from '../testing-operations.ts'

const address = '203.0.113.7'
const staff = (...roles: (typeof staffRoles)[number][]): Actor => ({
  ...{ kind: 'staff', accountId: 's', fullName: 'Bình', agencyId: 'xa-1', address },
  roles,
})

const client = (scope: KeyScope): Actor => ({
  ...{ kind: 'client', keyId: 'k', name: 'Phần mềm', address, scopes: [scope] },
  owner: { kind: 'agency', agencyId: 'xa-1' },
})

/** Everybody who can come to the office, each with one role and nothing else. */
const actors: readonly (readonly [string, Actor])[] = [
  ['visitor', { kind: 'visitor', address }],
  ['citizen', { kind: 'citizen', accountId: 'c', fullName: 'Đào', address }],
  ['staff of no role', staff()],
  ...staffRoles.map((role) => [role, staff(role)] as const),
  ['operator', { kind: 'operator', operatorId: 'o', fullName: 'Vận Hành', address }],
  ...keyScopes.map((scope) => [`key: ${scope}`, client(scope)] as const),
  ['system', { kind: 'system', name: 'worker' }],
]

const operations = await everyOperation()

/** Nothing can be reached with it: whoever gets past the gate with nonsense is told that it is nonsense. */
const nothing = new Proxy({} as Context['db'], {
  get: (_, key) => {
    throw new Error(`the archive was asked for ${String(key)} before the input was read`)
  },
})

async function isLetIn({ call }: FoundOperation, actor: Actor): Promise<boolean> {
  const context = {
    ...{ actor, db: nothing, requestId: 'test', log: () => {}, now: () => '', portalOf: () => '' },
    ...{ tenants: undefined, tenant: { id: 'nowhere', standing: 'in-service' } },
  } as unknown as Context
  try {
    // No operation takes this: all take an object.
    await call(context, Symbol('nonsense'))
  } catch (error) {
    if (error instanceof Forbidden) return false
    if ((error as Error).name === '$ZodError' || (error as Error).name === 'ZodError') return true
    throw error
  }
  throw new Error('nonsense was taken')
}

describe.each(operations)('$name', (operation) => {
  test.each(actors)(`${operation.may} of %s`, async (_, actor) => {
    expect(await isLetIn(operation, actor)).toBe(permissionsOf(actor).includes(operation.may))
  })
})

describe('the table of permissions', () => {
  test('is what a call of every operation as everybody shows', async () => {
    const rows = await Promise.all(
      operations.map(async (operation) => {
        const marks = await Promise.all(
          actors.map(async ([, actor]) => ((await isLetIn(operation, actor)) ? '●' : '')),
        )
        return [`\`${operation.name}\``, `\`${operation.may}\``, ...marks]
      }),
    )
    await expect(document(rows)).toMatchFileSnapshot('../../../../docs/reference/permissions.md')
  })

  test('lets nobody do by default: staff of no role keeps its own account and nothing else', () => {
    expect(permissionsOf(staff())).toEqual(['account:own'])
  })
})

function document(rows: string[][]): string {
  const head = ['operation', 'permission', ...actors.map(([name]) => name)]
  const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  return `# Who may do what

Each operation of the house was called as everybody; ● where it was let in. A person with several roles may do what any of
them may, and only for the bodies and procedures the role was given for. Written by
\`npx vitest run packages/operations/src/audit/permissions.test.ts -u\`; the same test holds the house against this table, so
that no change of it goes unread.

${table.join('\n')}
`
}

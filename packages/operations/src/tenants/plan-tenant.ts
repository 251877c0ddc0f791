import { createHash } from 'node:crypto'
import { findCurrentEdition, type Database } from '@motcua/db'
import { TenantFolder } from './folder.ts'
import { withAmendments } from './join-amendments.ts'
import { TenantProblems } from './problem.ts'

/** One thing that would be different after applying. */
export interface Change {
  readonly part:
    | 'manifest'
    | 'agency'
    | 'receiving-point'
    | 'procedure'
    | 'form'
    | 'calendar'
    | 'message'
    | 'slip'
    | 'rules'
    | 'emblem'
    | 'abbreviations'
    | 'fee'
    | 'workflow'
    | 'succession'
  /** Which one of them: an id, a code, a path, or a setting. */
  readonly name: string
  readonly how: 'added' | 'removed' | 'changed'
}

export interface TenantPlan {
  readonly tenant: string
  /** Number of the edition in force; 0 where the province is new. */
  readonly from: number
  readonly hash: string
  readonly changes: readonly Change[]
}

/**
 * What applying a folder would change, compared with the edition in force. Changes nothing.
 * @throws TenantProblems where the folder and the desk changed the same part
 */
export async function planTenant(
  db: Database,
  folder: TenantFolder,
  { overDesk = false }: { overDesk?: boolean } = {},
): Promise<TenantPlan> {
  const tenant = folder.manifest.id
  const hash = hashOf(folder)
  return db.read(tenant, async (tx) => {
    const edition = await findCurrentEdition<TenantFolder>(tx)
    const from = edition?.no ?? 0
    if (edition?.sourceHash === hash && !overDesk) return { tenant, from, hash, changes: [] }
    const after = overDesk ? { joined: folder, problems: [] } : await withAmendments(tx, edition, folder)
    if (after.problems.length > 0) throw new TenantProblems(after.problems)
    const before = edition && TenantFolder.parse(edition.content)
    return { tenant, from, hash, changes: changesBetween(before, after.joined) }
  })
}

/** The same declarations have the same hash, whatever order their settings stand in. */
export function hashOf(folder: TenantFolder): string {
  return createHash('sha256').update(stable(folder)).digest('hex')
}

type Parts = ReadonlyMap<`${Change['part']}\n${string}`, string>

function changesBetween(before: TenantFolder | undefined, after: TenantFolder): Change[] {
  const [old, now] = [before ? partsOf(before) : new Map(), partsOf(after)] as [Parts, Parts]
  const names = new Set([...old.keys(), ...now.keys()])
  return [...names].toSorted().flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)]
    if (was === is) return []
    const [part, name] = key.split('\n') as [Change['part'], string]
    return [{ part, name, how: was === undefined ? 'added' : is === undefined ? 'removed' : 'changed' }]
  })
}

function partsOf(content: TenantFolder): Parts {
  const named = <T>(
    part: Change['part'],
    values: readonly T[],
    name: (value: T) => string,
  ): [string, string][] => values.map((value) => [`${part}\n${name(value)}`, stable(value)])
  const settings = (part: Change['part'], values: object): [string, string][] =>
    Object.entries(values).map(([name, value]) => [`${part}\n${name}`, stable(value)])
  const fees = (rates: TenantFolder['fees']): [string, string][] =>
    Object.entries(Object.groupBy(rates, ({ procedure }) => procedure)).map(([code, lines]) => [
      `fee\n${code}`,
      stable(lines),
    ])
  return new Map([
    ...settings('manifest', content.manifest),
    ...named('agency', content.agencies, ({ id, from }) => (from === undefined ? id : `${id} ${from}`)),
    ...named('receiving-point', content.receivingPoints, ({ agencyId, name }) => `${agencyId} ${name}`),
    ...named('procedure', content.offered, ({ code }) => code),
    ...content.procedures.map((procedure): [string, string] => [
      `procedure\n${procedure.code} (national)`,
      stable(procedure),
    ]),
    ...named('form', content.forms, ({ id }) => id),
    ...settings('calendar', content.calendar),
    ...settings(
      'message',
      Object.fromEntries(Object.entries(content.messages.vi).map(([k, v]) => [`vi ${k}`, v])),
    ),
    ...settings(
      'message',
      Object.fromEntries(Object.entries(content.messages.en).map(([k, v]) => [`en ${k}`, v])),
    ),
    ...settings('slip', {
      section: content.slips.section,
      ...Object.fromEntries(content.slips.templates.map((template) => [template.slip, template])),
    }),
    ...named('rules', content.rules, ({ path }) => path),
    ...(content.emblem ? named('emblem', [content.emblem], () => 'emblem.svg') : []),
    ...fees(content.fees),
    ...settings('abbreviations', content.abbreviations),
    ...named('workflow', content.workflows, workflowName),
    ...named('succession', content.successions, ({ from }) => from),
  ] as [`${Change['part']}\n${string}`, string][])
}

function workflowName({ procedureCode, caseIds }: TenantFolder['workflows'][number]): string {
  return [procedureCode, ...(caseIds ?? [])].join(' ')
}

/** JSON whose keys stand in order. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

/** The house rules a machine can check: walls, clocks, environment, tenants as data, documents that point somewhere. */
import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { faultsOfSecurityTables } from './asvs.ts'

export interface Complaint {
  readonly file: string
  readonly line: number
  readonly text: string
}

export interface Rule {
  readonly title: string
  readonly find: () => Complaint[]
}

/** Which of our rooms a room may import. A room that is not listed may import nothing of ours. */
const walls: Record<string, readonly string[]> = {
  'packages/calendar': [],
  'packages/dsl': ['calendar'],
  'packages/domain': ['calendar'],
  'packages/db': ['calendar', 'domain'],
  'packages/operations': ['calendar', 'dsl', 'domain', 'db'],
  'packages/api': ['operations', 'domain'],
  'packages/ui': ['domain'],
  'apps/portal': ['ui', 'api', 'domain'],
  'apps/desk': ['ui', 'api', 'domain'],
  'apps/server': ['api', 'db', 'operations', 'calendar', 'portal', 'desk'],
  'apps/worker': ['operations', 'db', 'calendar'],
  'apps/cli': ['operations', 'db', 'dsl', 'calendar'],
  'apps/sandbox': [],
}

/** Libraries that live behind one door. */
const doors: readonly { library: string; onlyIn: RegExp }[] = [
  { library: 'kysely', onlyIn: /^packages\/db\// },
  { library: 'postgres', onlyIn: /^(packages\/db|infra\/bench)\// },
  { library: 'nearley', onlyIn: /^packages\/dsl\/(src\/syntax|test|generate)/ },
  { library: 'lucia', onlyIn: /^packages\/operations\/src\/identity\/session\.ts$/ },
  { library: 'hono', onlyIn: /^(packages\/api|apps\/(server|sandbox))\// },
]

const isTest = (file: string) =>
  /(\.(test|spec)\.ts|\/(fixtures|test-server|testing(-\w+)?)\.ts)$|\/test\//.test(file)
const tracked = (pattern: RegExp) =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
    .split('\n')
    .filter((file) => pattern.test(file) && existsSync(file))

const sources = () =>
  tracked(/^(packages|apps)\/.*\.(ts|svelte)$/).filter((file) => !file.includes('generated'))

export const rules: readonly Rule[] = [
  { title: 'a room names only the rooms below it', find: brokenWalls },
  { title: 'a library behind a door is imported nowhere else', find: brokenDoors },
  { title: 'no file reaches into another room by a relative path', find: reachingOver },
  {
    title: 'the environment is read in apps/*/src/env.ts only',
    find: () =>
      search(
        sources().filter((f) => !isTest(f) && !/\/env\.ts$/.test(f)),
        /\bprocess\.env\b/,
        'reads the environment',
      ),
  },
  {
    title: 'the clock is an argument',
    find: () =>
      search(
        sources().filter((f) => f.startsWith('packages/') && !isTest(f)),
        /\bDate\.now\(\)|new Date\(\)/,
        'reads the clock',
      ),
  },
  {
    title: 'a tenant differs by data, never by its name in code',
    find: () =>
      search(
        sources().filter((f) => !isTest(f)),
        new RegExp(`['"\`](${tenantIds().join('|')})['"\`]`),
        'names a tenant',
      ),
  },
  { title: 'a path named in a document exists', find: danglingPaths },
  {
    title: 'docs/security.md answers every requirement of ASVS 5, levels 1 and 2, with a test that is there',
    find: () =>
      faultsOfSecurityTables('docs/security.md').map((fault) => ({ file: 'docs/security.md', ...fault })),
  },
]

function brokenWalls(): Complaint[] {
  return tracked(/^(packages|apps)\/[^/]+\/package\.json$/).flatMap((file) => {
    const allowed = walls[path.dirname(file)]
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<
      string,
      Record<string, string> | undefined
    >
    // Tests may lean on a room their code may not.
    const names = Object.keys(manifest['dependencies'] ?? {}).filter((name) => name.startsWith('@motcua/'))
    return names
      .filter((name) => !allowed?.includes(name.slice('@motcua/'.length)))
      .map((name) => ({ file, line: 1, text: `may not depend on ${name}` }))
  })
}

function brokenDoors(): Complaint[] {
  return doors.flatMap(({ library, onlyIn }) =>
    search(
      sources().filter((file) => !onlyIn.test(file) && !isTest(file)),
      new RegExp(`from '${library}(/[^']*)?'`),
      `imports ${library}`,
    ),
  )
}

function reachingOver(): Complaint[] {
  return sources().flatMap((file) => {
    const room = file.split('/').slice(0, 2).join('/')
    return lines(file).flatMap(({ text, line }) => {
      const target = /from '(\.\.?\/[^']+)'/.exec(text)?.[1]
      if (!target) return []
      const inside = path.posix
        .normalize(path.posix.join(path.posix.dirname(file), target))
        .startsWith(`${room}/`)
      return inside ? [] : [{ file, line, text: `reaches into another room: ${target}` }]
    })
  })
}

function danglingPaths(): Complaint[] {
  const rooms = /`((?:apps|packages|rules|tenants|infra|docs)\/[\w./-]+)`/g
  return tracked(/\.md$/).flatMap((file) =>
    lines(file).flatMap(({ text, line }) =>
      [...text.matchAll(rooms)]
        .map((match) => match[1] ?? '')
        .filter((named) => !existsSync(named) && !existsSync(path.join(path.dirname(file), named)))
        .map((named) => ({ file, line, text: `names ${named}, which does not exist` })),
    ),
  )
}

function tenantIds(): string[] {
  return globSync('tenants/*/tenant.yaml').map((file) => path.basename(path.dirname(file)))
}

function search(files: readonly string[], pattern: RegExp, what: string): Complaint[] {
  return files.flatMap((file) =>
    lines(file)
      .filter(({ text }) => pattern.test(text) && !/^\s*(\*|\/\/|\/\*)/.test(text))
      .map(({ text, line }) => ({ file, line, text: `${what}: ${text.trim()}` })),
  )
}

function lines(file: string): { text: string; line: number }[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((text, index) => ({ text, line: index + 1 }))
}

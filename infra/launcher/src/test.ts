/**
 * `npm test`: formatting, house rules, types, unit, language, database and API tests, the build, and the browser.
 * Ends with one line `N passed, N failed, N skipped`; exit 0 only if nothing failed.
 * With `--verify`: only formatting, house rules and types, which need no database.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { stopTestServer } from '@motcua/db/test-server'
import { rules } from './lint.ts'

interface Tally {
  passed: number
  failed: number
  skipped: number
}

const root = path.resolve(import.meta.dirname, '../../..')
const reports = path.join(root, 'test-results')
const total: Tally = { passed: 0, failed: 0, skipped: 0 }
const notes: string[] = []
process.chdir(root)
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

await stage('formatting', formatting)
await stage('house rules', houseRules)
await stage('types', types)
if (!process.argv.includes('--verify')) {
  // A test of the server starts it whole, with both windows.
  await stage('build', build)
  await stage('unit, language, database and API tests', unitTests)
  await stage('browser tests', browserTests)
  await stopTestServer()
}

for (const note of notes) console.log(note)
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed > 0 ? 1 : 0

async function stage(name: string, work: () => Promise<Tally>): Promise<void> {
  const startedAt = performance.now()
  console.log(`\n── ${name}`)
  const tally = await work()
  total.passed += tally.passed
  total.failed += tally.failed
  total.skipped += tally.skipped
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  notes.push(
    `${name}: ${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped in ${seconds} s`,
  )
}

async function formatting(): Promise<Tally> {
  return one(await run('pnpm', ['exec', 'prettier', '--check', '--log-level', 'warn', '.']))
}

async function houseRules(): Promise<Tally> {
  const tally = { passed: 0, failed: 0, skipped: 0 }
  for (const rule of rules) {
    const complaints = rule.find()
    console.log(`${complaints.length === 0 ? '✓' : '✗'} ${rule.title}`)
    for (const { file, line, text } of complaints) console.log(`    ${file}:${line} ${text}`)
    if (complaints.length === 0) tally.passed += 1
    else tally.failed += 1
  }
  return tally
}

async function types(): Promise<Tally> {
  return one(
    await run('pnpm', ['exec', 'turbo', 'run', 'check', '--concurrency=2', '--output-logs=errors-only']),
  )
}

async function build(): Promise<Tally> {
  return one(
    await run('pnpm', ['exec', 'turbo', 'run', 'build', '--concurrency=2', '--output-logs=errors-only']),
  )
}

async function unitTests(): Promise<Tally> {
  const report = path.join(reports, 'vitest.json')
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  const code = await run('pnpm', ['exec', 'vitest', 'run', ...reporters])
  if (!existsSync(report)) return one(code || 1)
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = read(report)
  const failed = Number(numFailedTests)
  // A file that cannot be loaded fails without a failed test.
  return {
    passed: Number(numPassedTests),
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: Number(numPendingTests) + Number(numTodoTests),
  }
}

async function browserTests(): Promise<Tally> {
  const report = path.join(reports, 'playwright.json')
  const browser = await findBrowser()
  const e2e = path.join(root, 'infra/e2e')
  if (!browser) {
    const listed = spawnSync('pnpm', ['exec', 'playwright', 'test', '--list', '--reporter=json'], {
      cwd: e2e,
    })
    const specs = String(listed.stdout).match(/"projectName"/g)?.length ?? 1
    notes.push(
      'The browser tests were skipped: there is no Chromium on this machine and it may not be installed from here. ' +
        'Install the package `chromium`, or set CHROMIUM_PATH to a browser, and run npm test again.',
    )
    return { passed: 0, failed: 0, skipped: Math.max(1, specs) }
  }
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report, CHROMIUM_PATH: browser }
  const code = await run('pnpm', ['exec', 'playwright', 'test', '--reporter=line,json'], e2e, env)
  if (!existsSync(report)) return one(code || 1)
  const { expected, unexpected, flaky, skipped } = read(report)['stats'] as Record<string, number>
  const failed = (unexpected ?? 0) + (flaky ?? 0)
  return { passed: expected ?? 0, failed: code !== 0 && failed === 0 ? 1 : failed, skipped: skipped ?? 0 }
}

/** A Chromium on this machine, or one installed by apt where this user may. */
async function findBrowser(): Promise<string | undefined> {
  const places = [
    process.env['CHROMIUM_PATH'],
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ]
  const find = () => places.find((place) => place && existsSync(place))
  if (find() || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return find()
  console.log('installing chromium with apt-get')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], root, env)
  await run('apt-get', ['install', '-y', '-qq', 'chromium'], root, env)
  return find()
}

function one(code: number): Tally {
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

function read(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
}

function run(
  command: string,
  args: string[],
  cwd = root,
  extra: Record<string, string> = {},
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...extra },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.on('error', (error) => {
      console.error(`\`${command}\` could not be run: ${error.message}`)
      resolve(1)
    })
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

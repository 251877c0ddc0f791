import { parseArgs } from 'node:util'
import {
  type Call,
  type Command,
  type ExitCode,
  type Io,
  type Lang,
  Unusable,
  WrongUsage,
} from './command.ts'
import { commands } from './commands.ts'

/** Options every command takes. */
const common = {
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

/** Finds the command the arguments name, runs it, and gives the exit code; it never throws. */
export async function runCommandLine(args: readonly string[], io: Io): Promise<ExitCode> {
  const lang = languageOf(args)
  try {
    if (args.length === 0) throw new WrongUsage({ vi: 'thiếu tên lệnh', en: 'no command given' })
    if (['help', '--help', '-h'].includes(args[0]!)) {
      await io.out(overview(lang))
      return 0
    }
    const found = commands.find(({ name }) => name === `${args[0]} ${args[1]}`)
    if (!found) throw unknownCommand(args)
    const { command } = await found.load()
    const { values, positionals } = parse(command, args.slice(2))
    if (values.help) {
      await io.out(`motcua ${found.name} ${command.usage}\n${found.about[lang]}\n`)
      return 0
    }
    checkOperands(command, positionals, found.name)
    return await command.run(callOf(io, values, positionals, lang))
  } catch (error) {
    return complain(error, io, lang)
  }
}

function callOf(io: Io, values: Call['options'], operands: string[], lang: Lang): Call {
  if (values.lang !== undefined && values.lang !== 'vi' && values.lang !== 'en') {
    throw new WrongUsage({ vi: '`--lang` là `vi` hoặc `en`', en: '`--lang` is `vi` or `en`' })
  }
  return { io, operands, options: values, lang, json: values.json === true }
}

function parse(command: Command, args: readonly string[]) {
  try {
    const options = { ...common, ...command.options }
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    return { values: values as Call['options'], positionals }
  } catch (error) {
    const { message } = error as Error
    throw new WrongUsage({ vi: `tham số không đúng: ${message}`, en: message })
  }
}

function checkOperands(
  { operands: [least, most], usage }: Command,
  given: readonly string[],
  name: string,
): void {
  if (given.length >= least && given.length <= most) return
  const form = `motcua ${name} ${usage}`.trim()
  throw new WrongUsage({ vi: `cách dùng: ${form}`, en: `usage: ${form}` })
}

function unknownCommand(args: readonly string[]): WrongUsage {
  const given = args.slice(0, 2).join(' ')
  const sameRoom = commands
    .filter(({ name }) => name.split(' ')[0] === args[0])
    .map(({ name }) => `\`${name}\``)
  const known = sameRoom.length > 0 ? sameRoom.join(', ') : '`help`'
  return new WrongUsage({
    vi: `không có lệnh \`${given}\`; hãy dùng ${known}`,
    en: `there is no command \`${given}\`; try ${known}`,
  })
}

function complain(error: unknown, io: Io, lang: Lang): ExitCode {
  if (error instanceof WrongUsage || error instanceof Unusable) {
    io.err(`motcua: ${lang === 'vi' ? error.vi : error.message}\n`)
    return error instanceof WrongUsage ? 2 : 1
  }
  io.err(`motcua: ${error instanceof Error ? error.stack : String(error)}\n`)
  return 1
}

/** Read before anything else is, so that even a complaint about the arguments is in the right language. */
function languageOf(args: readonly string[]): Lang {
  const at = args.indexOf('--lang')
  return args.includes('--lang=en') || (at >= 0 && args[at + 1] === 'en') ? 'en' : 'vi'
}

function overview(lang: Lang): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  const lines = commands.map(({ name, about }) => `  ${name.padEnd(width)}  ${about[lang]}`)
  const [use, more] =
    lang === 'vi'
      ? ['Cách dùng: motcua <lệnh> [tham số]', 'Mọi lệnh đều có --json, --lang vi|en và --help.']
      : ['Usage: motcua <command> [arguments]', 'Every command takes --json, --lang vi|en and --help.']
  return [use, '', ...lines, '', more, ''].join('\n')
}

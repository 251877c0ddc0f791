import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Unusable } from './command.ts'

/** The text of a file, named from where the person stands. @throws Unusable */
export function readText(name: string, cwd: string): string {
  try {
    return readFileSync(path.resolve(cwd, name), 'utf8')
  } catch (cause) {
    const said = { vi: `không đọc được \`${name}\``, en: `cannot read \`${name}\`` }
    throw Object.assign(new Unusable(said), { cause })
  }
}

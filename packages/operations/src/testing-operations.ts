// For tests: every operation of the house, found in the files themselves, so that none is forgotten.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Permission } from '@motcua/domain'
import type { Context, Operation } from './operation.ts'

const src = import.meta.dirname

/** An operation, called with whatever a caller may send. */
export interface FoundOperation {
  /** File without its ending and the name it is exported by. */
  readonly name: string
  readonly may: Permission
  /** The function itself. */
  readonly value: unknown
  readonly call: (context: Context, input: unknown) => Promise<unknown>
}

/** All operations of this package. @throws where one is written down but not exported */
export async function everyOperation(): Promise<FoundOperation[]> {
  const found = new Map<unknown, FoundOperation>()
  for (const file of sourceFiles(src)) {
    const text = readFileSync(path.join(src, file), 'utf8')
    const written = text.match(/= (?:operation|reading|errand|houseOperation)\(\{/g)?.length ?? 0
    if (written === 0) continue
    const before = found.size
    const exported = (await import(path.join(src, file))) as Record<string, unknown>
    for (const [name, value] of Object.entries(exported)) {
      if (!isOperation(value) || found.has(value)) continue
      const call = (context: Context, input: unknown) => value(context, input as never)
      found.set(value, { name: `${file.slice(0, -3)} ${name}`, may: value.may, value, call })
    }
    const seen = found.size - before
    if (seen < written) throw new Error(`${file} has ${written} operations and exports ${seen} of them`)
  }
  return [...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/test/.test(file))
    .toSorted()
}

function isOperation(value: unknown): value is Operation<never, unknown> {
  return typeof value === 'function' && 'may' in value && 'input' in value
}

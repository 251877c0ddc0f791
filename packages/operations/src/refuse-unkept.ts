import type { FieldError } from '@motcua/domain'
import { invalid } from './identity/answer.ts'

/** The archive counts in four bytes. */
const largest = 2 ** 31 - 1

/**
 * Turns away what the archive cannot keep: a NUL character is no part of any text, half a character of UTF-16 is none,
 * and a number beyond its columns counts nothing here. Bytes are no text.
 * @throws ZodError naming the field
 */
export function refuseUnkept(input: unknown, path: readonly string[] = []): void {
  const refuse = (code: FieldError['code']): never => {
    throw invalid(path.join('.'), code)
  }
  if (typeof input === 'string' && (input.includes('\0') || !input.isWellFormed())) refuse('not-text')
  if (typeof input === 'number' && Math.abs(input) > largest) refuse('too-large')
  if (typeof input !== 'object' || input === null || ArrayBuffer.isView(input)) return
  for (const [name, value] of Object.entries(input)) {
    refuseUnkept(name, path)
    refuseUnkept(value, [...path, name])
  }
}

// For tests: inputs nobody wrote, made from what an operation says it takes.
import fc from 'fast-check'
import { z } from 'zod'

type Shape = z.core.JSONSchema.BaseSchema

/** Texts that have broken other systems. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  "'; drop table dossier; --",
  "' or '1'='1",
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{7*7}}${7*7}#{7*7}',
  '../../../../etc/passwd',
  '%00%0d%0aSet-Cookie:%20a=b',
  'a\u0000b',
  '\ud800',
  '\u202etxt.exe',
  'A\u0300\u0301\u0302\u0303'.repeat(50),
  'ặ'.repeat(20_000),
  '__proto__',
  'constructor',
  '-1',
  '1e309',
  'NaN',
  '2026-02-30',
  '9999-12-31T23:59:60+99:99',
  '00000000-0000-0000-0000-000000000000',
  '080185000123 or 1=1',
  '٠٨٠١٨٥٠٠٠١٢٣',
]

/**
 * Inputs of the form a schema asks for, with hostile texts wherever a text may stand; `known` are names and ids that
 * lead somewhere.
 */
export function madeUp(schema: z.ZodType, known: readonly string[] = []): fc.Arbitrary<unknown> {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' })
  const texts = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...hostileTexts) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
    ...(known.length > 0 ? [{ weight: 4, arbitrary: fc.constantFrom(...known) }] : []),
  )
  return like(json, texts)
}

function like(shape: Shape, texts: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  if (shape.const !== undefined) return fc.constant(shape.const)
  if (shape.enum) return fc.constantFrom(...(shape.enum as unknown[]))
  const choices = shape.anyOf ?? shape.oneOf
  if (choices) return fc.oneof(...choices.map((one) => like(one as Shape, texts)))
  switch (shape.type) {
    case 'string':
      return text(shape, texts)
    case 'integer':
      return fc.oneof(fc.integer(), fc.constantFrom(0, -1, 2 ** 31, 2 ** 53))
    case 'number':
      return fc.oneof(fc.double({ noNaN: true }), fc.constantFrom(0, -0.5, 1e308))
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(like((shape.items ?? {}) as Shape, texts), { maxLength: 4 })
    case 'object':
      return record(shape, texts)
    default:
      return fc.oneof(texts, fc.jsonValue({ maxDepth: 2 }))
  }
}

function text({ format, pattern }: Shape, texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.oneof(fc.uuid(), texts)
  if (format === 'email') return fc.oneof(fc.emailAddress(), texts)
  // Texts of a pattern that looks ahead cannot be made up.
  if (pattern && !pattern.includes('(?')) return fc.oneof(fc.stringMatching(new RegExp(pattern)), texts)
  return texts
}

function record(
  { properties = {}, required = [], additionalProperties }: Shape,
  texts: fc.Arbitrary<string>,
) {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, shape]) => [name, like(shape as Shape, texts)]),
  )
  const known = fc.record(fields, { requiredKeys: required.filter((name) => name in fields) })
  if (typeof additionalProperties !== 'object') return known
  const rest = fc.dictionary(texts, like(additionalProperties as Shape, texts), { maxKeys: 3 })
  return fc.tuple(known, rest).map(([a, b]) => ({ ...b, ...a }))
}

import { BadFacts, UnknownQuestion, type BoundProgram, askBare } from '@motcua/dsl'
import { type Command, Unusable } from '../command.ts'
import { type InputLine, batchesOfLines } from '../ndjson.ts'
import { projectOf } from '../places.ts'
import { lawOffice } from './law.ts'

/** Answers requests, one JSON object a line, in order; a line that cannot be answered says why and stops nothing. */
export const command: Command = {
  usage: '[--tenant ID] < requests.ndjson',
  options: { tenant: { type: 'string' } },
  operands: [0, 0],

  async run({ io, options }) {
    const law = lawOffice(projectOf(io.cwd))
    const usual = typeof options.tenant === 'string' ? options.tenant : undefined
    for await (const batch of batchesOfLines(io.stdin)) {
      let answers = ''
      for (const line of batch) answers += `${JSON.stringify(await reply(line, usual, law))}\n`
      await io.out(answers)
    }
    return 0
  },
}

type LawOffice = (tenant: string) => Promise<BoundProgram | undefined>

interface Request {
  readonly question: string
  readonly tenant: string
  readonly facts: Readonly<Record<string, unknown>>
}

async function reply(line: InputLine, usual: string | undefined, law: LawOffice) {
  if ('tooLong' in line) return refusal(null, 'line-too-long', 'the line is longer than a million characters')
  const value = parsed(line.text)
  if (value === undefined) return refusal(null, 'not-json', 'the line is not JSON')
  const id = isRecord(value) ? (value.id ?? null) : null
  const request = requestOf(value, usual)
  if (typeof request === 'string') return refusal(id, 'bad-request', request)
  try {
    const bound = await law(request.tenant)
    if (!bound) return refusal(id, 'unknown-tenant', `there is no tenant \`${request.tenant}\``)
    const { answer, basis, provisional } = askBare(bound, request.question, request.facts)
    return { id, answer, basis, provisional }
  } catch (error) {
    return refusal(id, codeOf(error), error instanceof Error ? error.message : String(error))
  }
}

function requestOf(value: unknown, usual: string | undefined): Request | string {
  if (!isRecord(value)) return 'expected an object with `question` and `facts`'
  const { question, tenant = usual, facts = {} } = value
  if (typeof question !== 'string') return '`question` is missing: see `rules questions`'
  if (typeof tenant !== 'string') return '`tenant` is missing: name it in the line or by --tenant'
  if (!isRecord(facts)) return '`facts` is an object'
  return { question, tenant, facts }
}

function codeOf(error: unknown): string {
  if (error instanceof UnknownQuestion || error instanceof BadFacts) return error.code
  return error instanceof Unusable ? 'unusable-tenant' : 'internal'
}

const refusal = (id: unknown, code: string, message: string) => ({ id, error: { code, message } })

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

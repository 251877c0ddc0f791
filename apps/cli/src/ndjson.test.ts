import { expect, test } from 'vitest'
import { type InputLine, batchesOfLines } from './ndjson.ts'

async function read(...pieces: (string | Uint8Array)[]): Promise<InputLine[][]> {
  const encoder = new TextEncoder()
  const bytes = pieces.map((piece) => (typeof piece === 'string' ? encoder.encode(piece) : piece))
  const batches: InputLine[][] = []
  for await (const batch of batchesOfLines(arriving(bytes))) batches.push(batch)
  return batches
}

async function* arriving(pieces: Uint8Array[]) {
  yield* pieces
}

const text = (...lines: string[]) => lines.map((line) => ({ text: line }))

test('a line cut in two pieces is one line, even inside a letter', async () => {
  const letter = new TextEncoder().encode('ộ')
  expect(await read('{"a":"h', letter.slice(0, 1), letter.slice(1), 'i"}\n')).toEqual([text('{"a":"hội"}')])
})

test('every piece that ends lines is answered at once', async () => {
  expect(await read('1\n2\n', '3', '\n4\n')).toEqual([text('1', '2'), text('3', '4')])
})

test('the last line may lack its ending, and empty lines are no lines', async () => {
  expect(await read('1\r\n\n  \n2')).toEqual([text('1'), text('2')])
  expect(await read('')).toEqual([])
})

test('a line without end is passed over, and the next one is read', async () => {
  const half = 'x'.repeat(600_000)
  expect(await read('1\n', half, half, half, '\n2\n')).toEqual([text('1'), [{ tooLong: true }], text('2')])
  expect(await read(`${half}${half}\n2\n`)).toEqual([[{ tooLong: true }, { text: '2' }]])
})

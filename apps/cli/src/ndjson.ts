/** A longer line is no request; it is passed over without being kept. */
const LONGEST_LINE = 1_000_000

/** One line of input, or word that it was too long to be read. */
export type InputLine = { readonly text: string } | { readonly tooLong: true }

/**
 * Cuts a stream of bytes into lines, a batch for every piece that arrives, so that whoever writes one line and waits
 * gets its answer. Lines end with LF or CRLF; the last one may lack its ending; empty lines are left out.
 */
export async function* batchesOfLines(input: AsyncIterable<Uint8Array>): AsyncGenerator<InputLine[]> {
  const decoder = new TextDecoder()
  let rest = ''
  let skipping = false
  for await (const piece of input) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n')
    rest = lines.pop()!
    const batch = lines.flatMap((line, i): InputLine[] => (skipping && i === 0 ? [] : read(line)))
    if (lines.length > 0) skipping = false
    if (rest.length > LONGEST_LINE) {
      if (!skipping) batch.push({ tooLong: true })
      skipping = true
      rest = ''
    }
    if (batch.length > 0) yield batch
  }
  const last = skipping ? [] : read(rest + decoder.decode())
  if (last.length > 0) yield last
}

function read(line: string): InputLine[] {
  if (line.length > LONGEST_LINE) return [{ tooLong: true }]
  const text = line.trim()
  return text === '' ? [] : [{ text }]
}

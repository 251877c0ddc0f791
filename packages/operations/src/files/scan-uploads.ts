import { Refused } from '@motcua/domain'

/** Looks for malware in a file: the name of what was found, or nothing. @throws where the scanner gives no answer */
export type Scan = (bytes: Uint8Array) => Promise<{ readonly found?: string }>

/**
 * Scans every file in what an operation was given, wherever it stands there, so that no operation can forget to.
 * @throws Refused `infected` where malware was found, `not-scanned` where the scanner does not answer
 */
export async function scanUploads(scan: Scan, input: unknown): Promise<void> {
  for (const { name, bytes } of uploadsIn(input)) {
    const fault = await scan(bytes).then(
      ({ found }) => (found === undefined ? undefined : { fault: 'infected', found }),
      () => ({ fault: 'not-scanned' }),
    )
    if (fault) throw new Refused({ code: 'file-not-accepted', data: { ...fault, name, bytes: bytes.length } })
  }
}

interface Upload {
  readonly name: string
  readonly bytes: Uint8Array
}

function uploadsIn(input: unknown, name = ''): Upload[] {
  if (input instanceof Uint8Array) return [{ name, bytes: input }]
  if (Array.isArray(input)) return input.flatMap((one) => uploadsIn(one, name))
  if (typeof input !== 'object' || input === null) return []
  const given = 'name' in input && typeof input.name === 'string' ? input.name : name
  return Object.values(input).flatMap((one) => uploadsIn(one, given))
}
